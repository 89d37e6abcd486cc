import { type Cell, cellsOf, isRule, type Separator, separatorOf } from './cells.ts';
import type { TextLine } from './lines.ts';
import type { Piece } from './passage.ts';
import { isHead } from './sheet-head.ts';
import { nearest, offsetOf, tableHeadAt } from './table-head.ts';

/** A row of aligned columns goes on over no more lines. */
const LONGEST_ROW = 60;
/** Rows are parted by no more blank lines. */
const WIDEST_GAP = 3;
/** A column begins so near to its head, in half-width characters. */
const NEAR = 4;

/**
 * Puts the cells of a sheet's table one behind the other, each line of a cell on a line of its own, as extraction from a PDF often does:
 * `| 事業計画 | 実施状況とKPI実績 | 課題・計画 |`, with targets and results among other words in their cells. Tables with a column for the KPIs
 * stay as they are.
 */
export function unfoldTables(lines: readonly TextLine[]): TextLine[] {
  const found: TextLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    found.push(line);
    const separator = separatorAt(lines, at);
    at++;
    if (separator) at = unfold(lines, at, line, separator, found);
  }
  return found;
}

/** What parts the columns below a head of which no cell holds figures alone; null when no such head stands there. */
function separatorAt(lines: readonly TextLine[], at: number): Separator | null {
  const line = lines[at];
  if (!line || !PARTED.test(line.raw) || !isHead(line)) return null;
  const head = tableHeadAt(lines, at);
  return head && COMPARED.every((wanted) => head.columns.some(({ kind }) => kind === wanted)) ? null : separatorOf(line);
}

/** The columns of a table that is read by its rows. */
const COMPARED = ['name', 'result'];
const PARTED = /[|│┃\t]|\S {2,}\S|　/;

/** Appends the cells of the rows below `head`; returns the index of the first line behind them. */
function unfold(lines: readonly TextLine[], from: number, head: TextLine, separator: Separator, found: TextLine[]): number {
  if (separator === 'gap') return unfoldAligned(lines, from, head, found);
  let at = from;
  for (let line = lines[at]; line && separatorOf(line) === separator && !isHead(line); line = lines[++at]) {
    if (!isRule(line)) for (const one of cellsOf(line, separator)) found.push(...linesOf(one));
  }
  return at;
}

/** In aligned columns, a row is what stands together without a blank line. */
function unfoldAligned(lines: readonly TextLine[], from: number, head: TextLine, found: TextLine[]): number {
  const places = cellsOf(head, 'gap').map(offsetOf);
  let at = from;
  while (at < lines.length) {
    const first = lines[at];
    if (!first || isHead(first) || (first.gap > WIDEST_GAP && !fits(first, places))) return at;
    let to = at + 1;
    while (to - at < LONGEST_ROW && lines[to]?.gap === 0 && !isHead(lines[to] ?? first)) to++;
    const columns = places.map((): Cell => []);
    for (const line of lines.slice(at, to)) {
      for (const one of cellsOf(line, 'gap')) {
        const column = nearest(places, offsetOf(one));
        columns[column] = [...(columns[column] ?? []), ...one];
      }
    }
    for (const one of columns) found.push(...linesOf(one));
    at = to;
  }
  return at;
}

/** Whether the line holds cells of at least two of the columns. */
const fits = (line: TextLine, places: readonly number[]): boolean =>
  cellsOf(line, 'gap').filter((one) => places.some((place) => Math.abs(place - offsetOf(one)) <= NEAR)).length > 1;

/** A row that is longer is quoted by the cell. */
const LONGEST_QUOTE = 4000;

/** A cell as lines of its own; it stands apart from the cell before it. */
function linesOf(one: Cell): TextLine[] {
  return one.flatMap((piece, i) => {
    const { line, from, to } = apart(piece);
    const text = line.text.slice(0, to).trimEnd();
    const start = text.length - text.slice(from).trimStart().length;
    return start < text.length ? [{ ...line, text, start, gap: i === 0 ? Math.max(1, line.gap) : 0 }] : [];
  });
}

/** Of an endless row (`| a | a | a…`) the cell without the ones in front of it: else whoever looks at each cell looks at all before it. */
function apart(piece: Piece): Piece {
  const { line, from, to = line.text.length } = piece;
  if (line.text.length <= LONGEST_QUOTE) return piece;
  return { line: { ...line, text: line.text.slice(from, to), raw: line.raw.slice(from, to) }, from: 0, to: to - from };
}
