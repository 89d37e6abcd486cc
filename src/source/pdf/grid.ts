import type { Box, Rule } from './painted.ts';

/** A cell of a ruled table; a merged one covers several rows or columns and belongs to the first of each. */
export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
}

export interface Grid extends Box {
  readonly cells: readonly GridCell[];
  readonly rows: number;
  readonly columns: number;
  /** Whether a line closes its first row at the top and its last one at the bottom; where a page cuts a row, there may be none. */
  readonly closed: { readonly above: boolean; readonly below: boolean };
}

/** Lines so near to each other are one: borders are drawn twice, or in pieces. */
const NEAR = 2.5;
/** How much of a side must be drawn to part two cells. */
const DRAWN = 0.6;
/** A table that is open at its sides has lines that stick out so far. */
const OPEN = 12;
/** No table has more fields. */
const MOST_FIELDS = 10_000;

/** The tables that the lines of a page draw; a box around some text is none. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const across = merged(rules.filter(({ y0, y1 }) => y0 === y1));
  const down = merged(rules.filter(({ y0, y1 }) => y0 !== y1).map(turned)).map(turned);
  return connected([...across, ...down]).flatMap((lines) => gridOf(lines) ?? []);
}

const turned = ({ x0, y0, x1, y1 }: Rule): Rule => ({ x0: y0, y0: x0, x1: y1, y1: x1 });
const isAcross = ({ y0, y1 }: Rule): boolean => y0 === y1;

/** Horizontal lines at one height that touch or overlap, as one. */
function merged(rules: readonly Rule[]): Rule[] {
  const heights = clusters(rules.map(({ y0 }) => y0));
  const byHeight = new Map<number, Rule[]>();
  for (const rule of rules) {
    const height = nearest(heights, rule.y0);
    const at = byHeight.get(height);
    if (at) at.push(rule);
    else byHeight.set(height, [rule]);
  }
  const found: Rule[] = [];
  for (const [height, at] of byHeight) {
    for (const { x0, x1 } of at.sort((a, b) => a.x0 - b.x0)) {
      const last = found.at(-1);
      if (last?.y0 === height && x0 <= last.x1 + NEAR) found[found.length - 1] = { ...last, x1: Math.max(last.x1, x1) };
      else found.push({ x0, y0: height, x1, y1: height });
    }
  }
  return found;
}

/** Numbers that lie near each other, as one each. */
export function clusters(numbers: readonly number[]): number[] {
  const found: { sum: number; count: number; last: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number - last.last <= NEAR) Object.assign(last, { sum: last.sum + number, count: last.count + 1, last: number });
    else found.push({ sum: number, count: 1, last: number });
  }
  return found.map(({ sum, count }) => sum / count);
}

export function nearest(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  const [below, above] = [sorted[low - 1], sorted[low] ?? number];
  return below !== undefined && number - below < above - number ? below : above;
}

/** Lines that touch, together. */
function connected(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] = group[group[at] ?? at] ?? at;
    return at;
  };
  const downs = rules.flatMap((rule, i) => (isAcross(rule) ? [] : [[rule, i] as const])).sort(([a], [b]) => a.x0 - b.x0);
  for (const [i, rule] of rules.entries()) {
    if (!isAcross(rule)) continue;
    for (const [other, j] of downs) {
      if (other.x0 > rule.x1 + NEAR) break;
      if (other.x0 >= rule.x0 - NEAR && rule.y0 >= other.y0 - NEAR && rule.y0 <= other.y1 + NEAR) group[root(i)] = root(j);
    }
  }
  const found = new Map<number, Rule[]>();
  for (const [i, rule] of rules.entries()) {
    const together = found.get(root(i));
    if (together) together.push(rule);
    else found.set(root(i), [rule]);
  }
  return [...found.values()];
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const across = rules.filter(isAcross);
  const down = rules.filter((rule) => !isAcross(rule));
  const box = boxOf(rules);
  const xs = withEnds(clusters(down.map(({ x0 }) => x0)), box.x0, box.x1);
  const ys = withEnds(clusters(across.map(({ y0 }) => y0)), box.y0, box.y1);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_FIELDS) return null;
  const cells = cellsOf(xs, ys, across, down);
  if (cells.length < 2) return null;
  const isClosed = (y: number) => isDrawn(linesAt(across, y), box.x0, box.x1, 'x0', 'x1');
  return { ...box, cells, rows, columns, closed: { above: isClosed(ys[0] ?? box.y0), below: isClosed(ys.at(-1) ?? box.y1) } };
}

/** Of the lines across, those at one height. */
const linesAt = (across: readonly Rule[], y: number): Rule[] => across.filter((rule) => Math.abs(rule.y0 - y) <= NEAR);

/** Whether most of a stretch is drawn. */
const isDrawn = (rules: readonly Rule[], from: number, to: number, start: 'x0' | 'y0', end: 'x1' | 'y1'): boolean =>
  rules.reduce((sum, rule) => sum + Math.max(0, Math.min(rule[end], to) - Math.max(rule[start], from)), 0) >= DRAWN * (to - from);

function boxOf(rules: readonly Box[]): Box {
  const fold = (pick: (rule: Box) => number, better: (a: number, b: number) => number) => rules.map(pick).reduce((a, b) => better(a, b));
  return {
    x0: fold(({ x0 }) => x0, Math.min),
    y0: fold(({ y0 }) => y0, Math.min),
    x1: fold(({ x1 }) => x1, Math.max),
    y1: fold(({ y1 }) => y1, Math.max),
  };
}

function withEnds(lines: readonly number[], from: number, to: number): number[] {
  const [first, last] = [lines[0], lines.at(-1)];
  return [...(first === undefined || first - from > OPEN ? [from] : []), ...lines, ...(last === undefined || to - last > OPEN ? [to] : [])];
}

/** The fields between the lines, those together that no line parts. */
function cellsOf(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const x = (i: number) => xs[i] ?? 0;
  const y = (i: number) => ys[i] ?? 0;
  const group = Array.from({ length: rows * columns }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] = group[group[at] ?? at] ?? at;
    return at;
  };
  const walls = xs.map((at) => down.filter((rule) => Math.abs(rule.x0 - at) <= NEAR));
  const floors = ys.map((at) => linesAt(across, at));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && !isDrawn(walls[column + 1] ?? [], y(row), y(row + 1), 'y0', 'y1')) group[root(here + 1)] = root(here);
      if (row + 1 < rows && !isDrawn(floors[row + 1] ?? [], x(column), x(column + 1), 'x0', 'x1')) group[root(here + columns)] = root(here);
    }
  }
  const fields = new Map<number, GridCell>();
  for (let i = 0; i < group.length; i++) {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const field: GridCell = { row, column, x0: x(column), y0: y(row), x1: x(column + 1), y1: y(row + 1) };
    const known = fields.get(root(i));
    fields.set(root(i), known ? union(known, field) : field);
  }
  return [...fields.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function union(a: GridCell, b: GridCell): GridCell {
  return { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column), ...boxOf([a, b]) };
}
