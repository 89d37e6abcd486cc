import { Chalk } from 'chalk';
import Table from 'cli-table3';
import { displayWidth, wrap } from './display.ts';
import type { Cell, Formatter, Row, Section, Tone } from './report.ts';
import { visible } from './visible.ts';

/** A rule and a space on each side of a cell. */
const FRAME = 3;
/** A flexible column is never squeezed below this. */
const NARROWEST = 16;

type Paint = (text: string, tone: Tone | undefined) => string;

function painter(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const tones = { good: chalk.green, bad: chalk.red, doubtful: chalk.yellow, quiet: chalk.dim, strong: chalk.bold };
  return (text, tone) => (tone === undefined || text === '' ? text : tones[tone](text));
}

/** For a terminal: columns that line up with full-width characters in them. */
export const table: Formatter = (report, context) => {
  const paint = painter(context.color);
  return report
    .sections()
    .map((section) => printed(section, context.width, paint))
    .join('\n');
};

function printed(section: Section, width: number, paint: Paint): string {
  const blocks: string[] = [];
  if (section.heading !== null) blocks.push(...wrap(visible(section.heading), width).map((line) => paint(line, 'strong')));
  if (section.rows.length > 0) blocks.push(grid(section, width, paint));
  for (const note of section.notes) blocks.push(...wrap(visible(note), width));
  return blocks.map((block) => `${block}\n`).join('');
}

function grid({ columns, rows }: Section, width: number, paint: Paint): string {
  const widths = columnWidths(columns, rows, width);
  const across = widths.reduce((sum, size) => sum + size + FRAME, -FRAME);
  const out = new Table({
    head: columns.map((column, index) => wrapped({ text: column.title }, widths[index] ?? NARROWEST, paint)),
    colWidths: widths.map((size) => size + FRAME - 1),
    colAligns: columns.map((column) => column.align ?? 'left'),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    if (row.kind === 'cells') out.push(row.cells.map((cell, index) => wrapped(cell, widths[index] ?? NARROWEST, paint)));
    else out.push([{ colSpan: columns.length, content: wrapped(row.title, across, paint) }]);
    for (const detail of row.details ?? []) {
      out.push([{ colSpan: columns.length, content: indented(detail, across, paint), hAlign: 'left' }]);
    }
  }
  return out.toString();
}

/** Every column as wide as its widest cell; the flexible one takes what is left of the line. */
function columnWidths(columns: Section['columns'], rows: readonly Row[], width: number): number[] {
  const widths = columns.map((column, index) => {
    const texts = rows.flatMap((row) => (row.kind === 'cells' ? [row.cells[index]?.text ?? ''] : []));
    return Math.max(...[column.title, ...texts].flatMap((text) => visible(text).split('\n')).map(displayWidth));
  });
  const flexible = columns.findIndex((column) => column.flexible);
  const room = width - (columns.length * FRAME + 1);
  const taken = () => widths.reduce((sum, size) => sum + size, 0);
  if (flexible >= 0) widths[flexible] = Math.min(widths[flexible] ?? 0, Math.max(NARROWEST, room - taken() + (widths[flexible] ?? 0)));
  // Where that is not enough, the widest gives way.
  while (taken() > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Each line is painted for itself: a colour does not run through the rule beside it. */
function wrapped(cell: Cell, width: number, paint: Paint): string {
  return wrap(visible(cell.text), width)
    .map((line) => paint(line, cell.tone))
    .join('\n');
}

const INDENT = '  ';

function indented(cell: Cell, width: number, paint: Paint): string {
  return wrap(visible(cell.text), width - INDENT.length)
    .map((line) => INDENT + paint(line, cell.tone))
    .join('\n');
}
