import { MEASURE_HEAD, STATEMENT_HEAD } from '../catalog/columns.ts';
import { markerAt, openingOf } from './classify.ts';
import type { TextLine } from './lines.ts';
import { markerStarts } from './marker-inside.ts';
import { tableHeadAt } from './table-head.ts';

/** The head of a table stands in one of its first rows. */
const HEAD_WITHIN = 4;
/** A cell with more is prose that a table only lays out. */
const MOST_LINES = 4;
const LONGEST = 120;

/** A line that stands in a cell. */
type CellLine = TextLine & { readonly cell: NonNullable<TextLine['cell']> };
/** The lines of each cell of a row, by column. */
type Row = ReadonlyMap<number, readonly CellLine[]>;

/**
 * Where a document draws its tables, each row of values as one line with tabs between its cells, as tables stand in a text. A table that
 * lays out prose stays as it is: line after line, cell after cell.
 */
export function joinRows(lines: readonly TextLine[]): TextLine[] {
  const found: TextLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(lines, at);
    const line = lines[at];
    if (table.length > 0) found.push(...joined(withoutRepeats(table).flatMap(parted)));
    else if (line) found.push(line);
    at += Math.max(table.length, 1);
  }
  return found;
}

function tableAt(lines: readonly TextLine[], at: number): CellLine[] {
  const table = lines[at]?.cell?.table;
  const found: CellLine[] = [];
  for (let line = lines[at]; line && table !== undefined && line.cell?.table === table; line = lines[at + found.length]) {
    found.push({ ...line, cell: line.cell });
  }
  return found;
}

/** Without the heads that are printed again on each page; where other lines part the table, the one behind them is needed. */
function withoutRepeats(table: readonly CellLine[]): readonly CellLine[] {
  const first = table.findIndex(({ cell }) => !cell.repeats);
  return table.filter(({ cell }, i) => i < first || !cell.repeats);
}

/** A line of a cell, and one for each marker behind other words on it. */
function parted(line: CellLine): CellLine[] {
  const starts = markerStarts(line.text);
  if (starts.length === 1) return [line];
  return starts.map((from, i): CellLine => {
    const [text, raw] = [line.text.slice(from, starts[i + 1]), line.raw.slice(from, starts[i + 1])];
    return i === 0 ? { ...line, text, raw } : { ...line, text, raw, start: 0, gap: 0 };
  });
}

function joined(table: readonly CellLine[]): TextLine[] {
  const columns = Math.max(...table.map(({ cell }) => cell.column)) + 1;
  const rows = rowsOf(table);
  const lines = rows.map((row) => joinedRow(row, columns));
  const statements = statementColumns(rows);
  if (statements) return rows.flatMap((row, i) => underHeads(row, statements, i <= statements.head || statementColumns([row]) !== null));
  const head = rows.some((row, i) => i < HEAD_WITHIN && !opensStatement(row) && tableHeadAt(lines, i) !== null);
  const values = head && !rows.some(opensStatement);
  return rows.flatMap((row, i) => {
    const line = lines[i];
    return line && row.size > 1 && (values || (isShort(row) && !opensStatement(row))) ? [line] : [...row.values()].flat();
  });
}

function rowsOf(table: readonly CellLine[]): Row[] {
  const rows = new Map<number, Map<number, CellLine[]>>();
  for (const line of table) {
    const row = rows.get(line.cell.row) ?? new Map<number, CellLine[]>();
    rows.set(line.cell.row, row.set(line.cell.column, [...(row.get(line.cell.column) ?? []), line]));
  }
  return [...rows.values()];
}

interface StatementColumns {
  /** The row that names the columns. */
  readonly head: number;
  readonly kpis: ReadonlySet<number>;
  readonly measures: ReadonlySet<number>;
}

/** The columns of a table that states KPIs in full beside their measures; null for any other. */
function statementColumns(rows: readonly Row[]): StatementColumns | null {
  for (const [head, row] of rows.slice(0, HEAD_WITHIN).entries()) {
    const named = (pattern: RegExp) =>
      new Set(
        [...row].flatMap(([column, lines]) => (pattern.test(lines.map(({ text }) => text.replaceAll(' ', '')).join('')) ? [column] : [])),
      );
    const [kpis, measures] = [named(STATEMENT_HEAD), named(MEASURE_HEAD)];
    if (kpis.size === 1 && measures.size > 0 && kpis.size + measures.size === row.size) return { head, kpis, measures };
  }
  return null;
}

