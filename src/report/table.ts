import { Chalk } from 'chalk';
import Table, { type HorizontalTableRow } from 'cli-table3';
import type { Language } from '../model/index.ts';
import { displayWidth, wrap } from './display.ts';
import type { Cell, Context, Report, Row, Section, Tone } from './report.ts';
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
export const table = (report: Report, context: Context): string => {
  const paint = painter(context.color);
  return report
    .sections()
    .map((section) => printed(cutDown(section, context.lang), context.width, paint))
    .join('\n');
};

/** A table is read by people: a document of a million bad lines, or with a line of a megabyte, must not keep them waiting for minutes. */
const MOST_ROWS = 10_000;
const LONGEST = 1000;
const CUT = {
  ja: (rows: number) => `ほかに ${rows.toLocaleString('en')} 行あります（--format ndjson か csv で全部出ます）。`,
  en: (rows: number) => `and ${rows.toLocaleString('en')} more rows (--format ndjson or csv prints all)`,
};

function cutDown(section: Section, lang: Language): Section {
  const more = section.rows.length - MOST_ROWS;
  return more > 0 ? { ...section, rows: section.rows.slice(0, MOST_ROWS), notes: [...section.notes, CUT[lang](more)] } : section;
}

/** What of a cell is shown: the other formats have all of it. */
function shown(text: string): string {
  return text.length > LONGEST ? `${visible(text.slice(0, LONGEST))}… (+${(text.length - LONGEST).toLocaleString('en')})` : visible(text);
}

function printed(section: Section, width: number, paint: Paint): string {
  const blocks: string[] = [];
  if (section.heading !== null) blocks.push(...wrap(shown(section.heading), width).map((line) => paint(line, 'strong')));
  if (section.rows.length > 0) blocks.push(grid(section, width, paint));
  for (const note of section.notes) blocks.push(...wrap(shown(note), width));
  return blocks.map((block) => `${block}\n`).join('');
}

/**
 * Lines drawn at a time. cli-table3 holds each row against all above it and measures a whole cell for each of its lines, which takes
 * minutes for thousands of rows. So it gets lines, which without rules between them look the same as rows, and so many at a time.
 */
const BLOCK = 100;

function grid({ columns, rows }: Section, width: number, paint: Paint): string {
  const widths = columnWidths(columns, rows, width);
  const head = columns.map((column, index) => wrapped({ text: column.title }, widths[index] ?? NARROWEST, paint).join('\n'));
  const layout = {
    colWidths: widths.map((size) => size + FRAME - 1),
    colAligns: columns.map((column) => column.align ?? 'left'),
    style: { head: [], border: [], compact: true },
  };
  const lines = rows.flatMap((row) => linesOf(row, widths, paint));
  const drawn: string[] = [];
  for (let start = 0; start < lines.length; start += BLOCK) {
    const block = new Table({ ...layout, head: start === 0 ? head : [] });
    block.push(...lines.slice(start, start + BLOCK));
    // Between two blocks, neither the frame below the one nor that above the other.
    const isLast = start + BLOCK >= lines.length;
    drawn.push(
      ...block
        .toString()
        .split('\n')
        .slice(start === 0 ? 0 : 1, isLast ? undefined : -1),
    );
  }
  return drawn.join('\n');
}

/** The lines of a row and of its details. */
function linesOf(row: Row, widths: readonly number[], paint: Paint): HorizontalTableRow[] {
  const across = widths.reduce((sum, size) => sum + size + FRAME, -FRAME);
  const spanning = (content: string): HorizontalTableRow => [{ colSpan: widths.length, content, hAlign: 'left' }];
  const details = (row.details ?? []).flatMap((detail) => indented(detail, across, paint));
  const own = row.kind === 'cells' ? cellLines(row.cells, widths, paint) : wrapped(row.title, across, paint).map(spanning);
  return [...own, ...details.map(spanning)];
}

function cellLines(cells: readonly Cell[], widths: readonly number[], paint: Paint): string[][] {
  const columns = cells.map((cell, index) => wrapped(cell, widths[index] ?? NARROWEST, paint));
  const height = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: height }, (_, at) => columns.map((lines) => lines[at] ?? ''));
}

/** Every column as wide as its widest cell; the flexible one takes what is left of the line. */
function columnWidths(columns: Section['columns'], rows: readonly Row[], width: number): number[] {
  const widths = columns.map((column, index) => {
    const texts = rows.flatMap((row) => (row.kind === 'cells' ? [row.cells[index]?.text ?? ''] : []));
    const lines = [column.title, ...texts].flatMap((text) => shown(text).split('\n'));
    return lines.reduce((widest, line) => Math.max(widest, displayWidth(line)), 0);
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
const wrapped = (cell: Cell, width: number, paint: Paint): string[] => wrap(shown(cell.text), width).map((line) => paint(line, cell.tone));

const INDENT = '  ';

const indented = (cell: Cell, width: number, paint: Paint): string[] =>
  wrap(shown(cell.text), width - INDENT.length).map((line) => INDENT + paint(line, cell.tone));
