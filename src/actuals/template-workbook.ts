import type { CellStyle, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Target } from '../model/index.ts';
import { visible } from '../model/visible.ts';
import { type ColumnKey, TEMPLATE_COLUMNS } from './columns.ts';
import { type TemplateRow, templateRows, type UnitSource } from './template.ts';

const FONT = { name: 'Yu Gothic', size: 11 };
const SHEET = '実績';
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFD9E1F2' } },
  alignment: { vertical: 'center', wrapText: true },
};
/** Yellow, as forms do: here something is to be written. */
const TO_FILL_IN: Pick<CellStyle, 'fill'> = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFFBE6' } } };

const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  branch: 8,
  fiscalYear: 7,
  measure: 30,
  indicator: 48,
  target: 18,
  actual: 13,
  unit: 8,
  previous: 13,
  completion: 24,
  newInitiative: 13,
  asOf: 12,
  note: 36,
  bids: 10,
  singleBids: 12,
};

const FILLED_IN: ReadonlySet<ColumnKey> = new Set(['actual', 'previous', 'completion', 'newInitiative', 'asOf']);
/** `@` keeps a text what it is when somebody edits it: `1/4`, `=1+1`. */
const TEXT = '@';

/** The words of the rubric. */
const COMPLETIONS = ['計画通りに実施し、効果的な結果が得られた', '計画通りに実施', '計画の一部を実施'];

/** The template as a workbook: widths, number formats, a head that stays in sight, and lists to choose from. */
export async function templateWorkbook(targets: readonly Target[], catalog?: UnitSource): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = templateRows(targets, catalog);
  return writeXlsx({ sheets: [sheetOf(rows)], defaultFont: FONT });
}

function sheetOf(rows: readonly TemplateRow[]): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [at, { key, title }] of TEMPLATE_COLUMNS.entries()) {
    cells.set(`0,${at}`, { value: title, type: 'string', style: HEAD });
    for (const [index, row] of rows.entries()) cells.set(`${index + 1},${at}`, cellOf(row, key));
  }
  const last = columnName(TEMPLATE_COLUMNS.length - 1);
  return {
    name: SHEET,
    columns: TEMPLATE_COLUMNS.map(({ key }): ColumnDef => ({ width: WIDTHS[key] })),
    rows: [],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    dataValidations: validations(rows),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
}

type CellEntry = NonNullable<WriteSheet['cells']> extends Map<string, infer Entry> ? Entry : never;

function cellOf(row: TemplateRow, key: ColumnKey): CellEntry {
  const text = visible(row.cells[key] ?? '');
  const style: CellStyle = {
    font: FONT,
    alignment: { vertical: 'top', wrapText: true },
    numFmt: formatOf(row, key),
    ...(FILLED_IN.has(key) ? TO_FILL_IN : {}),
  };
  if (key === 'fiscalYear') return { value: row.target.fiscalYear, type: 'number', style };
  return text === '' ? { value: null, type: 'empty', style } : { value: text, type: 'string', style };
}

/**
 * A rate is typed as 96.1 or 96.1% into a cell in %: Excel keeps 0.961 and shows what was typed, to three decimals. A number is shown
 * with the decimals of its target; without a target nobody knows, and the cell is as Excel makes it.
 */
function formatOf({ unit, target }: TemplateRow, key: ColumnKey): string {
  if (key === 'fiscalYear') return '0';
  if (key !== 'actual' && key !== 'previous') return TEXT;
  if (target.basis === 'qualitative') return TEXT;
  if (unit === '%') return '0.0##%';
  const decimals = target.value?.scale ?? 0;
  if (unit === null) return 'General';
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(decimals, 6))}`;
}

/** Lists to choose from; something else may be written all the same. */
function validations(rows: readonly TemplateRow[]): DataValidation[] {
  if (rows.length === 0) return [];
  const list = (values: string[], key: ColumnKey, from: number, to: number): DataValidation => {
    const column = columnName(TEMPLATE_COLUMNS.findIndex((one) => one.key === key));
    return {
      type: 'list',
      values,
      range: `${column}${from}:${column}${to}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
    };
  };
  const last = rows.length + 1;
  const done = rows.flatMap(({ target }, index) =>
    target.basis === 'qualitative' ? [list(['実施', '未実施'], 'actual', index + 2, index + 2)] : [],
  );
  return [list(COMPLETIONS, 'completion', 2, last), list(['あり', 'なし'], 'newInitiative', 2, last), ...done];
}

const columnName = (at: number): string => String.fromCharCode(65 + at);
