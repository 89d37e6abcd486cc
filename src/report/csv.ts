import type { Formatter } from './report.ts';

const NEEDS_QUOTES = /[",\r\n]/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?%?$/;
/** A spreadsheet runs what begins like this, and a document is not ours to trust: `=HYPERLINK(…)`. */
const RUNS = /^[=+\-@\t\r]/;

function cell(value: string | null): string {
  if (value === null) return '';
  const safe = RUNS.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180. The byte-order mark that Excel wants is put in front where a file is written. */
export const csv: Formatter = (report) => {
  const { columns, rows } = report.sheet();
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};
