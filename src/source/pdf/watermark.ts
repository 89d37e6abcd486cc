import { channelsOf } from './colour.ts';
import type { Glyph } from './painted.ts';

/** A watermark is so much larger than the text of its page, in a light colour that is not white. */
const LARGER = 2.5;
const LIGHTEST = 0xf4;
const DARKEST = 0x99;
/** A page with less text is a cover. */
const FEWEST = 40;

/** The characters that a page says something with: not 案 or 取扱注意, askew or pale across it. */
export function withoutWatermark(glyphs: readonly Glyph[]): Glyph[] {
  const straight = glyphs.filter(({ way }) => way !== 'askew');
  const sizes = straight.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  if (straight.length < FEWEST) return straight;
  return straight.filter(({ size, colour }) => size < LARGER * usual || !isPale(colour));
}

function isPale(colour: string): boolean {
  const darkest = Math.min(...channelsOf(colour));
  return darkest >= DARKEST && darkest <= LIGHTEST;
}
