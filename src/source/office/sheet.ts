import { unreadable } from '../errors.ts';
import { columnOf, type SheetCell, sheetHandler } from './cell.ts';
import type { SheetInfo, Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

export interface SheetRow {
  /** As Excel numbers it. */
  readonly number: number;
  /** From the first column on, empty cells between. */
  readonly cells: readonly SheetCell[];
}

const EMPTY: SheetCell = { text: '', held: null, formula: null, merged: false };
/** Cells that are kept, the empty ones before the last of a row counted: a sheet of results has some thousands. */
const MOST_CELLS = 1_000_000;

interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** The rows of a sheet that hold something. */
export async function readSheet(workbook: Workbook, sheet: SheetInfo): Promise<SheetRow[]> {
  const rows: { number: number; cells: SheetCell[] }[] = [];
  const merges: Merge[] = [];
  const left = { cells: MOST_CELLS };
  const put = (number: number, column: number, cell: SheetCell) => {
    let row = rows.at(-1);
    if (row === undefined || row.number !== number) {
      row = { number, cells: [] };
      rows.push(row);
    }
    take(left, column + 1 - row.cells.length, workbook.archive.where);
    while (row.cells.length < column) row.cells.push(EMPTY);
    row.cells[column] = cell;
  };
  const merged = (range: string) => {
    const merge = mergeOf(range);
    if (merge) merges.push(merge);
  };
  await readXml(workbook.archive, sheet.part, sheetHandler(workbook, put, merged));
  rows.sort((a, b) => a.number - b.number);
  for (const merge of merges) fillDown(rows, merge, left, workbook.archive.where);
  return rows;
}

function take(left: { cells: number }, count: number, where: string): void {
  left.cells -= Math.max(0, count);
  if (left.cells >= 0) return;
  throw unreadable(where, {
    ja: `シートのセルが多すぎます（上限 ${MOST_CELLS.toLocaleString('en')}）。実績の表だけを残して保存し直してください。`,
    en: `the sheet has too many cells (the limit is ${MOST_CELLS.toLocaleString('en')}). Keep only the table of results.`,
  });
}

/** The first column of a merged range over several rows, which is what stands for all of them. */
function mergeOf(range: string): Merge | null {
  const [first, last] = range.split(':');
  const column = columnOf(first);
  const rowOf = (corner: string | undefined) => Number(/\d+$/.exec(corner ?? '')?.[0] ?? 0);
  const [from, to] = [rowOf(first), rowOf(last)];
  return column === null || to <= from ? null : { column, from, to };
}

function fillDown(
  rows: { number: number; cells: SheetCell[] }[],
  { column, from, to }: Merge,
  left: { cells: number },
  where: string,
): void {
  let at = lowerBound(rows, from);
  const first = rows[at];
  const source = first?.number === from ? first.cells[column] : undefined;
  if (source === undefined || source.text === '') return;
  for (at += 1; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined || row.number > to) return;
    take(left, Math.max(1, column + 1 - row.cells.length), where);
    if (row.cells[column]?.text) continue;
    while (row.cells.length < column) row.cells.push(EMPTY);
    row.cells[column] = { ...source, merged: true };
  }
}

/** The index of the first row whose number is not below. */
function lowerBound(rows: readonly { readonly number: number }[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
