import type { Document, Line, Page } from './document.ts';
import { pagesOf } from './lines.ts';
import { textOf } from './text.ts';

/** A document as it goes from one thread to another: its text, or that of each page, for a million small objects take long to copy. */
export type PackedDocument = Omit<Document, 'pages'> & ({ readonly text: string } | { readonly pages: readonly PackedPage[] });

interface PackedPage {
  readonly number: number;
  /** Null where there is no line at all. */
  readonly text: string | null;
  /** What lines have beside their text. */
  readonly lines: readonly Omit<Line, 'text'>[];
}

export function packed(document: Document): PackedDocument {
  const { name, hash, encoding } = document;
  const text = textOf(document);
  return { name, hash, encoding, ...(text === null ? { pages: document.pages.map(packedPage) } : { text }) };
}

export function unpacked({ name, hash, encoding, ...said }: PackedDocument): Document {
  return { name, hash, encoding, pages: 'text' in said ? pagesOf(said.text) : said.pages.map(unpackedPage) };
}

function packedPage({ number, lines }: Page): PackedPage {
  const text = lines.length === 0 ? null : lines.map((line) => line.text).join('\n');
  return { number, text, lines: lines.map(({ text: _, ...rest }) => rest) };
}

function unpackedPage({ number, text, lines }: PackedPage): Page {
  const texts = text === null ? [] : text.split('\n');
  return { number, lines: lines.map((line, at) => ({ ...line, text: texts[at] ?? '' })) };
}
