import { fold } from '../source/fold.ts';

/** A text folded and without spaces and line breaks, as its words are compared; knows where each character was printed. */
export interface Compact {
  readonly text: string;
  /** The stretch `[from, to)` of `text` as printed. */
  printed(from: number, to: number): string;
  /** Where the character at `index` of `text` stands in the text as printed. */
  at(index: number): number;
}

const SPACES = /[ \r\n]+/g;

export function compact(raw: string): Compact {
  const folded = fold(raw);
  const at = (index: number) => placeOf(folded, index);
  return { text: folded.replace(SPACES, ''), at, printed: (from, to) => raw.slice(at(from), at(to - 1) + 1) };
}

function placeOf(folded: string, index: number): number {
  let seen = -1;
  for (let at = 0; at < folded.length; at++) {
    if (!' \r\n'.includes(folded[at] ?? '')) seen++;
    if (seen === index) return at;
  }
  return folded.length;
}
