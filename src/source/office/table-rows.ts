import { KPI_MARKERS } from '../../catalog/markers.ts';
import { fold } from '../fold.ts';

/** Paragraphs and characters of a cell that is still a value, a name or a remark; above them it is prose that a table only lays out. */
const MOST_LINES = 6;
const LONGEST = 400;

/**
 * A row of a Word table: one line with its cells between bars, `<br>` between the paragraphs of a cell, as Markdown writes it; or line
 * after line, cell after cell, where the table lays out prose. A box around text has a single cell.
 */
export function rowLines(cells: readonly { readonly lines: readonly string[]; readonly span: number }[]): string[] {
  const filled = cells.map(({ lines, span }) => ({ lines: lines.filter((line) => line.trim() !== ''), span }));
  if (cells.length < 2 || filled.some(({ lines }) => isProse(lines))) return filled.flatMap(({ lines }) => lines);
  const texts = filled.flatMap(({ lines, span }) => [lines.map(asCell).join('<br>'), ...Array.from({ length: span - 1 }, () => '')]);
  return texts.every((text) => text === '') ? [] : [`| ${texts.join(' | ')} |`];
}

const isProse = (lines: readonly string[]): boolean =>
  lines.length > MOST_LINES || lines.reduce((sum, line) => sum + line.length, 0) > LONGEST || lines.some(opensStatement);

/** `■ KPI：郵送化率を …`, `【KPI】`, but not the `KPI` at the head of a column. */
function opensStatement(line: string, at: number, lines: readonly string[]): boolean {
  const text = fold(line).trim();
  const marker = KPI_MARKERS.find(({ pattern }) => {
    pattern.lastIndex = 0;
    return pattern.test(text);
  });
  return marker !== undefined && (!marker.heading || (!text.startsWith('KPI') && at + 1 < lines.length));
}

const asCell = (line: string): string => line.replaceAll('|', '｜').replaceAll('\t', ' ').trim();
