import { csvCell } from '../actuals/csv-cell.ts';
import type { Report } from './report.ts';

/** A comparator alone (`=`) is no formula. */
const cell = (text: string) => (text === '=' ? text : csvCell(text));

/** RFC 4180. The byte-order mark that Excel wants is put in front where a file is written. */
export function* csv(report: Report): Generator<string> {
  const { columns, rows } = report.sheet();
  yield line(columns);
  for (const row of rows) yield line(row);
}

const line = (row: readonly (string | null)[]) => `${row.map((value) => cell(value ?? '')).join(',')}\r\n`;
