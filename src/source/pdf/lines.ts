import type { Glyph } from './painted.ts';
import { plain } from './plain.ts';
import { gapsAsText, type Piece } from './spacing.ts';

/** A line of text on the page, or the part of one that stands in a cell. */
export interface PrintedLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Top and baseline. */
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
  /** How many lines of the page it is, where a narrow column broke it. */
  readonly count: number;
  /** What wide gaps part: cells, where there are no lines to part them. */
  readonly pieces: readonly Piece[];
}

/** How much of a character must stand beside another on the same line; a raised note mark (`※`) does by half. */
const BESIDE = 0.5;
/** A note mark may stand in front of its line, in the order of baselines, with some of another line. */
const NEIGHBOURS = 3;
/** The part of a character above its baseline. */
const ASCENT = 0.85;
const DESCENT = 0.15;

interface Row {
  readonly glyphs: Glyph[];
  top: number;
  bottom: number;
  size: number;
}

/** The lines that the characters make, from the top down, each from left to right. */
export function linesIn(glyphs: readonly Glyph[]): PrintedLine[] {
  const way = (wanted: Glyph['way']) => glyphs.filter((glyph) => glyph.way === wanted);
  const across = [...rowsOf(way('across')).map(printed), ...runsOf(way('turned')).map(column)].filter((line) => line !== null);
  const down = runsOf(way('down')).flatMap((run) => column(run) ?? []);
  // Columns that begin at one height are read from the right.
  return [...across.sort((a, b) => a.x0 - b.x0), ...down.sort((a, b) => b.x0 - a.x0)].sort((a, b) => a.y0 - b.y0);
}

function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: Row[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const top = glyph.y - glyph.size * ASCENT;
    const bottom = glyph.y + glyph.size * DESCENT;
    const height = bottom - top;
    const row = rows.slice(-NEIGHBOURS).findLast((one) => overlap(one, top, bottom) > BESIDE * Math.min(height, one.bottom - one.top));
    if (!row) rows.push({ glyphs: [glyph], top, bottom, size: glyph.size });
    else {
      row.glyphs.push(glyph);
      if (glyph.size > row.size) Object.assign(row, { top, bottom, size: glyph.size });
    }
  }
  return rows;
}

const overlap = ({ top, bottom }: Row, from: number, to: number): number => Math.min(bottom, to) - Math.max(top, from);

function printed({ glyphs, top, bottom, size }: Row): PrintedLine | null {
  const pieces = gapsAsText(glyphs, size);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return null;
  return { text: pieces.map(({ text }) => text).join('  '), x0: first.x0, x1: last.x1, y0: top, y1: bottom, size, count: 1, pieces };
}

/** Characters that follow each other in columns or on a turned page, in the order in which they were put there. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    const near = last && last.way === glyph.way && Math.hypot(glyph.x - last.x, glyph.y - last.y) < (last.size + last.width) * 2;
    const sameColumn =
      last && (Math.abs(glyph.x - last.x) < last.size / 2 || (glyph.way === 'turned' && Math.abs(glyph.y - last.y) < last.size / 2));
    if (near && sameColumn) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function column(glyphs: readonly Glyph[]): PrintedLine | null {
  const text = plain(glyphs.map((glyph) => glyph.text).join('')).trim();
  const [first] = glyphs;
  if (!first || text === '') return null;
  const xs = glyphs.map(({ x }) => x);
  const ys = glyphs.map(({ y }) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs) + first.size, Math.min(...ys), Math.max(...ys) + first.size];
  return { text, x0, x1, y0, y1, size: first.size, count: 1, pieces: [{ text, x0, x1, glyphs }] };
}
