import { applied, type Matrix } from './matrix.ts';
import type { Box } from './painted.ts';

/** The rectangle on the page around one in a space of its own: [left, bottom, right, top]; null when it is none. */
export function placed(corners: unknown, space: Matrix): Box | null {
  if (!(Array.isArray(corners) || corners instanceof Float32Array)) return null;
  const [left, bottom, right, top] = Array.from(corners, Number);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null;
  if (![left, bottom, right, top].every(Number.isFinite)) return null;
  const points = [applied(space, left, bottom), applied(space, right, bottom), applied(space, left, top), applied(space, right, top)];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** What two rectangles have in common; nothing of it where they lie apart. */
export function common(a: Box, b: Box | null): Box {
  return b ? { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) } : a;
}

export const contains = ({ x0, y0, x1, y1 }: Box, [x, y]: readonly [number, number]): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** The rectangle made larger on all sides. */
export const around = ({ x0, y0, x1, y1 }: Box, by: number): Box => ({ x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by });
