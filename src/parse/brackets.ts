/** The pairs of brackets that stand side by side in `[from, to)`; in masked text (`maskBrackets`) they are one run. */
export function bracketsIn(text: string, from: number, to: number): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < to; at++) {
    if ('([【〔「『（《'.includes(text[at] ?? '')) depth++;
    else if (')]】〕」』）》'.includes(text[at] ?? '')) depth--;
    if (depth > 0) continue;
    groups.push({ from: start, to: at + 1 });
    start = at + 1;
  }
  return groups;
}
