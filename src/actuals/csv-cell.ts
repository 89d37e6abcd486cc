import { visible } from '../model/visible.ts';

/** A spreadsheet runs a cell that begins like a formula: an apostrophe makes it text. A negative number stays a number. */
export function csvCell(printed: string): string {
  // A CSV is looked at on a terminal, too; a tab does no harm there.
  const text = printed.split('\t').map(visible).join('\t');
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^-\d[\d,]*(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
