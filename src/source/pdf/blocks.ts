import { groupBy } from '../group-by.ts';
import { type Part, partsOf } from './aligned.ts';
import { type Carried, type Flow, flowsOf } from './flows.ts';
import type { Grid, GridCell } from './grid.ts';
import { linesIn, type PrintedLine } from './lines.ts';
import type { Box, Glyph } from './painted.ts';
import { unwrapped } from './wrap.ts';

/** A cell of a table: its lines from the top down, and the tables in it. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly blocks: readonly Block[];
  /** Its walls, where they are drawn; the lines between them are still as these broke them. */
  readonly walls: Box | null;
}

/** What stands on a page, in the order in which it is read. */
export type Block =
  | { readonly kind: 'line'; readonly y: number; readonly line: PrintedLine }
  | {
      readonly kind: 'table';
      readonly y: number;
      readonly bottom: number;
      readonly x: readonly [from: number, to: number];
      readonly cells: readonly TableCell[];
      /** Where its columns begin. */
      readonly columns: readonly number[];
      readonly closed: Grid['closed'];
    };

export type Table = Extract<Block, { kind: 'table' }>;

/** What the characters of a page make, with the ruled tables among them. */
export function blocksOf(glyphs: readonly Glyph[], grids: readonly Grid[], width: number, carried: Carried): Block[] {
  const { lines, tables } = linesAndTables(glyphs, grids);
  const boxes = tables.map((table) => ({ x0: table.x[0], x1: table.x[1], y0: table.y, y1: table.bottom }));
  const flows = flowsOf(lines, boxes, width, carried);
  if (flows.length === 0) return arranged(lines, tables, carried);
  const blocks: Block[] = [];
  for (const [from, to, borders] of stretches(flows)) {
    const within = (y: number) => y >= from && y < to;
    const [stretch, boxed] = [lines.filter(({ y0 }) => within(y0)), tables.filter(({ y }) => within(y))];
    if (borders.length === 0) blocks.push(...arranged(stretch, boxed, carried));
    else
      for (const column of [...borders, null].keys())
        blocks.push(
          ...arranged(
            linesOfColumn(stretch, borders, column),
            boxed.filter(({ x }) => columnAt(borders, x[0]) === column),
            carried,
          ),
        );
  }
  return blocks;
}

/** The page from the top down, in stretches with and without columns. */
function stretches(flows: readonly Flow[]): [from: number, to: number, borders: readonly number[]][] {
  const found: [number, number, readonly number[]][] = [];
  let y = Number.NEGATIVE_INFINITY;
  for (const { from, to, borders } of flows) {
    found.push([y, from, []], [from, to, borders]);
    y = to;
  }
  return [...found, [y, Number.POSITIVE_INFINITY, []]];
}

const columnAt = (borders: readonly number[], x: number): number => borders.filter((border) => x > border).length;

/** What of the lines stands in one column. */
function linesOfColumn(lines: readonly PrintedLine[], borders: readonly number[], column: number): PrintedLine[] {
  const glyphs = lines.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs));
  return linesIn(glyphs.filter((glyph) => columnAt(borders, glyph.x + glyph.width / 2) === column));
}

function linesAndTables(glyphs: readonly Glyph[], grids: readonly Grid[]): { readonly lines: PrintedLine[]; readonly tables: Table[] } {
  const { outer, inner } = nested(grids);
  const inside = new Map<Grid, Glyph[]>(outer.map((grid) => [grid, []]));
  const free: Glyph[] = [];
  for (const glyph of glyphs) {
    const grid = outer.find((box) => holds(box, glyph));
    if (grid) inside.get(grid)?.push(glyph);
    else free.push(glyph);
  }
  return { lines: linesIn(free), tables: outer.flatMap((grid) => ruledTable(grid, inside.get(grid) ?? [], inner)) };
}

/** From the top down, with the tables that gaps make. They are looked for between ruled ones, not across them. */
function arranged(lines: readonly PrintedLine[], tables: readonly Table[], carried: Carried): Block[] {
  const tops = tables.map(({ y }) => y).sort((a, b) => a - b);
  const between = groupBy(lines, (line) => tops.filter((y) => y <= line.y0).length);
  const parts = joinWrapped([...between.values()].flatMap(partsOf), carried);
  return [...tables, ...parts.map((part) => (part.kind === 'line' ? lineBlock(part.line) : alignedTable(part)))].sort((a, b) => a.y - b.y);
}

