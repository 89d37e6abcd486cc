import type { CellPlace } from '../document.ts';
import { groupBy } from '../group-by.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Margins, marginsOf, readable } from './cells.ts';
import { gridsOf } from './grid.ts';
import type { PrintedLine } from './lines.ts';
import type { Painted } from './painted.ts';
import { isRed, redIn } from './red.ts';
import { withoutRuby } from './ruby.ts';
import { withSpaces } from './spaces.ts';
import { type Part, Tables } from './tables.ts';
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
  /** The line of the page before that goes on in it. */
  readonly behind: PageLine | null;
}

/** So much more than the usual distance of lines sets a line apart. */
const APART = 1.45;

/** What stands on a page: lines, and tables as parts of those that go on over pages. */
interface Laid {
  readonly pitch: number;
  readonly parts: readonly (PrintedLine | Part)[];
}

/** The pages of a document, one after the other. */
export class Pages {
  private readonly tables = new Tables();
  private readonly laid: Laid[] = [];

  add(painted: Painted): void {
    const blocks = blocksOf(
      withSpaces(withoutRuby(withoutWatermark(visible(painted)))),
      gridsOf(painted.rules),
      painted.width,
      this.tables,
    ).map(lean);
    let seen = 0;
    const parts = blocks.map((block) => (block.kind === 'line' ? block.line : this.tables.place(block, seen++ === 0)));
    this.laid.push({ pitch: usualPitch(painted), parts });
  }

  /** The lines of each page; those of a table cell after cell. */
  lines(): PageLine[][] {
    const placed = this.laid.flatMap(({ parts }) => parts.filter((part) => 'seams' in part));
    const tables = groupBy(placed, ({ number }) => number);
    const margins = new Map([...tables].map(([number, parts]) => [number, marginsOf(parts.flatMap(({ table }) => table.cells))]));
    /** The last line in each column of the table before. */
    let ends = new Map<number, PageLine>();
    return this.laid.map(({ parts, pitch }) => {
      const found: PageLine[] = [];
      let before: PrintedLine | null = null;
      for (const part of parts) {
        if ('seams' in part) {
          const lines = linesOfPart(part, margins.get(part.number) ?? (() => null), ends);
          ends = endsOf(part, lines, ends);
          found.push(...lines);
          before = null;
        } else {
          const apart = before === null || part.y1 - before.y1 > APART * Math.max(pitch, part.size);
          found.push(lineOf(part, null, apart));
          before = part;
        }
      }
      return found;
    });
  }
}

/** Characters are let go where their colour says nothing. */
function lean(block: Block): Block {
  if (block.kind === 'table') return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(lean) })) };
  const { line } = block;
  if (line.pieces.some(({ glyphs }) => glyphs.some(isRed))) return block;
  return { ...block, line: { ...line, pieces: line.pieces.map((piece) => ({ ...piece, glyphs: [] })) } };
}

const lineOf = (line: PrintedLine, cell: CellPlace | null, apart = false, behind: PageLine | null = null): PageLine => ({
  text: line.text,
  count: line.count,
  apart,
  cell,
  red: redIn(line),
  behind,
});

function linesOfPart(
  { table, number, firstRow, repeated, seams }: Part,
  margins: Margins,
  ends: ReadonlyMap<number, PageLine>,
): PageLine[] {
  const found: PageLine[] = [];
  for (const cell of table.cells) {
    const { row, column } = cell;
    const place = { table: number, row: firstRow + row, column, ...(row < repeated ? { repeats: true as const } : {}) };
    const joins = row === repeated && seams.has(column);
    for (const [i, line] of printedIn(readable(cell, margins)).entries())
      found.push(lineOf(line, place, false, joins && i === 0 ? (ends.get(column) ?? null) : null));
  }
  return found;
}

/** Lines, and those of the tables among them. */
function printedIn(blocks: readonly Block[]): PrintedLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block.line];
    const margins = marginsOf(block.cells);
    return block.cells.flatMap((cell) => printedIn(readable(cell, margins)));
  });
}

/** Where a row that is cut goes on, a column without lines ends where it did on the page before. */
function endsOf(part: Part, lines: readonly PageLine[], before: ReadonlyMap<number, PageLine>): Map<number, PageLine> {
  const ends = new Map(part.firstRow > 0 ? before : []);
  for (const line of lines) if (line.cell && !line.cell.repeats) ends.set(line.cell.column, line.behind ?? line);
  return ends;
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
