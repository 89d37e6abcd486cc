import { csvCell } from '../actuals/csv-cell.ts';
import type { Formatter } from './report.ts';

/** A comparator alone (`=`) is no formula. */
const cell = (text: string) => (text === '=' ? text : csvCell(text));

/** RFC 4180. The byte-order mark that Excel wants is put in front where a file is written. */
export const csv: Formatter = (report) => {
  const { columns, rows } = report.sheet();
  return [columns, ...rows].map((row) => `${row.map((value) => cell(value ?? '')).join(',')}\r\n`).join('');
};
