import type { Source } from '../model/index.ts';
import type { Document, Line, Page } from '../source/document.ts';
import { indexOnPage } from './places.ts';
import { lastUpTo } from './search.ts';

/** The lines of a document one after the other, through all its pages. */
export interface Passages {
  readonly length: number;
  /** Index of the first line of a passage. */
  first(source: Source): number;
  /** Index behind its last line. */
  behind(source: Source): number;
  /** The lines `[from, to)`. */
  slice(from: number, to: number): Line[];
  /** The number of the page on which a line stands. */
  pageAt(index: number): number;
}

export function passagesOf({ pages }: Document): Passages {
  const starts: number[] = [];
  const numbered = new Map<number, { readonly page: Page; readonly start: number }>();
  let length = 0;
  for (const page of pages) {
    starts.push(length);
    numbered.set(page.number, { page, start: length });
    length += page.lines.length;
  }
  const index = (number: number, line: number) => {
    const found = numbered.get(number);
    return found ? found.start + indexOnPage(found.page, line) : 0;
  };
  return {
    length,
    first: ({ page, lineStart }) => index(page, lineStart),
    behind: ({ page, pageEnd = page, lineStart, lineEnd }) => index(pageEnd, pageEnd > page ? lineEnd : Math.max(lineStart, lineEnd)) + 1,
    slice: (from, to) => slice(pages, starts, from, to),
    pageAt: (line) => pages[lastUpTo(starts, line)]?.number ?? 1,
  };
}

function slice(pages: readonly Page[], starts: readonly number[], from: number, to: number): Line[] {
  const found: Line[] = [];
  for (let at = lastUpTo(starts, from); at < pages.length; at++) {
    const start = starts[at] ?? 0;
    if (start >= to) break;
    found.push(...(pages[at]?.lines.slice(Math.max(0, from - start), to - start) ?? []));
  }
  return found;
}
