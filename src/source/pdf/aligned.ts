import { type Band, bandsOf, INTERLEAVED } from './bands.ts';
import { linesIn, type PrintedLine } from './lines.ts';
import type { Glyph } from './painted.ts';

/** A part of the page: a line, or a table that only gaps part. */
export type Part =
  | { readonly kind: 'line'; readonly line: PrintedLine }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly PrintedLine[])[])[]; readonly left: readonly number[] };

/** Rows stand apart by so much more than the lines of a cell, in heights of a character. */
const ROW_APART = 0.3;

/** Tells tables without lines from lines. */
export function partsOf(lines: readonly PrintedLine[]): Part[] {
  const parts: Part[] = [];
  const bands = bandsOf(lines);
  let at = 0;
  for (const band of bands) {
    const start = lines.indexOf(band.lines[0] as PrintedLine, at);
    for (const line of lines.slice(at, start)) parts.push({ kind: 'line', line });
    parts.push(...bandParts(band));
    at = start + band.lines.length;
  }
  for (const line of lines.slice(at)) parts.push({ kind: 'line', line });
  return parts;
}

function bandParts(band: Band): Part[] {
  const borders = band.gutters.map(({ from, to }) => (from + to) / 2);
  const columns = columnsOf(band, borders);
  const rows = rowsOf(columns);
  if (rows.length < 2) return band.lines.map((line) => ({ kind: 'line', line }));
  const left = columns.map((column) => Math.min(...column.map(({ x0 }) => x0)));
  return [{ kind: 'table', rows, left }];
}

/** The lines of each column. */
function columnsOf({ lines }: Band, borders: readonly number[]): PrintedLine[][] {
  const glyphs = lines.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs));
  const columns: Glyph[][] = Array.from({ length: borders.length + 1 }, () => []);
  for (const glyph of glyphs) columns[borders.filter((border) => glyph.x + glyph.width / 2 > border).length]?.push(glyph);
  return columns.map(linesIn);
}

/**
 * Rows are told by the strips that all columns leave free. Where all strips are equally high, the column with the fewest lines tells them,
 * unless its cells are set in the middle of their rows: then no strip stands within a row.
 */
function rowsOf(columns: readonly (readonly PrintedLine[])[]): (readonly (readonly PrintedLine[])[])[] {
  const all = columns.flat().sort((a, b) => a.y0 - b.y0);
  const size = all[0]?.size ?? 10;
  const strips = stripsBetween(all);
  const inside = Math.min(...columns.flatMap((lines) => lines.slice(1).map((line, i) => line.y0 - (lines[i]?.y1 ?? 0))));
  const wide = strips.filter(({ height }) => height > Math.max(inside, 0) + ROW_APART * size);
  const isTold = wide.length > 0 && (wide.length < strips.length || isOutOfStep(all));
  const starts = isTold ? wide.map(({ y }) => y) : keyStarts(columns, strips);
  const rowAt = (line: PrintedLine) => starts.filter((y) => line.y0 >= y - 0.01).length;
  const rows = new Map<number, PrintedLine[][]>();
  for (const [column, lines] of columns.entries()) {
    for (const line of lines) {
      const row = rows.get(rowAt(line)) ?? columns.map(() => []);
      row[column]?.push(line);
      rows.set(rowAt(line), row);
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** Whether lines stand at half the height of others, beside which they stand. */
function isOutOfStep(sorted: readonly PrintedLine[]): boolean {
  return sorted.some((line, i) => {
    const next = sorted[i + 1];
    const least = INTERLEAVED * line.size;
    return next !== undefined && next.y0 - line.y0 > least && line.y1 - next.y0 > least;
  });
}

interface Strip {
  /** Where it ends. */
  readonly y: number;
  readonly height: number;
}

function stripsBetween(sorted: readonly PrintedLine[]): Strip[] {
  const strips: Strip[] = [];
  let bottom = sorted[0]?.y1 ?? 0;
  for (const line of sorted) {
    if (line.y0 > bottom) strips.push({ y: line.y0, height: line.y0 - bottom });
    bottom = Math.max(bottom, line.y1);
  }
  return strips;
}

function keyStarts(columns: readonly (readonly PrintedLine[])[], strips: readonly Strip[]): number[] {
  const key = columns.reduce((a, b) => (b.length < a.length ? b : a));
  return strips.filter(({ y }) => key.some((line) => Math.abs(line.y0 - y) < line.size / 2)).map(({ y }) => y);
}
