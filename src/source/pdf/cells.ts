import { groupBy } from '../group-by.ts';
import type { Block, TableCell } from './blocks.ts';
import { clusters, nearest } from './grid.ts';
import type { PrintedLine } from './lines.ts';
import type { Box } from './painted.ts';
import { type Margin, marginOfCells, unwrapped } from './wrap.ts';

/** How far the text of a table reaches between the same walls; null where there are none. */
export type Margins = (walls: Box) => Margin | null;

export const linesOfCell = ({ blocks }: TableCell): PrintedLine[] => blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));

/** `cells` are those of a whole table: the columns of a page may hold too few lines to show how far they reach. */
export function marginsOf(cells: readonly TableCell[]): Margins {
  const filled = cells.flatMap((cell) => {
    const lines = linesOfCell(cell);
    return cell.walls && lines.length > 0 ? [{ walls: cell.walls, lines }] : [];
  });
  const places = clusters(filled.flatMap(({ walls }) => [walls.x0, walls.x1]));
  const placeOf = ({ x0, x1 }: Box) => `${nearest(places, x0)} ${nearest(places, x1)}`;
  const found = new Map<string, Margin>();
  for (const [place, column] of groupBy(filled, ({ walls }) => placeOf(walls))) {
    const [first] = column;
    const lines = column.flatMap((one) => one.lines);
    if (first) found.set(place, marginOfCells(lines, first.walls));
  }
  return (walls) => found.get(placeOf(walls)) ?? null;
}

/** What stands in a cell, in the order of reading: lines that its walls broke are one again. */
export function readable(cell: TableCell, margins: Margins): readonly Block[] {
  if (!cell.walls) return cell.blocks;
  const tables = cell.blocks.filter(({ kind }) => kind === 'table');
  const lines = unwrapped(linesOfCell(cell), margins(cell.walls));
  return upright([...tables, ...lines.map((line): Block => ({ kind: 'line', y: line.y0, line }))].sort((a, b) => a.y - b.y));
}

/** A narrow cell with a character a line (`基` / `盤` / `的`) is one word that runs down. */
function upright(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
  const [first] = lines;
  if (!first || lines.length < 3 || lines.length < blocks.length || lines.some(({ text }) => [...text].length !== 1)) return blocks;
  const text = lines.map((line) => line.text).join('');
  return [{ kind: 'line', y: first.y0, line: { ...first, text, y1: lines.at(-1)?.y1 ?? first.y1 } }];
}
