import type { Box, Grid, GridCell } from './grid.ts';
import { linesIn, type PrintedLine } from './lines.ts';
import type { Glyph } from './painted.ts';

/** A cell of a table, as it is read: its lines from the top down, and the tables in it. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly blocks: readonly Block[];
}

/** What stands on a page, in the order in which it is read. */
export type Block =
  | { readonly kind: 'line'; readonly y: number; readonly line: PrintedLine }
  | { readonly kind: 'table'; readonly y: number; readonly cells: readonly TableCell[]; readonly columns: readonly number[] };

/** What the characters of a page, or of a cell, make, with the ruled tables among them. */
export function blocksOf(glyphs: readonly Glyph[], grids: readonly Grid[]): Block[] {
  const { outer, inner } = nested(grids);
  const inside = new Map<Grid, Glyph[]>(outer.map((grid) => [grid, []]));
  const free: Glyph[] = [];
  for (const glyph of glyphs) {
    const grid = outer.find((box) => holds(box, glyph));
    if (grid) inside.get(grid)?.push(glyph);
    else free.push(glyph);
  }
  const tables = outer.flatMap((grid) => tableOf(grid, inside.get(grid) ?? [], inner));
  const lines = linesIn(free).map((line): Block => ({ kind: 'line', y: line.y0, line }));
  return [...lines, ...tables].sort((a, b) => a.y - b.y);
}

/** Tables within another's cells are read with those. */
function nested(grids: readonly Grid[]): { readonly outer: Grid[]; readonly inner: Grid[] } {
  const inner = grids.filter((grid) => grids.some((other) => other !== grid && encloses(other, grid)));
  return { outer: grids.filter((grid) => !inner.includes(grid)), inner };
}

function tableOf(grid: Grid, glyphs: readonly Glyph[], inner: readonly Grid[]): Block[] {
  const inside = new Map<GridCell, Glyph[]>(grid.cells.map((cell) => [cell, []]));
  for (const glyph of glyphs) {
    const cell = grid.cells.find((box) => holds(box, glyph)) ?? nearestCell(grid, glyph);
    if (cell) inside.get(cell)?.push(glyph);
  }
  const cells = grid.cells.map((cell): TableCell => {
    const blocks = blocksOf(
      inside.get(cell) ?? [],
      inner.filter((other) => encloses(cell, other)),
    );
    return { row: cell.row, column: cell.column, blocks: upright(blocks) };
  });
  if (cells.every(({ blocks }) => blocks.length === 0)) return [];
  const columns = [...new Set(grid.cells.map(({ x0 }) => Math.round(x0)))].sort((a, b) => a - b);
  return [{ kind: 'table', y: grid.y0, cells, columns }];
}

/** A narrow cell with a character a line (`基` / `盤` / `的`) is one word that runs down. */
function upright(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
  const [first] = lines;
  if (!first || lines.length < 3 || lines.length < blocks.length || lines.some(({ text }) => [...text].length !== 1)) return blocks;
  const text = lines.map((line) => line.text).join('');
  return [{ kind: 'line', y: first.y0, line: { ...first, text, y1: lines.at(-1)?.y1 ?? first.y1 } }];
}

const middle = ({ x, y, width, size }: Glyph): readonly [number, number] => [x + width / 2, y - size * 0.35];

function holds({ x0, y0, x1, y1 }: Box, glyph: Glyph): boolean {
  const [x, y] = middle(glyph);
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function nearestCell(grid: Grid, glyph: Glyph): GridCell | undefined {
  const [x, y] = middle(glyph);
  const distance = ({ x0, y0, x1, y1 }: Box) => Math.max(x0 - x, x - x1, 0) + Math.max(y0 - y, y - y1, 0);
  return grid.cells.toSorted((a, b) => distance(a) - distance(b))[0];
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
