import { fold } from '../fold.ts';
import type { PrintedLine } from './lines.ts';

/** A line is full when no more than so much room is left in its column, in heights of a character: a break may not stand before `、`. */
const ROOM = 1.7;
/** So many lines have to be full before they show where the column ends. */
const FEWEST_FULL = 3;
/** Lines of one paragraph are no further apart than most lines are, and in any case not so far, in heights of a character. */
const APART = 1.1;
const USUAL = 1.2;
/** What opens a line of its own, folded: a heading, an item, a marker, a remark, a row of values. */
const OPENS =
  /^(?:[■□◆◇●○◎▲▼※★☆・*→⇒↓⇩【《<「『〔|]|[-–]\s|[①-⑳Ⅰ-ⅿ❶-❿⑴-⒇]|\d{1,2}(?:[.)、:]\D|-\d)|[ア-ン][.)]|[a-z][.)]|\((?![\d.,]+[%件人円社])|KPI|第\d|(?:令和|平成)\S{1,4}年度.{0,12}計画)/;
/** What ends with its line. */
const ENDS = /(?:。|とする|にする|である|ます)$/;
/** A target goes on only in `とする` or the like. */
const COMPARED = /以[上下]$/;
const KANA = /^[ぁ-ん、。]/;
/** `対象者数 200,000 15,000,000` */
const ROW = /(?<![\d,.])\d[\d,.]*[%人件]?\s+[\d▲]/;

/** How far the lines of a column reach, and in how many of them: too few show nothing. */
export interface Margin {
  readonly edge: number;
  readonly isShown: boolean;
}

const roomLeft = (edge: number, { x1, size }: PrintedLine): boolean => edge - x1 >= ROOM * size;

export function marginOf(lines: readonly PrintedLine[]): Margin {
  const edge = Math.max(...lines.map(({ x1 }) => x1));
  return { edge, isShown: lines.filter((line) => !roomLeft(edge, line)).length >= FEWEST_FULL };
}

/**
 * The margin that the cells between the same walls show together: a cell of two lines shows none of its own. It lies as far from the
 * right wall as the lines begin from the left one; lines that all end before it were not broken by the wall.
 */
export function marginOfCells(lines: readonly PrintedLine[], walls: { readonly x0: number; readonly x1: number }): Margin {
  const margin = marginOf(lines);
  const padding = Math.min(...lines.map(({ x0 }) => x0)) - walls.x0;
  const size = Math.max(...lines.map((line) => line.size));
  return { ...margin, isShown: margin.isShown && walls.x1 - padding - margin.edge < ROOM * size };
}

/**
 * Lines that a narrow column broke, put together again: what breaks them is the layout, not the sense. Where they show no margin of
 * their own, that of their column counts.
 */
export function unwrapped(lines: readonly PrintedLine[], column: Margin | null = null): PrintedLine[] {
  const own = marginOf(lines);
  const { edge, isShown } = own.isShown || !column ? own : column;
  if (!isShown) return [...lines];
  const gaps = lines
    .slice(1)
    .map((line, i) => line.y0 - (lines[i]?.y1 ?? 0))
    .sort((a, b) => a - b);
  const usual = Math.max(gaps[gaps.length >> 1] ?? 0, 0);
  const isFull = (line: PrintedLine) => !roomLeft(edge, line);
  const found: PrintedLine[] = [];
  let last: PrintedLine | null = null;
  for (const line of lines) {
    const whole = found.at(-1);
    if (last && whole && isFull(last) && goesOn(last, line, usual)) found[found.length - 1] = joined(whole, line);
    else found.push(line);
    last = line;
  }
  return found;
}

function goesOn(line: PrintedLine, next: PrintedLine, usual: number): boolean {
  const gap = next.y0 - line.y1;
  const alike = Math.abs(line.size - next.size) < 0.1 * line.size;
  const near = gap < APART * line.size && gap <= USUAL * usual + 0.1 * line.size && next.y0 > line.y0;
  const indented = next.x0 - line.x0 < 4 * line.size && line.x1 - line.x0 > 6 * line.size;
  const ended = ENDS.test(line.text) || (COMPARED.test(line.text) && !KANA.test(next.text)) || ROW.test(fold(line.text));
  return (
    alike && near && indented && line.pieces.length === 1 && !ended && !ROW.test(fold(next.text)) && !OPENS.test(fold(next.text).trim())
  );
}

function joined(whole: PrintedLine, line: PrintedLine): PrintedLine {
  const space = /[A-Za-z]$/.test(whole.text) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
  return {
    ...whole,
    text: whole.text + space + line.text,
    x1: Math.max(whole.x1, line.x1),
    y1: line.y1,
    count: whole.count + line.count,
    pieces: [...whole.pieces, ...line.pieces],
  };
}
