import type { CellPlace } from '../document.ts';
import { type Block, blocksOf } from './blocks.ts';
import { channelsOf } from './colour.ts';
import { gridsOf } from './grid.ts';
import type { PrintedLine } from './lines.ts';
import type { Painted } from './painted.ts';
import { plain } from './plain.ts';
import { visible } from './visible.ts';
import { withoutWatermark } from './watermark.ts';

/** A line of a page in the order of reading. */
export interface PageLine {
  readonly text: string;
  /** How many printed lines it is. */
  readonly count: number;
  /** Set apart from the line before by more than the usual. */
  readonly apart: boolean;
  readonly cell: CellPlace | null;
  /** What of it is printed in red. */
  readonly red: readonly string[];
}

/** So much more than the usual distance of lines sets a line apart. */
const APART = 1.45;

/** What a page has from those before: numbers the tables of a document, and knows its columns. */
export class Tables {
  columnStart: number | null = null;
  private count = 0;
  private last: { readonly columns: readonly number[]; readonly table: number; readonly rows: number } | null = null;

  /** The number of a table and of its first row: one that goes on from the page before, with the same columns, keeps counting. */
  number(columns: readonly number[], rows: number, opensPage: boolean): { readonly table: number; readonly row: number } {
    const { last } = this;
    const goesOn =
      opensPage && last && last.columns.length === columns.length && last.columns.every((x, i) => Math.abs(x - (columns[i] ?? 0)) <= 2);
    const place = goesOn ? { table: last.table, row: last.rows } : { table: this.count++, row: 0 };
    this.last = { columns, table: place.table, rows: place.row + rows };
    return place;
  }
}

/** The lines of a page; those of a table cell after cell. */
export function linesOfPage(painted: Painted, tables: Tables): PageLine[] {
  const found: PageLine[] = [];
  const pitch = usualPitch(painted);
  const blocks = blocksOf(withoutWatermark(visible(painted)), gridsOf(painted.rules), painted.width, tables);
  let seen = 0;
  const add = (among: readonly Block[], cell: CellPlace | null) => {
    let before: PrintedLine | null = null;
    for (const block of among) {
      if (block.kind === 'line') {
        const apart = !cell && (before === null || block.line.y1 - before.y1 > APART * Math.max(pitch, block.line.size));
        found.push({ text: block.line.text, count: block.line.count, apart, cell, red: redIn(block.line) });
        before = block.line;
      } else {
        const rows = Math.max(...block.cells.map(({ row }) => row)) + 1;
        const place = tables.number(block.columns, rows, cell === null && seen++ === 0);
        for (const { row, column, blocks: inside } of block.cells)
          add(inside, cell ?? { table: place.table, row: place.row + row, column });
        before = null;
      }
    }
  };
  add(blocks, null);
  return found;
}

/** The stretches of a line that are red. */
function redIn({ pieces }: PrintedLine): string[] {
  const runs: string[] = [];
  let wasRed = false;
  for (const glyph of pieces.flatMap((piece) => piece.glyphs)) {
    const red = isRed(glyph.colour);
    if (red && wasRed) runs[runs.length - 1] += plain(glyph.text);
    else if (red) runs.push(plain(glyph.text));
    wasRed = red;
  }
  return runs.filter((run) => run.trim() !== '');
}

function isRed(colour: string): boolean {
  const [red, green, blue] = channelsOf(colour);
  return red >= 0xa0 && Math.max(green, blue) < red - 0x60;
}

/** The distance at which most lines of the page follow each other. */
function usualPitch({ glyphs }: Painted): number {
  const heights = [...new Set(glyphs.flatMap(({ way, y }) => (way === 'across' ? [Math.round(y * 2) / 2] : [])))].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  for (const [i, height] of heights.entries()) {
    const step = Math.round(height - (heights[i - 1] ?? height));
    if (step > 5) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0] ?? 0;
}
