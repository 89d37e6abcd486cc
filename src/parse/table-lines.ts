import { targetIn } from './cell-value.ts';
import { type Cell, cell } from './cells.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import type { RowSense } from './row-builder.ts';
import type { TableHead } from './table-head.ts';
import type { Rows } from './table-rows.ts';

/** A name wraps over no more lines. */
const LONGEST_NAME = 6;
const WIDEST_GAP = 2;

/** The rows of a table that keeps a line for each cell: a name, over one line or more, then a line for each of the other columns. */
export function rowsOfLines(lines: readonly TextLine[], head: TableHead, sense: RowSense): Rows {
  const rows: Cell[][] = [];
  let next = head.next;
  for (;;) {
    const row = rowAt(lines, next, head, sense);
    if (!row) return { rows, unread: [], next };
    rows.push(row.cells);
    next = row.next;
  }
}

function rowAt(lines: readonly TextLine[], at: number, head: TableHead, sense: RowSense): { cells: Cell[]; next: number } | null {
  const { columns } = head;
  const cells: Cell[] = [];
  for (let next = at; next < lines.length; next++) {
    const line = lines[next];
    if (!line || line.gap > WIDEST_GAP || /^\s*#/.test(line.raw) || (markerAt(line) && cells.length !== 1)) return null;
    const one = cell(line, line.start, line.text.length);
    const [name = []] = cells;
    if (cells.length > 0 && holds(head, cells.length, one, sense)) cells.push(one);
    else if (cells.length > 1 || name.length >= LONGEST_NAME) return null;
    else cells[0] = [...name, ...one];
    if (cells.length === columns.length) return { cells, next: next + 1 };
  }
  return null;
}

/** Whether a line is the cell of the column: of a target, nothing but its phrase, for the name may hold one as well. */
function holds({ columns }: TableHead, column: number, one: Cell, sense: RowSense): boolean {
  if (!sense.reads(column, one)) return false;
  const target = columns[column]?.kind === 'target' ? targetIn(one, null) : null;
  return target?.kind !== 'target' || target.name.text === '';
}
