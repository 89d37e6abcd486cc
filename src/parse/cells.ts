import { numberingAt } from '../catalog/numbering.ts';
import { ordinal } from './classify.ts';
import type { TextLine } from './lines.ts';
import { type Passage, type Piece, passage } from './passage.ts';

/**
 * What parts cells: tabs, Markdown's pipes, two spaces or more, or, where extraction from a PDF left no more, single spaces; or the end of
 * the line, where it kept a line for each cell.
 */
export type Separator = 'tab' | 'pipe' | 'gap' | 'space' | 'line';

/** One cell: the pieces of line that it stands on; none when it is blank. */
export type Cell = readonly Piece[];

const PIPE = /[|│┃]/;
/** `72.3歳 → 73.0歳`: an arrow parts cells as well as a gap does. */
const GAP = / *[→⇒➡] *| {2,}/;
const ARROW = /^[→⇒➡]$/;
const BREAK = /<br\s*\/?>|\n/gi;
/** `|---|:--:|`, `+----+----+`: the rule between head and rows. */
const RULE = /^[\s|│┃:+=-]+$/;

/** How a line parts its cells; null when it has but one. */
export function separatorOf(line: TextLine): Separator | null {
  if (line.raw.slice(contentFrom(line)).includes('\t')) return 'tab';
  if (PIPE.test(line.text)) return 'pipe';
  const text = line.text.slice(line.start).trimEnd();
  if (text.includes('  ')) return 'gap';
  return text.includes(' ') ? 'space' : null;
}

/** A tab in front of the first cell is a blank cell; the decoration of Markdown is none. */
function contentFrom(line: TextLine): number {
  return /^\s/.test(line.raw) ? 0 : line.start;
}

export function isRule(line: TextLine): boolean {
  return RULE.test(line.text) && /-{2}|={2}/.test(line.text);
}

export function cellsOf(line: TextLine, separator: Separator): Cell[] {
  return spansOf(line, separator).map(([from, to]) => cell(line, from, to));
}

function spansOf(line: TextLine, separator: Separator): [from: number, to: number][] {
  const end = line.text.trimEnd().length;
  switch (separator) {
    case 'tab':
      return between(line.raw, /\t/g, contentFrom(line), line.raw.replace(/[^\S\t]+$/, '').length);
    case 'pipe': {
      const from = line.start + (PIPE.test(line.text[line.start] ?? '') ? 1 : 0);
      return between(line.text, /[|│┃]/g, from, PIPE.test(line.text[end - 1] ?? '') && end - 1 >= from ? end - 1 : end);
    }
    case 'gap':
      return between(line.text, new RegExp(GAP, 'g'), line.start, end);
    case 'space':
      return between(line.text, / +/g, line.start, end).filter(([from, to]) => !ARROW.test(line.text.slice(from, to)));
    case 'line':
      return [[line.start, end]];
  }
}

function between(text: string, separator: RegExp, from: number, to: number): [number, number][] {
  const spans: [number, number][] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(separator)) {
    spans.push([at, from + match.index]);
    at = from + match.index + match[0].length;
  }
  spans.push([at, to]);
  return spans;
}

/** The cell at `[from, to)` of a line, a piece for each of its lines: `生活習慣病<br>予防健診` has two. */
export function cell(line: TextLine, from: number, to: number): Cell {
  return between(line.raw, BREAK, from, to)
    .map(([start, end]) => ({ line, from: start, to: end }))
    .filter((piece) => line.text.slice(piece.from, piece.to).trim() !== '');
}

/** One of several things in a cell: `①99.99％` of `①99.99％ ②95.6％`. */
export interface Item {
  /** As printed; empty when the cell enumerates nothing. */
  readonly mark: string;
  /** What stands behind the mark, as a cell of its own. */
  readonly cell: Cell;
}

/** A cell that enumerates KPIs is no longer; it bounds the work on a hostile line. */
const LONGEST = 2000;

/** A mark that counts may follow another item without a space; others only open a line or stand behind a space. */
const CIRCLED = /[①-⑳❶-❿⑴-⒇]/g;

/** The items of a cell that enumerates (①②, 1) 2), ・ at each line), or the whole cell as one. */
export function itemsIn(whole: Cell): Item[] {
  const text = passage(whole);
  const starts = text.text.length > LONGEST ? [] : marksIn(text);
  const [first] = starts;
  if (!first || first.at > 0) return whole.length === 0 ? [] : [{ mark: '', cell: whole }];
  return starts.map(({ mark, end }, i) => ({ mark, cell: stretch(text, end, starts[i + 1]?.at ?? text.text.length) }));
}

/** Where the items of a cell begin: marks that count up from the first one, or the same bullet again. */
function marksIn(text: Passage): Mark[] {
  const opened = new Set([...text.starts, ...text.runs.map(({ at }) => at)]);
  for (const match of text.text.matchAll(CIRCLED)) opened.add(match.index);
  const found: Mark[] = [];
  for (const at of [...opened].sort((a, b) => a - b)) {
    const numbering = numberingAt(text.text, at);
    if (!numbering || (numbering.style.bullet && !text.starts.includes(at)) || isFigure(text.text.slice(at))) continue;
    const last = found.at(-1);
    const before = last ? (ordinal(last.mark) ?? 0) : 0;
    const number = ordinal(numbering.mark) ?? 0;
    const goesOn = numbering.style === last?.style && (number === before + 1 || (number === 0 && before === 0));
    if (last ? goesOn : at === 0) found.push({ at, ...numbering });
  }
  return found;
}

type Mark = NonNullable<ReturnType<typeof numberingAt>> & { readonly at: number };

/** `◎`, `○：達成見込み` are verdicts and `2,930` is a number, no marks of an enumeration. */
function isFigure(text: string): boolean {
  return /^[◎○●](?:$|[:：]|達成|概ね|未)|^\d{1,2}[.,]\d/.test(text);
}

/** The stretch `[from, to)` of a passage as a cell. */
export function stretch(text: Passage, from: number, to: number): Cell {
  const pieces: Piece[] = [];
  for (const [i, run] of text.runs.entries()) {
    const length = (text.runs[i + 1]?.at ?? text.text.length) - run.at;
    const start = Math.max(from, run.at);
    const end = Math.min(to, run.at + length);
    if (start >= end) continue;
    pieces.push({ line: run.line, from: run.column + start - run.at, to: run.column + end - run.at });
  }
  return joined(pieces);
}

/** Pieces of one line that only a space parts are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const between = last?.line === piece.line ? piece.line.raw.slice(last.to, piece.from) : null;
    if (last && between !== null && /^ *$/.test(between)) found[found.length - 1] = { ...last, to: piece.to ?? piece.line.text.length };
    else found.push(piece);
  }
  return found;
}

/** The lines that cells stand on, in order, each once. */
export function linesOfCells(cells: readonly Cell[]): TextLine[] {
  return [...new Set(cells.flatMap((one) => one.map(({ line }) => line)))].sort((a, b) => a.number - b.number);
}
