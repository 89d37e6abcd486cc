import { withNoteMarks } from './note-marks.ts';
import type { Glyph } from './painted.ts';
import { plain } from './plain.ts';

/** A stretch of a line without a wide gap in it. */
export interface Piece {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Spaces among them. */
  readonly glyphs: readonly Glyph[];
}

/** From such a gap on, in heights of a character, something else begins. */
const WIDE = 1.6;
/** A smaller gap that is a space: between Latin letters or digits, and between others, which typesetting spreads by itself. */
const LATIN_SPACE = 0.18;
const OTHER_SPACE = 0.4;
/** The same character drawn again to look bold stands less than so much of its width aside. */
const AGAIN = 0.4;
export const LATIN = /[A-Za-z0-9]/;
const SPACE = /^\s*$/;

export const isInk = ({ text }: Glyph): boolean => !SPACE.test(text);

/** The characters of one line as pieces of text; what the spaces are worth is told by the gaps that one sees. */
export function gapsAsText(glyphs: readonly Glyph[], size: number): Piece[] {
  const sorted = withNoteMarks(
    glyphs.toSorted((a, b) => a.x - b.x),
    size,
  );
  const usual = usualGap(sorted);
  const pieces: { text: string; x0: number; x1: number; glyphs: Glyph[] }[] = [];
  let before: Glyph | null = null;
  let blanks: Glyph[] = [];
  for (const glyph of sorted) {
    const text = plain(glyph.text);
    if (SPACE.test(text)) {
      if (text !== '') blanks.push(glyph);
      continue;
    }
    const piece = pieces.at(-1);
    if (before && isAgain(before, glyph)) continue;
    const gap = before ? glyph.x - (before.x + before.width) : 0;
    if (!piece || !before || gap > WIDE * size) pieces.push({ text, x0: glyph.x, x1: glyph.x + glyph.width, glyphs: [glyph] });
    else {
      piece.text += isSpace(before.text, text, (gap - usual) / size, blanks.length > 0) ? ` ${text}` : text;
      piece.x1 = Math.max(piece.x1, glyph.x + glyph.width);
      piece.glyphs.push(...blanks, glyph);
    }
    before = glyph;
    blanks = [];
  }
  return pieces.map((piece) => ({ ...piece, text: unspread(composed(piece.text)) }));
}

/** Characters may be spread evenly over a line: so many of its gaps are alike, and none of a character's own room. */
const FEWEST_GAPS = 6;
const ALIKE = 0.06;
const MOST_ALIKE = 0.7;
const WIDEST = 0.6;
/** In a short line all gaps have to be alike, and less than a space is wide: `62.5％` in a table, `【KPI】`. */
const WIDEST_IN_SHORT = 0.24;

/** The room that a line of characters has between all of them; none in most lines. */
export function usualGap(sorted: readonly Glyph[]): number {
  const gaps = sorted
    .slice(1)
    .flatMap((glyph, i) => {
      const before = sorted[i];
      return before && isInk(before) && isInk(glyph) ? [glyph.x - before.x - before.width] : [];
    })
    .sort((a, b) => a - b);
  const size = sorted[0]?.size ?? 1;
  const usual = gaps[gaps.length >> 1] ?? 0;
  const isShort = gaps.length < FEWEST_GAPS;
  if (gaps.length < 2 || usual < ALIKE * size || usual > (isShort ? WIDEST_IN_SHORT : WIDEST) * size) return 0;
  const alike = gaps.filter((gap) => Math.abs(gap - usual) < ALIKE * size).length;
  return alike >= (isShort ? 1 : MOST_ALIKE) * gaps.length ? usual : 0;
}

/** `ビ` may be drawn as `ヒ` and its mark. */
const composed = (text: string): string => (/[\u3099\u309a]/.test(text) ? text.normalize('NFC') : text);

const isAgain = (before: Glyph, glyph: Glyph): boolean =>
  before.text === glyph.text && Math.abs(glyph.x - before.x) < AGAIN * before.width && Math.abs(glyph.y - before.y) < AGAIN * before.size;

function isSpace(before: string, after: string, gap: number, blank: boolean): boolean {
  if (blank) return true;
  const latin = LATIN.test(before.at(-1) ?? '') && LATIN.test(after[0] ?? '');
  return gap > (latin ? LATIN_SPACE : OTHER_SPACE);
}

/** Words that are spread over the line, as titles are: `目 次`, `令 和 ３ 年 度`. */
function unspread(text: string): string {
  if (!text.includes(' ')) return text;
  const words = text.split(' ');
  const single = words.filter((word) => word.length === 1).length;
  const spread = words.length > 3 ? single > 0.8 * words.length : single === words.length && words.every((word) => IDEOGRAPH.test(word));
  return spread ? words.join('') : text;
}

export const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u9fff]/;
