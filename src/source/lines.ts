import type { Line, Page } from './document.ts';

/** Line breaks as LF. Vertical tab, NEL and U+2028 stay inside their line: PDF extraction leaves them in the middle of a sentence. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/**
 * Pages and numbered lines of a text with LF line breaks. A line number is the one that an editor shows: a form feed at the
 * start or end of a line counts nothing. In the middle of one (`- 10 -␌令和3年度`) it breaks the line, for no line stands on two pages.
 */
export function pagesOf(text: string): Page[] {
  const pages: { number: number; lines: Line[] }[] = [];
  let lines: Line[] = [];
  let number = 0;
  let start = 0;
  let feed = indexOrEnd(text, '\f', 0);
  const turn = () => {
    pages.push({ number: pages.length + 1, lines });
    lines = [];
  };
  while (start < text.length) {
    const end = indexOrEnd(text, '\n', start);
    let empty = true;
    while (feed < end) {
      if (feed > start) lines.push({ number: ++number, text: text.slice(start, feed) });
      empty &&= feed === start;
      turn();
      start = feed + 1;
      feed = indexOrEnd(text, '\f', start);
    }
    const rest = end > start;
    if (rest || (empty && end < text.length)) lines.push({ number: ++number, text: text.slice(start, end) });
    start = end + 1;
  }
  turn();
  // A form feed at the very end closes the last page and opens none.
  while (pages.length > 1 && pages.at(-1)?.lines.length === 0) pages.pop();
  return pages;
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
