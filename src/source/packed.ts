import type { Document, Line, Page } from './document.ts';

/** A document as it goes from one thread to another: the lines of a page as one text, for a million small objects take long to copy. */
export interface PackedDocument extends Omit<Document, 'pages'> {
  readonly pages: readonly PackedPage[];
}

interface PackedPage {
  readonly number: number;
  /** Null where there is no line at all. */
  readonly text: string | null;
  /** What lines have beside their text; the number of the first where they count on from it and have nothing else. */
  readonly lines: number | readonly Omit<Line, 'text'>[];
}

export const packed = ({ pages, ...document }: Document): PackedDocument => ({ ...document, pages: pages.map(packedPage) });

export const unpacked = ({ pages, ...document }: PackedDocument): Document => ({ ...document, pages: pages.map(unpackedPage) });

function packedPage({ number, lines }: Page): PackedPage {
  const text = lines.length === 0 ? null : lines.map((line) => line.text).join('\n');
  const first = lines[0]?.number ?? 1;
  return { number, text, lines: countOn(lines, first) ? first : lines.map(({ text: _, ...rest }) => rest) };
}

/** As they do in a text. */
const countOn = (lines: readonly Line[], first: number): boolean =>
  lines.every((line, at) => line.number === first + at && line.onPage === undefined && line.red === undefined && line.cell === undefined);

function unpackedPage({ number, text, lines }: PackedPage): Page {
  const texts = text === null ? [] : text.split('\n');
  if (typeof lines === 'number') return { number, lines: texts.map((line, at) => ({ number: lines + at, text: line })) };
  return { number, lines: lines.map((line, at) => ({ ...line, text: texts[at] ?? '' })) };
}
