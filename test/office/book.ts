import { type CellValue, writeXlsx } from 'hucre/xlsx';

/** A cell of a test's workbook: what it holds, and how it shows it. */
export type TestCell = CellValue | { readonly value: CellValue; readonly format?: string; readonly formula?: string };

export interface TestSheet {
  readonly name?: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** `A3:A5`. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** A workbook as another program writes it. */
export function book(...sheets: readonly TestSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name = '実績', rows, merges = [], hidden = false }) => ({
      name,
      hidden,
      rows: rows.map((row) => row.map((cell) => plain(cell))),
      cells: new Map(rows.flatMap((row, r) => row.flatMap((cell, c) => (isRich(cell) ? [[`${r},${c}`, entryOf(cell)] as const] : [])))),
      merges: merges.map(range),
    })),
  });
}

type Rich = Exclude<TestCell, CellValue>;

const isRich = (cell: TestCell): cell is Rich => typeof cell === 'object' && cell !== null && !(cell instanceof Date);
const plain = (cell: TestCell): CellValue => (isRich(cell) ? cell.value : cell);

const entryOf = ({ value, format, formula }: Rich) => ({
  value,
  ...(format !== undefined && { style: { numFmt: format } }),
  ...(formula !== undefined && { formula, ...(value !== null && { formulaResult: value }) }),
});

function range(text: string) {
  const [, from = '', first = '', to = '', last = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? [];
  const column = (letter: string) => letter.charCodeAt(0) - 65;
  return { startRow: Number(first) - 1, startCol: column(from), endRow: Number(last) - 1, endCol: column(to) };
}