/** A line that goes on below is one, among the lines that no table parts. */
function joinWrapped(parts: readonly Part[], { margins }: Carried): Part[] {
  const found: Part[] = [];
  let lines: PrintedLine[] = [];
  const close = () => {
    found.push(...unwrapped(lines, margins.of(lines)).map((line): Part => ({ kind: 'line', line })));
    lines = [];
  };
  for (const part of parts) {
    if (part.kind === 'line') lines.push(part.line);
    else {
      close();
      found.push(part);
    }
  }
  close();
  return found;
}

/** A table that no lines draw. */
const OPEN: Grid['closed'] = { above: false, below: false };

const lineBlock = (line: PrintedLine): Block => ({ kind: 'line', y: line.y0, line });

function alignedTable({ rows, left }: Extract<Part, { kind: 'table' }>): Table {
  const lines = rows.flat(2);
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, column): TableCell[] => (cell.length === 0 ? [] : [{ row: at, column, blocks: cell.map(lineBlock), walls: null }])),
  );
  const x = [Math.min(...lines.map(({ x0 }) => x0)), Math.max(...lines.map(({ x1 }) => x1))] as const;
  const [y, bottom] = [Math.min(...lines.map(({ y0 }) => y0)), Math.max(...lines.map(({ y1 }) => y1))];
  return { kind: 'table', y, bottom, x, cells, columns: left.map(Math.round), closed: OPEN };
}

/** Tables within another's cells are read with those. */
function nested(grids: readonly Grid[]): { readonly outer: Grid[]; readonly inner: Grid[] } {
  const inner = grids.filter((grid) => grids.some((other) => other !== grid && encloses(other, grid)));
  return { outer: grids.filter((grid) => !inner.includes(grid)), inner };
}

function ruledTable(grid: Grid, glyphs: readonly Glyph[], inner: readonly Grid[]): Table[] {
  const inside = new Map<GridCell, Glyph[]>(grid.cells.map((cell) => [cell, []]));
  for (const glyph of glyphs) {
    const cell = grid.cells.find((box) => holds(box, glyph)) ?? nearestCell(grid, glyph);
    if (cell) inside.get(cell)?.push(glyph);
  }
  const cells = grid.cells.map((cell): TableCell => {
    const { lines, tables } = linesAndTables(
      inside.get(cell) ?? [],
      inner.filter((other) => encloses(cell, other)),
    );
    const blocks = [...tables, ...lines.map(lineBlock)].sort((a, b) => a.y - b.y);
    return { row: cell.row, column: cell.column, blocks, walls: cell };
  });
  if (cells.every(({ blocks }) => blocks.length === 0)) return [];
  const columns = [...new Set(grid.cells.map(({ x0 }) => Math.round(x0)))].sort((a, b) => a - b);
  const { closed } = grid;
  return [{ kind: 'table', y: grid.y0, bottom: grid.y1, x: [grid.x0, grid.x1], cells, columns, closed }];
}

const middle = ({ x, y, width, size }: Glyph): readonly [number, number] => [x + width / 2, y - size * 0.35];

function holds({ x0, y0, x1, y1 }: Box, glyph: Glyph): boolean {
  const [x, y] = middle(glyph);
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function nearestCell(grid: Grid, glyph: Glyph): GridCell | undefined {
  const [x, y] = middle(glyph);
  const distance = ({ x0, y0, x1, y1 }: Box) => Math.max(x0 - x, x - x1, 0) + Math.max(y0 - y, y - y1, 0);
  let best: GridCell | undefined;
  for (const cell of grid.cells) if (!best || distance(cell) < distance(best)) best = cell;
  return best;
}

function encloses(outer: Box, inner: Box): boolean {
  const area = ({ x0, y0, x1, y1 }: Box) => (x1 - x0) * (y1 - y0);
  return (
    inner.x0 >= outer.x0 - 1 &&
    inner.y0 >= outer.y0 - 1 &&
    inner.x1 <= outer.x1 + 1 &&
    inner.y1 <= outer.y1 + 1 &&
    area(inner) < area(outer)
  );
}
