import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';

/** Changes of one character that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The candidate that was probably meant; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { readonly candidate: string; readonly changes: number } | undefined;
  for (const candidate of candidates) {
    const changes = distance(word.toLowerCase(), candidate.toLowerCase());
    if (best === undefined || changes < best.changes) best = { candidate, changes };
  }
  return best !== undefined && best.changes <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

/** `unknown format "jsno": did you mean json? Formats: table, json, …` */
export function unknown(what: Text, word: string, candidates: readonly string[], known: Text): KpiError {
  const meant = nearest(word, candidates);
  return new KpiError({
    ja: `${what.ja}「${word}」はありません。${meant === undefined ? '' : `「${meant}」ではありませんか。`}${known.ja}`,
    en: `unknown ${what.en} "${word}"${meant === undefined ? '' : `: did you mean "${meant}"?`} (${known.en})`,
  });
}

/** A value that must be one of a few: what `--format` and `--lang` take. */
export function oneOf<Value extends string>(what: Text, values: readonly Value[]): (word: string) => Value {
  return (word) => {
    const value = values.find((candidate) => candidate === word);
    if (value === undefined) throw unknown(what, word, values, { ja: `使えるのは ${values.join(', ')} です。`, en: values.join(', ') });
    return value;
  };
}
