import type { Document, Line } from './document.ts';

/** The lines of a document that are not blank, and how they stand to each other. Everything is told by index in `lines`. */
export interface Layout {
  readonly lines: readonly Line[];
  /** The page of each line. */
  readonly pages: readonly number[];
  readonly pageCount: number;
}

export function layoutOf(document: Document): Layout {
  const lines: Line[] = [];
  const pages: number[] = [];
  for (const page of document.pages) {
    for (const line of page.lines) {
      if (firstInk(line.text) < 0) continue;
      lines.push(line);
      pages.push(page.number);
    }
  }
  return { lines, pages, pageCount: document.pages.length };
}

/** The index of the first character that is not a space; -1 in a blank line. */
export function firstInk(text: string): number {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return at;
  return -1;
}

/** The index of the last character that is not a space; -1 in a blank line. */
export function lastInk(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && isSpace(text.charCodeAt(at))) at--;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff;
}

/**
 * Blank lines between a line and the one before it (`step` -1) or after it (1): Infinity across a form feed.
 * The ends of the text count as one blank line, in a text with pages as form feeds.
 */
export function blanksBeside(layout: Layout, index: number, step: -1 | 1): number {
  const line = layout.lines[index];
  const neighbour = layout.lines[index + step];
  if (!line || !neighbour) return layout.pageCount > 1 ? Number.POSITIVE_INFINITY : 1;
  if (layout.pages[index] !== layout.pages[index + step]) return Number.POSITIVE_INFINITY;
  return Math.abs(neighbour.number - line.number) - 1;
}
