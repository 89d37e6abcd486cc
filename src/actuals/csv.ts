import { CsvError, parse } from 'csv-parse/sync';
import { KpiError } from '../model/index.ts';
import { type Layout, readLayout, TEMPLATE_COLUMNS } from './columns.ts';

/** One record of a CSV, with its place: a quoted cell may span lines. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Verbatim, line ends as LF. */
  readonly raw: string;
}

export interface CsvTable {
  readonly layout: Layout;
  readonly header: CsvRow;
  /** Below the header. */
  readonly rows: readonly CsvRow[];
}

/** Excel in other locales writes semicolons, a copied range tabs. */
const DELIMITERS = [',', '\t', ';'] as const;
/** Titles and notes may stand above the header. */
const HEADER_WITHIN = 30;

/** @throws KpiError when no row names the columns */
export function readTable(name: string, text: string): CsvTable {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let best: { table: CsvTable; columns: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const rows = readRows(lines, delimiter);
    const found = findHeader(rows);
    if (found && found.table.layout.at.size > (best?.columns ?? 0)) best = { table: found.table, columns: found.table.layout.at.size };
  }
  if (best) return best.table;
  const titles = TEMPLATE_COLUMNS.map(({ title }) => title).join(', ');
  throw new KpiError({
    ja: `${name}: 見出し行がありません。はじめの ${HEADER_WITHIN} 行のどこかに列名が要ります: ${titles}（指標 と 実績 は必須）。kpi template でひな形を作れます`,
    en: `${name}: no header row; one of the first ${HEADER_WITHIN} rows must name the columns ${titles} (指標 and 実績, or indicator and actual, are required). kpi template writes such a file`,
  });
}

function findHeader(rows: readonly CsvRow[]): { table: CsvTable } | null {
  for (const [index, header] of rows.slice(0, HEADER_WITHIN).entries()) {
    const layout = readLayout(header.cells);
    if (layout) return { table: { layout, header, rows: rows.slice(index + 1) } };
  }
  return null;
}

function readRows(text: string, delimiter: string): CsvRow[] {
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
function readPiecewise(lines: readonly string[], delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let from = 0; from < lines.length; ) {
    const row = shortestRow(lines, from, delimiter) ?? bareRow(lines[from] ?? '', from, delimiter);
    rows.push(row);
    from = row.lineEnd;
  }
  return rows;
}

function shortestRow(lines: readonly string[], from: number, delimiter: string): CsvRow | null {
  const last = Math.min(lines.length, from + LONGEST_ROW);
  for (let to = from + 1; to <= last; to++) {
    const [row] = parseLines(lines, from, to, delimiter) ?? [];
    if (row?.lineEnd === to) return row;
  }
  return null;
}

const bareRow = (line: string, index: number, delimiter: string): CsvRow => ({
  cells: line.split(delimiter).map((cell) => cell.replaceAll('"', '').trim()),
  lineStart: index + 1,
  lineEnd: index + 1,
  raw: line,
});

/** Null when a quote stays open. */
function parseLines(lines: readonly string[], from: number, to: number, delimiter: string): CsvRow[] | null {
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
function place(records: readonly string[][], lines: readonly string[], from: number): CsvRow[] {
  let next = from;
  return records.map((cells) => {
    const lineStart = next + 1;
    for (const cell of cells) next += cell.split('\n').length - 1;
    next += 1;
    return { cells: cells.map((cell) => cell.trim()), lineStart, lineEnd: next, raw: lines.slice(lineStart - 1, next).join('\n') };
  });
}
