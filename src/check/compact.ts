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
  let places: Uint32Array | undefined;
  const at = (index: number) => {
    places ??= placesIn(folded);
    return places[index] ?? folded.length;
  };
  return { text: folded.replace(SPACES, ''), at, printed: (from, to) => raw.slice(at(from), at(to - 1) + 1) };
}

/** Where each character that is no space stands. */
function placesIn(folded: string): Uint32Array {
  const places = new Uint32Array(folded.length);
  let count = 0;
  for (let at = 0; at < folded.length; at++) if (!' \r\n'.includes(folded.charAt(at))) places[count++] = at;
  return places.subarray(0, count);
}
