import { CsvError, parse } from 'csv-parse/sync';
import { noHeader, type Table, type TableRow, tableIn } from './table.ts';

/** Excel in other locales writes semicolons, a copied range tabs. */
const DELIMITERS = [',', '\t', ';'] as const;

/** @throws KpiError when no row names the columns */
export function readTable(name: string, text: string): Table {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let best: Table | null = null;
  for (const delimiter of DELIMITERS) {
    const table = tableIn(readRows(lines, delimiter));
    if (table && table.layout.at.size > (best?.layout.at.size ?? 0)) best = table;
  }
  if (best) return best;
  throw noHeader(name);
}

function readRows(text: string, delimiter: string): TableRow[] {
  const lines = text.split('\n');
  const whole = parseLines(lines, 0, lines.length, delimiter);
  return whole?.every((row) => row.lineEnd - row.lineStart < LONGEST_ROW) ? whole : readPiecewise(lines, delimiter);
}

/** Lines. A quoted cell is not longer than this; what looks longer is a quote that was never closed. */
const LONGEST_ROW = 20;

/**
 * A quote that is never closed would swallow the rest of the file: here a row is the shortest run of lines that reads,
 * and a line that begins no such run stands for itself, its quotes dropped.
 */
function readPiecewise(lines: readonly string[], delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  for (let from = 0; from < lines.length; ) {
    const row = shortestRow(lines, from, delimiter) ?? bareRow(lines[from] ?? '', from, delimiter);
    rows.push(row);
    from = row.lineEnd;
  }
  return rows;
}

function shortestRow(lines: readonly string[], from: number, delimiter: string): TableRow | null {
  const last = Math.min(lines.length, from + LONGEST_ROW);
  for (let to = from + 1; to <= last; to++) {
    const [row] = parseLines(lines, from, to, delimiter) ?? [];
    if (row?.lineEnd === to) return row;
  }
  return null;
}

const bareRow = (line: string, index: number, delimiter: string): TableRow => ({
  cells: line.split(delimiter).map((cell) => cell.replaceAll('"', '').trim()),
  lineStart: index + 1,
  lineEnd: index + 1,
  raw: line,
});

/** Null when a quote stays open. */
function parseLines(lines: readonly string[], from: number, to: number, delimiter: string): TableRow[] | null {
  try {
    const text = lines.slice(from, to).join('\n');
    const records = parse(text, { delimiter, record_delimiter: '\n', relax_quotes: true, relax_column_count: true });
    return place(records, lines, from);
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** A line feed inside a cell is a line of the file: so a record's length in lines shows in its cells. */
function place(records: readonly string[][], lines: readonly string[], from: number): TableRow[] {
  let next = from;
  return records.map((cells) => {
    const lineStart = next + 1;
    for (const cell of cells) next += cell.split('\n').length - 1;
    next += 1;
    return { cells: cells.map((cell) => cell.trim()), lineStart, lineEnd: next, raw: lines.slice(lineStart - 1, next).join('\n') };
  });
}
