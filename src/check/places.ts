import type { Source } from '../model/index.ts';
import type { Document, Line, Page } from '../source/document.ts';

/** Pages stand in their order; `--pages 3-10` leaves some out. */
export function pageNumbered({ pages }: Document, number: number): Page | null {
  let [low, high] = [0, pages.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.number ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  const page = pages[low];
  return page?.number === number ? page : null;
}

/** How sources count a line: on its page where that is of paper, else through the whole text. */
export const placeOfLine = ({ number, onPage = number, onPageEnd = onPage }: Line): Pick<Source, 'lineStart' | 'lineEnd'> => ({
  lineStart: onPage,
  lineEnd: onPageEnd,
});

/** Index on a page of the line that a source counts as `number`. */
export function indexOnPage({ lines }: Page, number: number): number {
  const [first] = lines;
  // A text counts without gaps, through all its pages.
  if (first?.onPage === undefined) return number - (first?.number ?? number);
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.onPage ?? 0) <= number) low = middle;
    else high = middle;
  }
  return low;
}
