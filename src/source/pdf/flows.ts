import { COLUMN_HEADS, MEASURE_HEAD, STATEMENT_HEAD } from '../../catalog/columns.ts';
import { HEADS } from '../../catalog/tables.ts';
import { fold } from '../fold.ts';
import { type Band, bandsOf, type Span } from './bands.ts';
import type { PrintedLine } from './lines.ts';
import type { ShownMargins } from './wrap.ts';

/** A stretch of a page in two or three columns of text, which are read one after the other. */
export interface Flow {
  /** From which y to which. */
  readonly from: number;
  readonly to: number;
  /** The middles of the gaps between the columns. */
  readonly borders: readonly number[];
}

/** Where the columns of the pages before begin, but for the first: the last page may have little in them. */
export interface Carried {
  columnStarts: readonly number[];
  readonly margins: ShownMargins;
}

interface Item {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** The right-hand column begins at the middle of the page or so much of its width behind it; half of that before. */
const CENTRED = 0.08;
/** Three columns are about equally wide, to so much of the page's width. */
const EQUAL = 0.03;
/** The gap is looked at only so far left of it, in heights of a character: further left, long lines may reach into it. */
const LEFT = 1.5;
/** Columns have so many lines, and about as many each. */
const FEWEST_LINES = 6;
const ALIKE = 0.4;
/** A column of values is narrow: no line of it comes near the column's full width. */
const FULL = 0.2;
/** What a column of a table holds and a column of text does not. */
const VALUE = /^(?:[▲+-]?[\d,.]+(?:%|円|件|人|社|事業所|か所|日)?|[◎○△▲×-]|[SABCD]|(?:概ね|未)?達成|対?前年度(?:以上|以下)|100%)$/;

/** Where the page is set in two columns; `tables` are those that lines draw. */
export function flowsOf(lines: readonly PrintedLine[], tables: readonly Item[], width: number, carried: Carried): Flow[] {
  const flows: Flow[] = [];
  for (const band of bandsOf(lines)) {
    const gaps = gapsOfColumns(band, width);
    const [first] = band.lines;
    if (gaps.length === 0 || !first || (flows.at(-1)?.to ?? 0) > first.y0) continue;
    const gutters = gaps.map(({ from, to }) => ({ from: Math.max(from, to - LEFT * first.size), to }));
    const known =
      carried.columnStarts.length === gutters.length &&
      gutters.every(({ to }, i) => Math.abs((carried.columnStarts[i] ?? 0) - to) < first.size / 2);
    if (!known && !isFlow(band, gutters)) continue;
    const flow = extended(
      band.lines,
      gutters,
      [...lines, ...tables].sort((a, b) => a.y0 - b.y0),
    );
    if (!flow) continue;
    carried.columnStarts = gutters.map(({ to }) => to);
    flows.push(flow);
  }
  const other = flows.length === 0 ? (continued(lines, tables, carried) ?? begun(lines, tables, width, carried)) : null;
  return other ? [other] : flows;
}

/** The gap in the middle of the page, or the two that part it in three. */
function gapsOfColumns({ lines, gutters }: Band, width: number): readonly Span[] {
  const middle = gutters.find(({ to }) => to > (0.5 - CENTRED / 2) * width && to < (0.5 + CENTRED) * width);
  if (middle) return [middle];
  const start = Math.min(...lines.map(({ x0 }) => x0));
  for (const one of gutters) {
    const column = one.to - start;
    const other = gutters.find(({ to }) => Math.abs(to - one.to - column) < EQUAL * width);
    const end = other && other.to + column - (other.to - other.from);
    if (other && end && end > 0.5 * width && lines.every(({ x1 }) => x1 < end + EQUAL * width) && column > 0.2 * width) return [one, other];
  }
  return [];
}

/** A stretch of a line, as high as that. */
type Stretch = Item & { readonly text: string; readonly size: number };

const stretchesOf = (lines: readonly PrintedLine[]): Stretch[] =>
  lines.flatMap(({ pieces, y0, y1, size }) => pieces.map(({ text, x0, x1 }) => ({ text, x0, x1, y0, y1, size })));

/** Columns begun on a page before. */
function continued(lines: readonly PrintedLine[], tables: readonly Item[], { columnStarts }: Carried): Flow | null {
  return fromStarts(stretchesOf(lines), tables, columnStarts);
}

/** Columns whose lines stand at heights of their own, so that none of them follow each other closely as a band. */
function begun(lines: readonly PrintedLine[], tables: readonly Item[], width: number, carried: Carried): Flow | null {
  const all = stretchesOf(lines);
  const left = Math.min(...all.map(({ x0 }) => x0));
  for (const starts of startsIn(all, left, width)) {
    const flow = fromStarts(all, tables, starts);
    const inside = flow && all.filter(({ y0 }) => y0 >= flow.from && y0 < flow.to);
    if (!flow || !inside) continue;
    const sides = [left, ...starts].map((start, i) =>
      inside.filter(({ x0 }) => x0 >= start - 1 && x0 < (starts[i] ?? Number.POSITIVE_INFINITY) - 1),
    );
    if (!areColumns(sides, LEFT * (all[0]?.size ?? 0))) continue;
    carried.columnStarts = starts;
    return flow;
  }
  return null;
}

/** Where many lines begin below each other: at the middle of the page, or at two places that part it in three. */
function startsIn(all: readonly Stretch[], left: number, width: number): number[][] {
  const counts = new Map<number, number>();
  for (const { x0 } of all) counts.set(Math.round(x0), (counts.get(Math.round(x0)) ?? 0) + 1);
  const often = [...counts].flatMap(([x, count]) => (count >= FEWEST_LINES && x > left + 0.2 * width ? [x] : []));
  const middle = often.filter((x) => x > (0.5 - CENTRED / 2) * width && x < (0.5 + CENTRED) * width).map((x) => [x]);
  const thirds = often.flatMap((x) => often.filter((other) => Math.abs(other - x - (x - left)) < 2).map((other) => [x, other]));
  return [...middle, ...thirds];
}

function fromStarts(all: readonly Stretch[], tables: readonly Item[], starts: readonly number[]): Flow | null {
  const right = all.filter(({ x0, size }) => starts.some((start) => Math.abs(x0 - start) < size / 2));
  const [first] = right;
  if (!first || right.length < 2) return null;
  const gutters = starts.map((to) => ({ from: to - LEFT * first.size, to }));
  return extended(
    right,
    gutters,
    [...all, ...tables].sort((a, b) => a.y0 - b.y0),
  );
}

function isFlow({ lines }: Band, gutters: readonly Span[]): boolean {
  const sides = [...gutters, null].map((gutter, i) =>
    lines.flatMap((line) => sideOf(line, gutters[i - 1]?.to ?? 0, gutter?.from ?? Number.POSITIVE_INFINITY)),
  );
  const [gutter] = gutters;
  return areColumns(sides, gutter ? gutter.to - gutter.from : 0);
}

/** What columns of text hold, `gap` apart, and the columns of a table do not. */
function areColumns(
  sides: readonly (readonly { readonly text: string; readonly x0: number; readonly x1: number }[])[],
  gap: number,
): boolean {
  const counts = sides.map(({ length }) => length);
  if (Math.min(...counts) < FEWEST_LINES || Math.min(...counts) < ALIKE * Math.max(...counts)) return false;
  if (sides.every(([first]) => isHead(first))) return false;
  const starts = sides.map((side) => Math.min(...side.map(({ x0 }) => x0)));
  const full = (starts[1] ?? 0) - (starts[0] ?? 0) - gap;
  return sides.every(
    (side) =>
      Math.max(...side.map(({ x0, x1 }) => x1 - x0)) > FULL * full &&
      side.filter(({ text }) => VALUE.test(fold(text).replaceAll(' ', ''))).length < side.length / 2,
  );
}

/** The part of a line on one side of the gap. */
function sideOf({ pieces }: PrintedLine, from: number, to: number): { text: string; x0: number; x1: number }[] {
  const inside = pieces.filter(({ x0, x1 }) => x0 >= from - 1 && x1 <= to + 1);
  const [first] = inside;
  const last = inside.at(-1);
  return first && last ? [{ text: inside.map(({ text }) => text).join(''), x0: first.x0, x1: last.x1 }] : [];
}

function isHead(cell: { readonly text: string } | undefined): boolean {
  const text = fold(cell?.text ?? '').replaceAll(' ', '');
  return [MEASURE_HEAD, STATEMENT_HEAD, ...COLUMN_HEADS.map(({ pattern }) => pattern), ...HEADS.map(({ pattern }) => pattern)].some(
    (pattern) => pattern.test(text),
  );
}

/** Up and down as far as nothing stands across the gap; null when a table does within it. */
function extended(lines: readonly Item[], gutters: readonly Span[], items: readonly Item[]): Flow | null {
  const borders = gutters.map(({ from, to }) => (from + to) / 2);
  const crosses = ({ x0, x1 }: Item) => gutters.some(({ from, to }) => x0 < to && x1 > from && !(x1 <= from + 1 || x0 >= to - 1));
  const [top, bottom] = [lines[0]?.y0 ?? 0, lines.at(-1)?.y1 ?? 0];
  const across = items.filter((item) => crosses(item) && !lines.some((line) => line === item));
  const above = across.filter(({ y0 }) => y0 < top).map(({ y1 }) => y1);
  const below = across.filter(({ y0 }) => y0 >= top).map(({ y0 }) => y0);
  const to = Math.min(Number.POSITIVE_INFINITY, ...below);
  if (to < bottom - 1) return null;
  const parts = items.filter(({ y0 }) => y0 >= Math.max(0, ...above) - 1 && y0 < to);
  return { from: Math.min(top, ...parts.map(({ y0 }) => y0)), to: to === Number.POSITIVE_INFINITY ? 1e6 : to, borders };
}
