import type { Source } from '../model/records.ts';
import type { Document } from './document.ts';
import { indexLines, type PlacedLine } from './line-index.ts';

/** A line of a document in and around a passage. */
export interface PassageLine {
  readonly number: number;
  readonly text: string;
  /** Of the passage itself, not of its surroundings. */
  readonly quoted: boolean;
}

/** The lines of a passage with those around it; null where the document does not say it there (any more). */
export function passageIn(document: Document, source: Source, around = 3): PassageLine[] | null {
  const { lines, stretch } = indexLines(document.pages);
  const found = stretch(source);
  if (found === null) return null;
  const [first, last] = found;
  if (!says(lines.slice(first, last + 1), source.quote)) return null;
  const begin = Math.max(0, first - around);
  return lines
    .slice(begin, last + around + 1)
    .map(({ number, text }, index) => ({ number, text, quoted: between(begin + index, first, last) }));
}

const between = (index: number, first: number, last: number): boolean => first <= index && index <= last;

/** Every line of the quote, in its order; blank lines and page furniture may stand between. A part of a line (a cell) is enough. */
function says(lines: readonly PlacedLine[], quote: string): boolean {
  let at = 0;
  return quote.split('\n').every((wanted) => {
    while (at < lines.length && lines[at]?.text.includes(wanted) === false) at++;
    return at < lines.length;
  });
}
