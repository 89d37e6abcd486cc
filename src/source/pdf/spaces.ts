import type { Glyph } from './painted.ts';
import { IDEOGRAPH, isInk, LATIN, usualGap } from './spacing.ts';

/** So much more than the usual gap of its line, in heights of a character, is a space; programs spread a line by less. */
const SPACE = 0.15;
/** Between Japanese and Latin characters many programs leave a quarter of a character. */
const MIXED_SPACE = 0.28;
/** Where so many of those stand close, the program leaves nothing there of its own; nearly all have to where it puts down spaces. */
const CLOSE = 0.1;
const SHARE_CLOSE = 0.3;
const NEARLY_ALL = 0.8;
const NEVER = Number.POSITIVE_INFINITY;
/** Marks that are drawn in half of their room. */
const HALF = /[、。，．・：；!?！？（）「」『』【】《》〈〉〔〕［］｛｝()[\]]/;
const BLANK = /\s/;
/** A character like any other. */
const FULL_WIDTH = '\u3000';

/**
 * The characters of a page with its spaces. Some programs put none down, or not all, and only move on: `本部 50 10 20.0%` is four
 * words, each a fifth of a character from the next.
 */
export function withSpaces(glyphs: readonly Glyph[]): readonly Glyph[] {
  const runs = runsOf(glyphs);
  const hasNone = glyphs.every((glyph) => isInk(glyph) || glyph.text === FULL_WIDTH);
  const least = {
    mixed: standsClose(runs, hasNone ? SHARE_CLOSE : NEARLY_ALL) ? SPACE : hasNone ? MIXED_SPACE : NEVER,
    japanese: hasNone ? SPACE : NEVER,
    marked: hasNone ? MIXED_SPACE : NEVER,
    other: NEVER,
  };
  return runs.flatMap(({ glyphs: run, gaps }) =>
    run.flatMap((glyph, i) => {
      const before = run[i - 1];
      const between = gaps[i - 1];
      return before && between && between.gap > least[between.kind] ? [blank(before, glyph), glyph] : [glyph];
    }),
  );
}

/** Whether Latin characters stand close to Japanese ones where there is no space. */
function standsClose(runs: readonly Run[], enough: number): boolean {
  const gaps = runs.flatMap((run) => run.gaps.flatMap(({ kind, gap }) => (kind === 'mixed' ? [gap] : [])));
  return gaps.filter((gap) => gap < CLOSE).length >= enough * gaps.length;
}

interface Gap {
  /** Between Japanese characters, between one and a Latin one, between a mark (`①`, `％`) and a Latin one. */
  readonly kind: 'japanese' | 'mixed' | 'marked' | 'other';
  /** Beyond the usual of its line, in heights of a character. */
  readonly gap: number;
}

interface Run {
  readonly glyphs: readonly Glyph[];
  readonly gaps: readonly Gap[];
}

/** Characters put down one after the other on one line. */
function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    if (last && follows(last, glyph)) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map((run) => {
    const usual = usualGap(run);
    const gaps = run.slice(1).map((glyph, i): Gap => {
      const before = run[i] ?? glyph;
      return { kind: kindOf(before.text, glyph.text), gap: (glyph.x - before.x - before.width - usual) / glyph.size };
    });
    return { glyphs: run, gaps };
  });
}

const follows = (before: Glyph, { way, x, y, size }: Glyph): boolean =>
  way === 'across' &&
  before.way === way &&
  Math.abs(y - before.y) < 0.1 * size &&
  Math.abs(size - before.size) < 0.1 * size &&
  x > before.x;

function kindOf(before: string, after: string): Gap['kind'] {
  if (BLANK.test(before + after) || HALF.test(before + after)) return 'other';
  const latin = [before, after].filter((text) => LATIN.test(text)).length;
  if (latin === 0) return 'japanese';
  if (latin === 2) return 'other';
  return IDEOGRAPH.test(before) || IDEOGRAPH.test(after) ? 'mixed' : 'marked';
}

const blank = (before: Glyph, after: Glyph): Glyph => ({
  ...before,
  text: ' ',
  x: before.x + before.width,
  width: after.x - before.x - before.width,
});
