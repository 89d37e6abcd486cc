import { applied, type Matrix } from './matrix.ts';
import type { Rule } from './painted.ts';

/** How a path is painted. */
export type PaintedAs = 'stroke' | 'fill' | 'both';

/** What pdfjs's operators that paint a path do. */
export const PAINTED: Readonly<Record<string, PaintedAs>> = {
  stroke: 'stroke',
  closeStroke: 'stroke',
  fillStroke: 'both',
  eoFillStroke: 'both',
  closeFillStroke: 'both',
  closeEOFillStroke: 'both',
  fill: 'fill',
  eoFill: 'fill',
};

/** pdfjs gives a path as numbers: an operator and its points. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const SIMPLE_CURVE = 3;

/** A filled bar or a stroke that is thicker is a shape, not a line. */
const THICKEST = 3;
/** Shorter ones are strokes of a sign or dots of a dotted line. */
const SHORTEST = 3;

/** The straight horizontal and vertical lines that a path draws on the page. */
export function rulesOf(path: ArrayLike<number>, page: Matrix, stroked: boolean): Rule[] {
  return subpaths(path, page).flatMap((points) => (stroked ? sides(points) : bar(points)));
}

type Point = readonly [x: number, y: number];

/** Each subpath's corners; one with a curve is left out. */
function subpaths(path: ArrayLike<number>, page: Matrix): Point[][] {
  const found: Point[][] = [];
  let points: Point[] = [];
  let curved = false;
  const close = () => {
    if (!curved && points.length > 1) found.push(points);
    points = [];
    curved = false;
  };
  const point = (at: number): Point => applied(page, path[at] ?? 0, path[at + 1] ?? 0);
  for (let at = 0; at < path.length; ) {
    const operator = path[at++];
    if (operator === MOVE) {
      close();
      points.push(point(at));
      at += 2;
    } else if (operator === LINE) {
      points.push(point(at));
      at += 2;
    } else if (operator === CURVE) {
      curved = true;
      at += 6;
    } else if (operator === SIMPLE_CURVE) {
      curved = true;
      at += 4;
    } else {
      const [first] = points;
      if (first) points.push(first);
    }
  }
  close();
  return found;
}

/** The sides of a stroked path. */
function sides(points: readonly Point[]): Rule[] {
  const found: Rule[] = [];
  for (const [i, [x1, y1]] of points.entries()) {
    const before = points[i - 1];
    if (!before) continue;
    const rule = straight(before[0], before[1], x1, y1);
    if (rule) found.push(rule);
  }
  return found;
}

/** A filled path that is long and thin: many programs draw the lines of a table so. */
function bar(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THICKEST) return [];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const rule = width > height ? straight(left, y, right, y) : straight(x, top, x, bottom);
  return rule ? [rule] : [];
}

function straight(x0: number, y0: number, x1: number, y1: number): Rule | null {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (height <= 0.5 && width >= SHORTEST) {
    const y = (y0 + y1) / 2;
    return { x0: Math.min(x0, x1), y0: y, x1: Math.max(x0, x1), y1: y };
  }
  if (width <= 0.5 && height >= SHORTEST) {
    const x = (x0 + x1) / 2;
    return { x0: x, y0: Math.min(y0, y1), x1: x, y1: Math.max(y0, y1) };
  }
  return null;
}
