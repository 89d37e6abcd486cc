import type { Source } from '../model/records.ts';
import type { Document, Line } from './document.ts';

/** A line of a document in and around a passage. */
export interface PassageLine extends Line {
  /** Of the passage itself, not of its surroundings. */
  readonly quoted: boolean;
}

/** The lines of a passage with those around it; null where the document does not say it there (any more). */
export function passageIn(document: Document, source: Source, around = 3): PassageLine[] | null {
  const lines = document.pages.flatMap((page) => page.lines.map((line) => ({ ...line, page: page.number })));
  const first = lines.findIndex(({ page, number }) => page === source.page && number === source.lineStart);
  const last = first < 0 ? -1 : lines.findIndex(({ number }, index) => index >= first && number === source.lineEnd);
  if (last < 0 || !says(lines.slice(first, last + 1), source.quote)) return null;
  const begin = Math.max(0, first - around);
  return lines
    .slice(begin, last + around + 1)
    .map(({ number, text }, index) => ({ number, text, quoted: between(begin + index, first, last) }));
}

const between = (index: number, first: number, last: number): boolean => first <= index && index <= last;

/** Every line of the quote, in its order; blank lines and page furniture may stand between. A part of a line (a cell) is enough. */
function says(lines: readonly Line[], quote: string): boolean {
  let at = 0;
  return quote.split('\n').every((wanted) => {
    while (at < lines.length && lines[at]?.text.includes(wanted) === false) at++;
    return at < lines.length;
  });
}
