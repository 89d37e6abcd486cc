import type { Source } from '../model/index.ts';
import { displayWidth } from './display.ts';
import { type Span, spansOf } from './marked.ts';
import { visible } from './visible.ts';

/** A line of a document as it is shown to a reader. */
export interface SourceLine {
  /** Null where it cannot be told: blank lines and page furniture are not in a quote. */
  readonly number: number | null;
  readonly text: string;
  /** The figures to mark. */
  readonly spans: readonly Span[];
  /** Of the passage itself, not of its surroundings. */
  readonly quoted: boolean;
}

/** The quote of a source, by the lines of the document. */
export function linesOfQuote({ quote, lineStart, lineEnd }: Source, marks: readonly string[]): SourceLine[] {
  const texts = quote.split('\n');
  const whole = texts.length === lineEnd - lineStart + 1;
  const numberOf = (index: number) => (whole || index === 0 ? lineStart + index : index === texts.length - 1 ? lineEnd : null);
  return markedLines(texts, marks).map((line, index) => ({ ...line, number: numberOf(index), quoted: true }));
}

/** Lines with the figures that stand in them, also where one runs over a line end. */
export function markedLines(texts: readonly string[], marks: readonly string[]): Pick<SourceLine, 'text' | 'spans'>[] {
  const spans = spansOf(texts.join('\n'), marks);
  let start = 0;
  return texts.map((text) => {
    const from = start;
    start += text.length + 1;
    return { text, spans: within(spans, from, text.length) };
  });
}

export interface LineStyle {
  /** Points to the lines of the passage among those around it. */
  readonly pointer?: string;
  /** Columns of the terminal. */
  readonly width: number;
  quiet(text: string): string;
  /** A figure in its line. */
  figure(text: string): string;
  /** The carets below figures. */
  under(text: string): string;
}

/** Behind a number and a bar, carets below the figures; what is wider than the terminal goes on in the next line. */
export function printedLines(lines: readonly SourceLine[], gutter: number, style: LineStyle): string[] {
  const bar = style.quiet('|');
  const margin = ' '.repeat(gutter);
  const width = Math.max(20, style.width - gutter - 3);
  return lines.flatMap(({ number, text, spans, quoted }) =>
    shownPieces(text, spans, width).flatMap((piece, index) => {
      if (piece === null) return [`${margin} ${bar} …`];
      const pointer = quoted ? (style.pointer ?? '') : '';
      const label = pointer + (index === 0 ? String(number ?? '') : '').padStart(gutter - pointer.length);
      const marked = mark(piece.text, piece.spans, style);
      const line = quoted ? marked.text : style.quiet(marked.text);
      return [
        `${style.quiet(label)} ${bar} ${line}`.trimEnd(),
        ...(marked.under === '' ? [] : [`${margin} ${bar} ${style.under(marked.under)}`]),
      ];
    }),
  );
}

/** Of a line that takes more than these (a table that was pulled out as one line), the beginning is shown and where figures are marked. */
const MOST_PIECES = 8;

/** Null stands for what is left out. */
function shownPieces(line: string, spans: readonly Span[], width: number): (Pick<SourceLine, 'text' | 'spans'> | null)[] {
  const all = pieces(line, width).map(({ at, text }) => ({ text, spans: within(spans, at, text.length) }));
  if (all.length <= MOST_PIECES) return all;
  return all
    .map((piece, index) => (index === 0 || piece.spans.length > 0 ? piece : null))
    .filter((piece, index, shown) => piece !== null || shown[index - 1] !== null);
}

/** Room for the line numbers of a passage. */
export const gutterOf = (lastLine: number): number => String(lastLine).length + 2;

/** A line cut at the width of the terminal; `at` is where a piece began. */
function pieces(line: string, width: number): { readonly at: number; readonly text: string }[] {
  if (displayWidth(visible(line)) <= width) return [{ at: 0, text: line }];
  const cut: { at: number; text: string }[] = [];
  let piece = { at: 0, text: '' };
  let used = 0;
  let at = 0;
  for (const character of line) {
    const size = displayWidth(visible(character));
    if (used + size > width) {
      cut.push(piece);
      piece = { at, text: '' };
      used = 0;
    }
    piece.text += character;
    used += size;
    at += character.length;
  }
  return [...cut, piece];
}

/** The spans that reach into a piece, as seen from its beginning. */
const within = (spans: readonly Span[], at: number, length: number): Span[] =>
  spans
    .map(({ start, end }) => ({ start: Math.max(start - at, 0), end: Math.min(end - at, length) }))
    .filter(({ start, end }) => start < end);

function mark(piece: string, spans: readonly Span[], style: LineStyle): { readonly text: string; readonly under: string } {
  let text = '';
  let under = '';
  let at = 0;
  for (const { start, end } of spans) {
    const [before, figure] = [visible(piece.slice(at, start)), visible(piece.slice(start, end))];
    text += before + style.figure(figure);
    under += ' '.repeat(displayWidth(before)) + '^'.repeat(displayWidth(figure));
    at = end;
  }
  return { text: text + visible(piece.slice(at)), under };
}
