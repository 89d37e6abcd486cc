import type { SheetCell } from '../source/office/cell.ts';
import type { SheetRow } from '../source/office/sheet.ts';
import { type CellMark, noHeader, type Table, type TableRow, tableIn } from './table.ts';

export interface WorkbookOptions {
  readonly maxBytes: number;
  /** A sheet's name, or its place among the tabs, from 1. */
  readonly sheet?: string | undefined;
}

/**
 * The table of results in a sheet of a workbook.
 * @throws KpiError when the bytes are no workbook, it has no such sheet, or no row of it names the columns
 */
export async function readWorkbookTable(name: string, bytes: Uint8Array, { maxBytes, sheet: wanted }: WorkbookOptions): Promise<Table> {
  const { openArchive } = await import('../source/office/archive.ts');
  const { chooseSheet, openWorkbook } = await import('../source/office/workbook.ts');
  const { readSheet } = await import('../source/office/sheet.ts');
  const workbook = await openWorkbook(await openArchive(name, bytes, maxBytes));
  const sheet = chooseSheet(workbook, wanted);
  const rows = await readSheet(workbook, sheet);
  const table = tableIn(rows.map(tableRow), sheet.position);
  if (table) return table;
  const others = workbook.sheets.filter((other) => other !== sheet).map((other) => other.name);
  if (others.length === 0) throw noHeader(`${name} (${sheet.name})`);
  throw noHeader(`${name} (${sheet.name})`, {
    ja: `。ほかのシートは --sheet で選びます: ${others.join(', ')}`,
    en: `; --sheet chooses another: ${others.join(', ')}`,
  });
}

function tableRow({ number, cells }: SheetRow): TableRow {
  const marks = new Map<number, CellMark>();
  for (const [column, cell] of cells.entries()) {
    const mark = markOf(cell);
    if (mark) marks.set(column, mark);
  }
  return { cells: cells.map(({ text }) => text.trim()), lineStart: number, lineEnd: number, raw: quoteOf(cells), marks };
}

/** A row as one line; what it repeats of a merged range above is not its own. */
function quoteOf(cells: readonly SheetCell[]): string {
  const own = cells.map(({ text, merged }) => (merged ? '' : text.trim()));
  return own.slice(0, own.findLastIndex((text) => text !== '') + 1).join(' | ');
}

function markOf({ held, formula, merged }: SheetCell): CellMark | null {
  if (merged) return { kind: 'merged' };
  if (formula === 'without result') return { kind: 'no-result' };
  return held === null ? null : { kind: 'rounded', held, formula: formula !== null };
}
