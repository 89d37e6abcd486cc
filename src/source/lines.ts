import type { Line, Page } from './document.ts';

/** Line breaks as LF. Vertical tab, NEL and U+2028 stay inside their line: PDF extraction leaves them in the middle of a sentence. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** Where a line stands: its first and the end behind its last character in the text, its number, and its page. */
export type VisitLine = (start: number, end: number, number: number, page: number) => void;

/**
 * Visits the lines of a text with LF line breaks. A line number is the one that an editor shows: a form feed at the
 * start or end of a line counts nothing. In the middle of one (`- 10 -␌令和3年度`) it breaks the line, for no line stands on two pages.
 */
export function eachLine(text: string, visit: VisitLine): void {
  let number = 0;
  let page = 1;
  let start = 0;
  let feed = indexOrEnd(text, '\f', 0);
  while (start < text.length) {
    const end = indexOrEnd(text, '\n', start);
    let empty = true;
    while (feed < end) {
      if (feed > start) visit(start, feed, ++number, page);
      empty &&= feed === start;
      page++;
      start = feed + 1;
      feed = indexOrEnd(text, '\f', start);
    }
    const rest = end > start;
    if (rest || (empty && end < text.length)) visit(start, end, ++number, page);
    start = end + 1;
  }
}

/** Pages and numbered lines of a text. A form feed at the very end closes the last page and opens none. */
export function pagesOf(text: string): Page[] {
  const pages: { number: number; lines: Line[] }[] = [{ number: 1, lines: [] }];
  eachLine(text, (start, end, number, page) => {
    while (pages.length < page) pages.push({ number: pages.length + 1, lines: [] });
    pages[page - 1]?.lines.push({ number, text: text.slice(start, end) });
  });
  return pages;
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
