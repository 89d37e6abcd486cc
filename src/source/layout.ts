import type { Document, Line, Page } from './document.ts';
import { lineTooLong, MAX_LINE, MAX_LINES, tooManyLines } from './limits.ts';
import { eachLine } from './lines.ts';
import { textOf } from './text.ts';

/** The lines of a document that are not blank, by index, and how they stand to each other. */
export interface Layout {
  readonly length: number;
  readonly pageCount: number;
  /** Undefined outside of the document, as the page is. */
  line(index: number): Line | undefined;
  page(index: number): number | undefined;
}

/** @throws KpiError when it has more lines, or longer ones, than any paper has */
export function layoutOf(document: Document): Layout {
  const text = textOf(document);
  return text === null ? layoutOfPages(document.pages) : layoutOfText(document.name, text);
}

function layoutOfPages(all: readonly Page[]): Layout {
  const lines: Line[] = [];
  const pages: number[] = [];
  for (const page of all) {
    for (const line of page.lines) {
      if (firstInk(line.text) < 0) continue;
      lines.push(line);
      pages.push(page.number);
    }
  }
  return { length: lines.length, pageCount: all.length, line: (index) => lines[index], page: (index) => pages[index] };
}

/** What is known of a line: where it begins and ends in the text, its number, its page. */
const FIELDS = 4;

/** Lines are cut out of the text as they are asked for: two million of them take 40 MB so, and five times as much as lines of their own. */
function layoutOfText(name: string, text: string): Layout {
  let length = 0;
  let pageCount = 1;
  eachLine(text, (start, end, number, page) => {
    pageCount = page;
    if (end - start > MAX_LINE) throw lineTooLong(name, number);
    if (firstInk(text, start, end) >= 0) length++;
  });
  if (length > MAX_LINES) throw tooManyLines(name, MAX_LINES);
  const places = new Int32Array(length * FIELDS);
  let next = 0;
  eachLine(text, (start, end, number, page) => {
    if (firstInk(text, start, end) < 0) return;
    places[next] = start;
    places[next + 1] = end;
    places[next + 2] = number;
    places[next + 3] = page;
    next += FIELDS;
  });
  return {
    length,
    pageCount,
    line: (index) => {
      const at = index * FIELDS;
      const number = places[at + 2];
      return number === undefined ? undefined : { number, text: text.slice(places[at], places[at + 1]) };
    },
    page: (index) => places[index * FIELDS + 3],
  };
}

/** The index of the first character that is not a space; -1 in a blank line. */
export function firstInk(text: string, start = 0, end = text.length): number {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return at;
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
  const line = layout.line(index);
  const neighbour = layout.line(index + step);
  if (!line || !neighbour) return layout.pageCount > 1 ? Number.POSITIVE_INFINITY : 1;
  if (layout.page(index) !== layout.page(index + step)) return Number.POSITIVE_INFINITY;
  return Math.abs(neighbour.number - line.number) - 1;
}
