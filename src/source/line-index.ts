import type { Source } from '../model/records.ts';
import type { Page } from './document.ts';

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

/** Pages whose lines were indexed already: a report asks for the same ones several times. */
const KNOWN = new WeakMap<readonly Page[], LineIndex>();

export function indexLines(pages: readonly Page[]): LineIndex {
  const known = KNOWN.get(pages) ?? indexed(pages);
  KNOWN.set(pages, known);
  return known;
}

/** A text counts its lines through all pages; a line of paper may stand for several, where a narrow column broke it. */
function indexed(pages: readonly Page[]): LineIndex {
  const lines: PlacedLine[] = [];
  const places = new Map<number, Map<number, number>>();
  const throughout = new Map<number, number>();
  for (const { number: page, lines: own } of pages) {
    const onPage = places.get(page) ?? new Map<number, number>();
    places.set(page, onPage);
    for (const line of own) {
      const { number, onPage: from = number, onPageEnd: to = from, pageEnd = page } = line;
      for (let at = from; at <= (pageEnd === page ? to : from); at++) onPage.set(at, lines.length);
      if (pageEnd !== page) places.set(pageEnd, (places.get(pageEnd) ?? new Map<number, number>()).set(to, lines.length));
      if (line.onPage === undefined) throughout.set(number, lines.length);
      lines.push({ page, number: from, text: line.text });
    }
  }
  return {
    lines,
    stretch({ page, pageEnd = page, lineStart, lineEnd }) {
      const first = places.get(page)?.get(lineStart);
      const last = places.get(pageEnd)?.get(lineEnd) ?? throughout.get(lineEnd);
      return first === undefined || last === undefined || last < first ? null : [first, last];
    },
  };
}
