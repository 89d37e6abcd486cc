import type { PrintedLine } from './lines.ts';
import { isInk } from './spacing.ts';

/** A stretch between two x. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines below each other that leave the same gaps free: a table without lines, or columns of text. */
export interface Band {
  readonly lines: readonly PrintedLine[];
  /** The gaps between its columns, from left to right. */
  readonly gutters: readonly Span[];
}

/** A gap is at least so wide, in heights of a character: a cell set close leaves so much. */
const NARROWEST = 0.5;
/** So many lines have text on both sides of a gap; more have to where it is no wider than a space, fewer will do where it is wide. */
const SUPPORT = 3;
const NARROW = 0.7;
const SUPPORT_NARROW = 6;
const WIDE = 2.2;
/** Lines further apart belong to no band together, in heights of a character. */
const FARTHEST = 3.5;
/** No table on one page has more lines. */
const MOST_LINES = 400;
/** Lines of two columns that stand between each other overlap by so much of a character; those of one column do not. */
export const INTERLEAVED = 0.15;
/** What stands left of a gap is no column when it is only the mark of an item. */
const MARK = /^(?:[・○●◯◎■□◆◇▪▶➢※*-]|[①-⑳]|[(（]?[0-9０-９ⅰ-ⅹⅠ-Ⅹア-ンa-z]{1,2}[)）.．]?)$/;

/** The bands of a page, from the top down; each is as long as its gaps allow. */
export function bandsOf(lines: readonly PrintedLine[]): Band[] {
  const bands: Band[] = [];
  for (let at = 0; at < lines.length; ) {
    const band = bandAt(lines, at);
    if (band) bands.push(band);
    at += band?.lines.length ?? 1;
  }
  return bands;
}

function bandAt(lines: readonly PrintedLine[], at: number): Band | null {
  const first = lines[at];
  if (!first) return null;
  const taken: PrintedLine[] = [first];
  let free = gapsAt(first, lines[at + 1]);
  if (free.length === 0) return null;
  let best: Band | null = null;
  let bottom = first.y1;
  for (let line = lines[at + taken.length]; line && taken.length < MOST_LINES; line = lines[at + taken.length]) {
    if (line.y0 - bottom > FARTHEST * line.size) break;
    const left = freeIn(free, line);
    if (left.length === 0) break;
    free = left;
    taken.push(line);
    bottom = Math.max(bottom, line.y1);
    const gutters = free.filter((gutter) => isSupported(gutter, taken));
    if (gutters.length > 0) best = { lines: [...taken], gutters };
  }
  return best && trimmed(best);
}

/** The gaps inside a line. */
function gapsIn({ pieces, size }: PrintedLine): Span[] {
  const glyphs = pieces
    .flatMap((piece) => piece.glyphs)
    .filter(isInk)
    .toSorted((a, b) => a.x - b.x);
  const gaps: Span[] = [];
  let to = Number.POSITIVE_INFINITY;
  for (const glyph of glyphs) {
    if (glyph.x - to >= NARROWEST * size) gaps.push({ from: to, to: glyph.x });
    to = Math.max(Number.isFinite(to) ? to : glyph.x, glyph.x + glyph.width);
  }
  return gaps;
}

const areInterleaved = (line: PrintedLine, next: PrintedLine): boolean => line.y1 - next.y0 >= INTERLEAVED * Math.min(line.size, next.size);

/** The gaps of a line with what stands beside it at half its height. */
function gapsAt(line: PrintedLine, next: PrintedLine | undefined): Span[] {
  return next && areInterleaved(line, next) ? gapsIn({ ...line, pieces: [...line.pieces, ...next.pieces] }) : gapsIn(line);
}

/** What a line leaves of the gaps. */
function freeIn(gaps: readonly Span[], line: PrintedLine): Span[] {
  const own = [{ from: Number.NEGATIVE_INFINITY, to: line.x0 }, ...gapsIn(line), { from: line.x1, to: Number.POSITIVE_INFINITY }];
  return gaps.flatMap((gap) =>
    own.flatMap(({ from, to }) => {
      const both = { from: Math.max(gap.from, from), to: Math.min(gap.to, to) };
      return both.to - both.from >= NARROWEST * line.size ? [both] : [];
    }),
  );
}

/** Whether enough lines stand on both sides of a gap, the left one holding more than marks. */
function isSupported(gap: Span, lines: readonly PrintedLine[]): boolean {
  const left = lines.flatMap((line, i) => leftOf(gap, line, lines[i + 1]));
  return left.length >= supportOf((gap.to - gap.from) / (lines[0]?.size ?? 1)) && left.some((line) => !MARK.test(textLeftOf(line, gap)));
}

function supportOf(width: number): number {
  if (width < NARROW) return SUPPORT_NARROW;
  return width > WIDE ? SUPPORT - 1 : SUPPORT;
}

/**
 * The line left of a gap that has text beside it: the same line, or one at half its height, as where a cell is set in the middle of its
 * row and has a line less than the next.
 */
function leftOf(gap: Span, line: PrintedLine, next: PrintedLine | undefined): PrintedLine[] {
  const spans = (from: number, to: number) => from < gap.from && to > gap.to;
  if (spans(line.x0, line.x1)) return [line];
  if (!next || !areInterleaved(line, next) || spans(next.x0, next.x1)) return [];
  const left = line.x0 < next.x0 ? line : next;
  return spans(left.x0, Math.max(line.x1, next.x1)) ? [left] : [];
}

const textLeftOf = ({ pieces }: PrintedLine, gap: Span): string =>
  pieces
    .flatMap((piece) => piece.glyphs)
    .filter(({ x, width }) => x + width <= gap.from + 1)
    .map(({ text }) => text)
    .join('')
    .trim();

/** Without the lines behind the last one that spans a gap, unless they follow it closely. */
function trimmed(band: Band): Band | null {
  const spans = (line: PrintedLine, i: number) => band.gutters.some((gutter) => leftOf(gutter, line, band.lines[i + 1]).length > 0);
  const last = band.lines.findLastIndex(spans);
  let end = last + 1;
  for (let line = band.lines[end]; line && line.y0 - (band.lines[end - 1]?.y1 ?? 0) < 0.8 * line.size; line = band.lines[end]) end++;
  const lines = band.lines.slice(0, end);
  return lines.length < 2 ? null : { ...band, lines };
}
