import type { Source } from '../model/index.ts';
import type { Document, Line } from '../source/document.ts';

/** The lines of a document one after the other, through all its pages. */
export interface Passages {
  readonly lines: readonly (Line & { readonly page: number })[];
  /** Index of the first line of a passage. */
  first(source: Source): number;
  /** Index behind its last line. */
  behind(source: Source): number;
}

const known = new WeakMap<Document, Passages>();

export function passagesOf(document: Document): Passages {
  const passages = known.get(document) ?? make(document);
  known.set(document, passages);
  return passages;
}

function make(document: Document): Passages {
  const starts = new Map<number, number>();
  const lines: (Line & { readonly page: number })[] = [];
  for (const page of document.pages) {
    // Lines are numbered without gaps, from 1 on or from the first line of the page.
    starts.set(page.number, lines.length - (page.lines[0]?.number ?? 1));
    for (const { number, text } of page.lines) lines.push({ number, text, page: page.number });
  }
  const index = (page: number, line: number) => (starts.get(page) ?? 0) + line;
  return {
    lines,
    first: ({ page, lineStart }) => index(page, lineStart),
    // A passage may run over a page break; in a text its lines are numbered on.
    behind: ({ page, lineStart, lineEnd }) => index(page, Math.max(lineStart, lineEnd)) + 1,
  };
}
