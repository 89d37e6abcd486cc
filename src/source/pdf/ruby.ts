import type { Glyph } from './painted.ts';
import { isInk } from './spacing.ts';

const KANA = /^[\u3040-\u30ff]+$/;
const KANJI = /[\u3400-\u9fff\uf900-\ufaff]/;
/** Readings are about half as large as what they stand above, whose baseline lies about a character below theirs. */
const SMALLER = 0.65;
const NEAREST = 0.7;
const FARTHEST = 1.2;
const LONGEST = 16;

/** The characters of a page without the readings above them (ルビ, 振り仮名): they say nothing that the characters do not. */
export function withoutRuby(glyphs: readonly Glyph[]): readonly Glyph[] {
  const runs = kanaRuns(glyphs);
  if (runs.length === 0) return glyphs;
  const kanji = glyphs.filter(({ text, way }) => way === 'across' && KANJI.test(text)).sort((a, b) => a.y - b.y);
  const ruby = new Set(runs.filter((run) => run.every((glyph) => isAbove(glyph, kanji))).flat());
  return ruby.size === 0 ? glyphs : glyphs.filter((glyph) => !ruby.has(glyph));
}

/** Stretches of kana that nothing of their size follows on their line, smaller than what most of the page is printed in. */
function kanaRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const runs: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.way !== 'across' || glyph.size > SMALLER * usual || !isInk(glyph)) {
      last = null;
      continue;
    }
    if (last && Math.abs(last.y - glyph.y) < 0.1 * glyph.size && Math.abs(glyph.x - last.x - last.width) < 2 * glyph.size)
      runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs.filter((run) => run.length <= LONGEST && run.every(({ text }) => KANA.test(text)));
}

function isAbove({ x, y, width, size }: Glyph, kanji: readonly Glyph[]): boolean {
  const middle = x + width / 2;
  let [low, high] = [0, kanji.length];
  while (low < high) {
    const between = (low + high) >>> 1;
    if ((kanji[between]?.y ?? 0) <= y) low = between + 1;
    else high = between;
  }
  for (let i = low; i < kanji.length; i++) {
    const base = kanji[i];
    if (!base || base.y - y > (FARTHEST / SMALLER) * 4 * size) return false;
    const below = (base.y - y) / base.size;
    if (size <= SMALLER * base.size && below >= NEAREST && below <= FARTHEST && Math.abs(base.x + base.width / 2 - middle) < base.size)
      return true;
  }
  return false;
}
