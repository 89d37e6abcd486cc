import { COLUMN_HEADS, MEASURE_HEAD, STATEMENT_HEAD } from '../../catalog/columns.ts';
import { HEADS } from '../../catalog/tables.ts';
import { fold } from '../fold.ts';
import { type Band, bandsOf, type Span } from './bands.ts';
import type { PrintedLine } from './lines.ts';
import type { ShownMargins } from './wrap.ts';

/** A stretch of a page in two columns of text, which are read one after the other. */
export interface Flow {
  /** From which y to which. */
  readonly from: number;
  readonly to: number;
  /** The middle of the gap between the columns. */
  readonly border: number;
}

/** Where the right-hand column of the pages before begins: the last page may have little in it. */
export interface Carried {
  columnStart: number | null;
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
    const gap = band.gutters.find(({ to }) => to > (0.5 - CENTRED / 2) * width && to < (0.5 + CENTRED) * width);
    const [first] = band.lines;
    if (!gap || !first || (flows.at(-1)?.to ?? 0) > first.y0) continue;
    const gutter = { from: Math.max(gap.from, gap.to - LEFT * first.size), to: gap.to };
    const known = carried.columnStart !== null && Math.abs(carried.columnStart - gutter.to) < first.size / 2;
    if (!known && !isFlow(band, gutter)) continue;
    const flow = extended(
      band,
      gutter,
      [...lines, ...tables].sort((a, b) => a.y0 - b.y0),
    );
    if (!flow) continue;
    carried.columnStart = gutter.to;
    flows.push(flow);
  }
  const goesOn = flows.length === 0 ? continued(lines, tables, carried) : null;
  return goesOn ? [goesOn] : flows;
}

/** Columns begun on a page before, where no line of one stands beside one of the other. */
function continued(lines: readonly PrintedLine[], tables: readonly Item[], { columnStart }: Carried): Flow | null {
  const right = lines.filter(({ x0, size }) => columnStart !== null && Math.abs(x0 - columnStart) < size / 2);
  const [first] = right;
  if (!first || columnStart === null || right.length < 2) return null;
  const gutter = { from: columnStart - LEFT * first.size, to: columnStart };
  return extended(
    { lines: right, gutters: [gutter] },
    gutter,
    [...lines, ...tables].sort((a, b) => a.y0 - b.y0),
  );
}

function isFlow({ lines }: Band, gutter: Span): boolean {
  const sides = [
    lines.flatMap((line) => sideOf(line, 0, gutter.from)),
    lines.flatMap((line) => sideOf(line, gutter.to, Number.POSITIVE_INFINITY)),
  ];
  const [left = [], right = []] = sides;
  const counts = [left.length, right.length];
  if (Math.min(...counts) < FEWEST_LINES || Math.min(...counts) < ALIKE * Math.max(...counts)) return false;
  if (isHead(left[0]) && isHead(right[0])) return false;
  const starts = sides.map((side) => Math.min(...side.map(({ x0 }) => x0)));
  const full = (starts[1] ?? 0) - (starts[0] ?? 0) - (gutter.to - gutter.from);
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
function extended({ lines }: Band, gutter: Span, items: readonly Item[]): Flow | null {
  const border = (gutter.from + gutter.to) / 2;
  const crosses = ({ x0, x1 }: Item) => x0 < gutter.to && x1 > gutter.from && !(x1 <= gutter.from + 1 || x0 >= gutter.to - 1);
  const [top, bottom] = [lines[0]?.y0 ?? 0, lines.at(-1)?.y1 ?? 0];
  const across = items.filter((item) => crosses(item) && !lines.some((line) => line === item));
  const above = across.filter(({ y0 }) => y0 < top).map(({ y1 }) => y1);
  const below = across.filter(({ y0 }) => y0 >= top).map(({ y0 }) => y0);
  const to = Math.min(Number.POSITIVE_INFINITY, ...below);
  if (to < bottom - 1) return null;
  const parts = items.filter(({ y0 }) => y0 >= Math.max(0, ...above) - 1 && y0 < to);
  return { from: Math.min(top, ...parts.map(({ y0 }) => y0)), to: to === Number.POSITIVE_INFINITY ? 1e6 : to, border };
}
