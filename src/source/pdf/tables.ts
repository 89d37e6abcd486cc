import type { Table, TableCell } from './blocks.ts';
import { linesOfCell } from './cells.ts';
import type { Carried } from './flows.ts';
import type { PrintedLine } from './lines.ts';
import { announces, goesOnBehindBreak, hasEnded, opensLine, ShownMargins } from './wrap.ts';

/** A table on a page, as a part of the one that it goes on with. */
export interface Part {
  readonly table: Table;
  /** The number of the table in its document. */
  readonly number: number;
  /** Of the whole table, the row that its first row is. */
  readonly firstRow: number;
  /** So many of its first rows are the head that the page before has already. */
  readonly repeated: number;
  /** The columns whose last line on the page before goes on in their first line here. */
  readonly seams: ReadonlySet<number>;
}

/** A head has no more rows. */
const HEAD_ROWS = 3;
/** Columns begin at the same places on both pages. */
const ALIKE = 2;
/** The first of a list. */
const FIRST = /^(?:■?\s*KPI\s*[:：]?\s*)?(?:[①⑴❶Ⅰⅰ⒈]|[(（]?[1１アａaⅰⅠ][)）.．、])/;

type Cells = ReadonlyMap<number, TableCell>;

interface Known {
  readonly number: number;
  readonly columns: readonly number[];
  readonly rows: number;
  /** What the first rows say. */
  readonly head: readonly string[];
  /** What reaches down to its end, by column; above the last row, those that several rows share. */
  readonly last: Cells;
  readonly shared: ReadonlySet<number>;
  readonly closed: Table['closed'];
}

/** What a page has from those before: the tables of a document, and where its text columns stand. */
export class Tables implements Carried {
  columnStarts: readonly number[] = [];
  readonly margins = new ShownMargins();
  private count = 0;
  private known: Known | null = null;

  /** One that goes on from the page before, with the same columns, keeps its number and counts its rows on. */
  place(table: Table, opensPage: boolean): Part {
    const rows = Math.max(...table.cells.map(({ row }) => row)) + 1;
    const before = opensPage && this.known && areAlike(this.known.columns, table.columns) ? this.known : null;
    const head = before?.head ?? headOf(table, rows);
    const repeated = before ? repeatedRows(before.head, headOf(table, rows)) : 0;
    const first = cellsBy(table, ({ row }) => row === repeated);
    const cut = before !== null && (isOpen(before, table, repeated) || isCut(before.last, first));
    const firstRow = before ? before.rows - repeated - Number(cut) : 0;
    const number = before?.number ?? this.count++;
    const last = lastOf(table, rows);
    const seams = before ? seamsOf(before.last, first).filter((column) => cut || before.shared.has(column)) : [];
    this.known = {
      number,
      columns: before?.columns ?? table.columns,
      rows: firstRow + rows,
      head,
      last: cut && rows === repeated + 1 ? new Map([...before.last, ...filled(last)]) : last,
      shared: new Set([...last].flatMap(([column, { row }]) => (row < rows - 1 ? [column] : []))),
      closed: { above: before?.closed.above ?? table.closed.above, below: table.closed.below },
    };
    return { table, number, firstRow, repeated, seams: new Set(seams) };
  }
}

const areAlike = (columns: readonly number[], others: readonly number[]): boolean =>
  columns.length === others.length && columns.every((x, i) => Math.abs(x - (others[i] ?? 0)) <= ALIKE);

const cellsBy = ({ cells }: Table, wanted: (cell: TableCell) => boolean): Cells =>
  new Map(cells.filter(wanted).map((cell) => [cell.column, cell]));

const filled = (cells: Cells): [number, TableCell][] => [...cells].filter(([, { blocks }]) => blocks.length > 0);

/** The cells that reach down to the end of a table: of a merged one, only the first row is known. */
function lastOf(table: Table, rows: number): Cells {
  return cellsBy(table, ({ row, walls }) => (walls ? table.bottom - walls.y1 < ALIKE : row === rows - 1));
}

function headOf(table: Table, rows: number): string[] {
  return Array.from({ length: Math.min(rows, HEAD_ROWS) }, (_, at) =>
    table.cells
      .filter(({ row }) => row === at)
      .map((cell) => {
        const text = linesOfCell(cell).map((line) => line.text);
        return `${cell.column} ${text.join('')}`.replaceAll(' ', '');
      })
      .join('\n'),
  );
}

/** How many rows at the top of the page say what the first rows of the table said. */
function repeatedRows(head: readonly string[], rows: readonly string[]): number {
  const differs = rows.findIndex((row, i) => row !== head[i]);
  return differs < 0 ? 0 : differs;
}

/** Where a table has a line above its first row and none below its last one on the page, that row is not at its end. */
function isOpen(before: Known, table: Table, repeated: number): boolean {
  return before.closed.above && !before.closed.below && (repeated > 0 || !table.closed.above);
}

/**
 * Whether a row goes on in the first one of the next page: at least one cell does, and no other begins anew. A row that holds nothing but
 * further items of one cell goes on, too.
 */
function isCut(last: Cells, first: Cells): boolean {
  const filled = [...first].filter(([, { blocks }]) => blocks.length > 0);
  const both = filled.flatMap(([column, cell]) => {
    const [before, [next]] = [last.get(column), linesOfCell(cell)];
    return before && next && linesAtEnd(before).length > 0 && haveSameWalls(before, cell)
      ? [{ column, lines: linesAtEnd(before), next }]
      : [];
  });
  const seams = seamsOf(last, first);
  const going = both.filter(({ column, lines, next }) => seams.includes(column) || isAnnounced(lines, next));
  const mayGoOn = both.filter((one) => going.includes(one) || isNextItem(one.lines, one.next) || isHeading(one.lines, one.next));
  const others = [...last].some(([column, { blocks }]) => blocks.length > 0 && !first.get(column)?.blocks.length);
  const begun = filled.filter(([column]) => (last.get(column)?.blocks.length ?? 0) > 0);
  return mayGoOn.length === begun.length && (going.length > 0 || (filled.length === 1 && mayGoOn.length === 1 && others));
}

const haveSameWalls = ({ walls }: TableCell, { walls: others }: TableCell): boolean =>
  walls !== null && others !== null && areAlike([walls.x0, walls.x1], [others.x0, others.x1]);

const isAnnounced = (lines: readonly PrintedLine[], next: PrintedLine): boolean => lines.slice(-1).some(announces) && opensLine(next);

/** `３－１．コスト削減等` has its text below it. */
const isHeading = (lines: readonly PrintedLine[], next: PrintedLine): boolean =>
  lines.slice(-1).some((line) => opensLine(line) && !hasEnded(line, next));

/** `②` behind `①`, `・` behind `・`; a row of its own begins with `①` again. */
const isNextItem = (lines: readonly PrintedLine[], next: PrintedLine): boolean =>
  opensLine(next) && !(FIRST.test(next.text) && lines.some(({ text }) => FIRST.test(text)));

/** The columns whose text on the page before goes on in the first line of this one. */
function seamsOf(last: Cells, first: Cells): number[] {
  return [...first].flatMap(([column, cell]) => {
    const before = last.get(column);
    const [line] = cell.blocks;
    if (!before?.walls || !haveSameWalls(before, cell) || line?.kind !== 'line') return [];
    return goesOnBehindBreak(linesAtEnd(before), line.line, before.walls) ? [column] : [];
  });
}

/** None where a table in the cell ends it. */
const linesAtEnd = (cell: TableCell | undefined): PrintedLine[] => (cell?.blocks.at(-1)?.kind === 'line' ? linesOfCell(cell) : []);
