import type { Source } from '../model/records.ts';
import type { Line, Page } from './document.ts';

/** A line with its place as sources count it: on its page where that is of paper, else in the whole text. */
export interface PlacedLine {
  readonly page: number;
  readonly number: number;
  readonly text: string;
}

export type Place = Pick<Source, 'page' | 'lineStart' | 'lineEnd' | 'pageEnd'>;

export interface LineIndex {
  /** Of all pages, in order. */
  readonly lines: readonly PlacedLine[];
  /** Where in `lines` a source begins and ends; null where it has no place there. */
  stretch(source: Place): readonly [first: number, last: number] | null;
}

export function indexLines(pages: readonly Page[]): LineIndex {
  const lines: PlacedLine[] = [];
  const places = new Map<string, number>();
  for (const { number: page, lines: own } of pages) {
    for (const line of own) {
      for (const place of placesOf(page, line)) places.set(place, lines.length);
      lines.push({ page, number: line.onPage ?? line.number, text: line.text });
    }
  }
  return {
    lines,
    stretch({ page, pageEnd = page, lineStart, lineEnd }) {
      const first = places.get(`${page} ${lineStart}`);
      const last = places.get(`${pageEnd} ${lineEnd}`) ?? places.get(String(lineEnd));
      return first === undefined || last === undefined || last < first ? null : [first, last];
    },
  };
}

/** A text counts its lines through all pages; a line of paper may stand for several, where a narrow column broke it. */
function placesOf(page: number, { number, onPage, onPageEnd = onPage }: Line): string[] {
  if (onPage === undefined || onPageEnd === undefined) return [`${page} ${number}`, String(number)];
  return Array.from({ length: onPageEnd - onPage + 1 }, (_, index) => `${page} ${onPage + index}`);
}
