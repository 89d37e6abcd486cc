import type { Cell, Column, Report, Row, Section } from './report.ts';
import { visible } from './visible.ts';

/** What Markdown or HTML would take for its own. */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
    .replaceAll('\n', '<br>');
}

function bold(text: string): string {
  return text === '' ? '' : `**${escaped(text)}**`;
}

/** GitHub-flavoured Markdown: details go into a last column. */
export const md = (report: Report): string => report.sections().map(printed).join('\n');

function printed(section: Section): string {
  const parts: string[] = [];
  if (section.heading !== null) parts.push(`## ${escaped(section.heading)}`);
  if (section.rows.length > 0) parts.push(grid(section));
  parts.push(...section.notes.map(escaped));
  return `${parts.join('\n\n')}\n`;
}

function grid({ columns, rows }: Section): string {
  const detailed = rows.some((row) => (row.details ?? []).length > 0);
  const head = [...columns.map((column) => escaped(column.title)), ...(detailed ? [''] : [])];
  const rule = [...columns.map(ruleOf), ...(detailed ? ['---'] : [])];
  return [
    line(head),
    line(rule),
    ...rows.map((row) => line([...cellsOf(row, columns.length), ...(detailed ? [detailsOf(row)] : [])])),
  ].join('\n');
}

const ruleOf = (column: Column) => (column.align === 'right' ? '--:' : '---');
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const detailsOf = (row: Row) => (row.details ?? []).map((detail: Cell) => escaped(detail.text)).join('<br>');

function cellsOf(row: Row, count: number): string[] {
  if (row.kind === 'cells') return row.cells.map((cell) => escaped(cell.text));
  return [bold(row.title.text), ...Array.from({ length: count - 1 }, () => '')];
}
