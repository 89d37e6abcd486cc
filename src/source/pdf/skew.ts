import type { Glyph } from './painted.ts';

/** Lines that rise or fall by less, over the length of one, stay on it. */
const STRAIGHT = 0.002;
/** So much of a page has to be askew by the same. */
const MOST = 0.8;
const ALIKE = 0.01;

/** The characters of a page that was laid askew under the scanner, set straight; `slopes` say how far each line falls to the right. */
export function straightened(glyphs: readonly Glyph[], slopes: readonly number[]): readonly Glyph[] {
  const sorted = slopes.toSorted((a, b) => a - b);
  const slope = sorted[sorted.length >> 1] ?? 0;
  if (Math.abs(slope) < STRAIGHT || slopes.filter((one) => Math.abs(one - slope) < ALIKE).length < MOST * glyphs.length) return glyphs;
  const length = Math.hypot(1, slope);
  return glyphs.map((glyph) => {
    const { x, y } = glyph;
    return { ...glyph, x: (x + slope * y) / length, y: (y - slope * x) / length };
  });
}