/** The lines of a row below such a head, each knowing its column; a measure that wraps is one line. */
function underHeads(row: Row, { kpis, measures }: StatementColumns, isHead: boolean): TextLine[] {
  if (isHead) return [joinedRow(row, Math.max(...row.keys()) + 1)];
  return [...row].flatMap(([column, lines]): TextLine[] => {
    if (kpis.has(column)) return statementsIn(lines).map((line) => ({ ...line, under: 'kpi' }));
    if (!measures.has(column)) return [...lines];
    const wraps = lines.every((line, i) => i === 0 || openingOf(line).kind === 'text');
    const measure = wraps ? [{ ...joinedRow(new Map([[0, lines]]), 1), cell: lines[0]?.cell }] : lines;
    return measure.map(({ cell, ...line }, i) => ({
      ...line,
      ...(cell ? { cell } : {}),
      ...(i === 0 ? { under: 'measure' as const } : {}),
    }));
  });
}

/** Where a statement has ended, the next line of its cell is another; `とする` may still follow on it. */
const ENDED = /(?:する|。|以上|以下|[%件人円社])$/;
const KANA = /^[ぁ-ん]/;

/** The lines of a cell, those that a statement wraps over as one. */
function statementsIn(lines: readonly CellLine[]): TextLine[] {
  const statements: CellLine[][] = [];
  for (const line of lines) {
    const last = statements.at(-1)?.at(-1);
    const goesOn = last && openingOf(line).kind === 'text' && (!ENDED.test(last.text.trimEnd()) || KANA.test(line.text.slice(line.start)));
    if (goesOn) statements.at(-1)?.push(line);
    else statements.push([line]);
  }
  return statements.map((statement) => {
    const { cell } = statement[0] ?? {};
    return { ...joinedRow(new Map([[0, statement]]), 1), ...(cell ? { cell } : {}) };
  });
}

/** `a` / `b` in one cell and `c` in the next, as one line: `a\nb\tc`. */
function joinedRow(row: Row, columns: number): TextLine {
  const cells = Array.from({ length: columns }, (_, column) => row.get(column) ?? []);
  const all = cells.flat();
  const [first] = all;
  const raw = cells.map((cell) => cell.map((line) => line.raw.trim()).join('\n')).join('\t');
  const text = cells.map((cell) => cell.map(trimmed).join(' ')).join(' ');
  const red = all.flatMap((line) => line.red ?? []);
  const place = first?.onPage === undefined ? {} : { onPage: first.onPage, ...endOf(all) };
  return {
    page: first?.page ?? 1,
    number: first?.number ?? 1,
    raw,
    text,
    start: text.search(/[^ ]|$/),
    gap: first?.gap ?? 0,
    ...place,
    ...(red.length > 0 ? { red } : {}),
  };
}

/** The folded text of what `raw.trim()` is: a raised digit is folded to a space. */
const trimmed = ({ raw, text }: TextLine): string => text.slice(raw.length - raw.trimStart().length, raw.trimEnd().length);

/** Where lines end that may stand on two pages, in any order. */
function endOf(lines: readonly TextLine[]): Pick<TextLine, 'onPageEnd' | 'pageEnd'> {
  const page = Math.max(...lines.map((line) => line.pageEnd ?? line.page));
  const onPage = lines.filter((line) => (line.pageEnd ?? line.page) === page).map((line) => line.onPageEnd ?? line.onPage ?? 1);
  const last = page === lines[0]?.page ? (lines.at(-1)?.onPageEnd ?? lines.at(-1)?.onPage ?? 1) : Math.max(...onPage);
  return { onPageEnd: last, ...(page === lines[0]?.page ? {} : { pageEnd: page }) };
}

/** A marker with its statement in the cell: `【KPI】` above the targets; `KPI` alone heads a column. */
function opensStatement(row: Row): boolean {
  return [...row.values()].some((cell) =>
    cell.some((line, i) => {
      const marker = markerAt(line);
      return marker !== null && (!marker.heading || i + 1 < cell.length);
    }),
  );
}

function isShort(row: Row): boolean {
  return [...row.values()].every(
    (cell) =>
      cell.length <= MOST_LINES &&
      cell.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST &&
      cell.every((line, i) => i === 0 || openingOf(line).kind === 'text'),
  );
}
