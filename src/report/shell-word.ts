/** A name as a shell takes it: `<stdin>` and `my plan.txt` need quotes. */
export const shellWord = (name: string): string =>
  /^[\p{L}\p{N}._/:+-]+$/u.test(name) && !name.startsWith('-') ? name : `'${name.replaceAll("'", "'\\''")}'`;
