import { fold } from '../fold.ts';
import type { PrintedLine } from './lines.ts';

/** A line is full when no more than so much room is left in its column, in heights of a character. */
const ROOM = 1.7;
/** What may not be broken goes to the next line as one, however much room that leaves: `律】`, `75.1％）`, `（実`. */
const UNBROKEN = /^[(「『【〈《〔[]*(?:[A-Za-z\d.,:/%+-]+|.)[、。,.)」』】>》〕\]%々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・:;?!]*/;
/** How much wider than its text, at most, such a piece stands, in heights of a character. */
const SPARE = 0.7;
/** So many lines have to be full before they show where the column ends. */
const FEWEST_FULL = 3;
/** Lines of one paragraph are no further apart than most lines are, and in any case not so far, in heights of a character. */
const APART = 1.1;
const USUAL = 1.2;
/** What opens a line of its own, folded: a heading, an item, a marker, a remark, a row of values. */
const OPENS =
  /^(?:[■□◆◇●○◎▲▼※★☆・*→⇒↓⇩【《<「『〔|]|[-–]\s|[①-⑳Ⅰ-ⅿ❶-❿⑴-⒇](?![、,>》)」』】])|\d{1,2}(?:[.)、:]\D|-\d)|[ア-ン][.)]|[a-z][.)]|\((?![\d.,]+[%件人円社])|KPI|第\d|(?:令和|平成)\S{1,4}年度.{0,12}計画)/;
/** What ends with its line. */
const ENDS = /(?:。|とする|にする|である|ます)$/;
/** A target goes on only in `とする` or the like. */
const COMPARED = /以[上下]$/;
const KANA = /^[ぁ-ん、。]/;
/** `KPI結果` has its figure beside it, or below. */
const LABEL = /(?:結果|実績|目標|評価)$/;
/** `対象者数 200,000 15,000,000` */
const ROW = /(?<![\d,.])\d[\d,.]*[%人件]?\s+[\d▲]/;

/** How far the lines of a column reach, and in how many of them: too few show nothing. */
export interface Margin {
  readonly edge: number;
  readonly isShown: boolean;
}

/** The walls of a cell. */
export interface Walls {
  readonly x0: number;
  readonly x1: number;
}

const roomLeft = (edge: number, { x1, size }: PrintedLine, needed = ROOM): boolean => edge - x1 >= needed * size;

/** Whether a line had no room for what the next one begins with. */
function isBroken(line: PrintedLine, next: PrintedLine, edge: number): boolean {
  if (FIGURE.test(fold(next.text).trim())) return !roomLeft(edge, line);
  const length = UNBROKEN.exec(fold(next.text))?.[0].length ?? 0;
  const width = Array.from(next.text.slice(0, length)).reduce((sum, character) => sum + (HALF.test(character) ? 0.5 : 1), 0);
  return !roomLeft(edge, line, Math.max(ROOM, Math.min(width, LONGEST_PIECE) + SPARE));
}

/** `2,168事業所`, below `KPI結果` */
const FIGURE = /^▲?\d[\d,.]*[^\d\s)]{0,4}$/;
/** Characters that may be half as wide as they are high. */
const HALF = /[!-~]/;
/** In heights of a character. */
const LONGEST_PIECE = 8;

export function marginOf(lines: readonly PrintedLine[]): Margin {
  const edge = Math.max(...lines.map(({ x1 }) => x1));
  return { edge, isShown: lines.filter((line) => !roomLeft(edge, line)).length >= FEWEST_FULL };
}

/**
 * The margin that the cells between the same walls show together: a cell of two lines shows none of its own. It lies as far from the
 * right wall as the lines begin from the left one; lines that all end before it were not broken by the wall.
 */
export function marginOfCells(lines: readonly PrintedLine[], walls: Walls): Margin {
  const margin = marginOf(lines);
  const size = Math.max(...lines.map((line) => line.size));
  return { ...margin, isShown: margin.isShown && innerEdge(lines, walls) - margin.edge < ROOM * size };
}

/** Margins that pages have shown, by where their lines begin: on a page of few full lines, that of the pages before counts. */
export class ShownMargins {
  private shown: { readonly x0: number; readonly margin: Margin }[] = [];

  /** That of lines as those; what they show themselves is kept. */
  of(lines: readonly PrintedLine[]): Margin | null {
    const own = marginOf(lines);
    const x0 = Math.min(...lines.map((line) => line.x0));
    const near = this.shown.filter((other) => Math.abs(other.x0 - x0) < NEAR && other.margin.edge > own.edge - NEAR);
    if (!own.isShown) return near[0]?.margin ?? null;
    this.shown = [{ x0, margin: own }, ...this.shown.filter((other) => !near.includes(other))].slice(0, MOST_SHOWN);
    return own;
  }
}

const NEAR = 2;
const MOST_SHOWN = 8;

/** As far from the right wall as the lines begin from the left one. */
const innerEdge = (lines: readonly PrintedLine[], { x0, x1 }: Walls): number => x1 - (Math.min(...lines.map((line) => line.x0)) - x0);

/**
 * Lines that a narrow column broke, put together again: what breaks them is the layout, not the sense. Where they show no margin of
 * their own, that of their column counts.
 */
export function unwrapped(lines: readonly PrintedLine[], column: Margin | null = null): PrintedLine[] {
  if (lines.length < 2) return [...lines];
  const own = marginOf(lines);
  const { edge, isShown } = own.isShown || !column ? own : column;
  if (!isShown) return withWholeNumbers(lines, edge);
  const gaps = lines
    .slice(1)
    .map((line, i) => line.y0 - (lines[i]?.y1 ?? 0))
    .sort((a, b) => a - b);
  const usual = Math.max(gaps[gaps.length >> 1] ?? 0, 0);
  const found: PrintedLine[] = [];
  let last: PrintedLine | null = null;
  for (const line of lines) {
    const whole = found.at(-1);
    if (last && whole && isBroken(last, line, edge) && isLong(last) && isNear(last, line, usual) && goesOn(last, line))
      found[found.length - 1] = joined(whole, line);
    else found.push(line);
    last = line;
  }
  return found;
}

/** Where no margin is shown, the longest line is full all the same when a number goes on below it: `…の割合 12.` / `5％`. */
function withWholeNumbers(lines: readonly PrintedLine[], edge: number): PrintedLine[] {
  const found: PrintedLine[] = [];
  let last: PrintedLine | null = null;
  for (const line of lines) {
    const whole = found.at(-1);
    const isCut = last && NUMBER_CUT.test(`${fold(last.text)}\n${fold(line.text)}`);
    if (last && whole && isCut && !roomLeft(edge, last) && isProse(last) && isNear(last, line, line.size) && goesOn(last, line))
      found[found.length - 1] = joined(whole, line);
    else found.push(line);
    last = line;
  }
  return found;
}

const NUMBER_CUT = /\d(?:[.,]?\n|\n[.,])\d/;
const isProse = ({ x0, x1, size }: PrintedLine): boolean => x1 - x0 > 20 * size;

function isNear(line: PrintedLine, next: PrintedLine, usual: number): boolean {
  const gap = next.y0 - line.y1;
  return gap < APART * line.size && gap <= USUAL * usual + 0.1 * line.size && next.y0 > line.y0;
}

function goesOn(line: PrintedLine, next: PrintedLine): boolean {
  const alike = Math.abs(line.size - next.size) < 0.1 * line.size;
  return (
    alike &&
    next.x0 - line.x0 < 4 * line.size &&
    line.pieces.length === 1 &&
    !hasEnded(line, next) &&
    !ROW.test(fold(next.text)) &&
    !opensLine(next)
  );
}

/** A label in a narrow column is no paragraph. */
const isLong = ({ x0, x1, size }: PrintedLine): boolean => x1 - x0 > 6 * size;

export const opensLine = ({ text }: PrintedLine): boolean => OPENS.test(fold(text).trim());

export const hasEnded = ({ text }: PrintedLine, next: PrintedLine): boolean =>
  ENDS.test(text) ||
  (COMPARED.test(text) && !KANA.test(next.text)) ||
  (LABEL.test(text) && FIGURE.test(fold(next.text).trim())) ||
  ROW.test(fold(text));

/** Its sentence is not at its end: `② 郵送化率を`. */
const UNFINISHED = /[をがはにのとへ、,(（]$/;

/** Whether the last line of a cell goes on in the first one behind a page break: the wall broke it, or it does not end a sentence. */
export function goesOnBehindBreak(lines: readonly PrintedLine[], next: PrintedLine, walls: Walls): boolean {
  const last = lines.at(-1);
  if (!last || runsDown(last) || !goesOn(last, next)) return false;
  return isBroken(last, next, innerEdge(lines, walls)) || UNFINISHED.test(last.text);
}

/** Text in a column of characters, whether one line or many. */
const runsDown = ({ x0, x1, size }: PrintedLine): boolean => x1 - x0 < 2 * size;

/** What has its items below it: `【KPI】`, `■ KPI：`. */
const ANNOUNCES = /(?:KPI[】》]?|[:：])$/;

export const announces = ({ text }: PrintedLine): boolean => ANNOUNCES.test(fold(text).trim());

function joined(whole: PrintedLine, line: PrintedLine): PrintedLine {
  return {
    ...whole,
    text: joinedText(whole.text, line.text),
    x1: Math.max(whole.x1, line.x1),
    y1: line.y1,
    count: whole.count + line.count,
    pieces: [...whole.pieces, ...line.pieces],
  };
}

export const joinedText = (text: string, next: string): string =>
  text + (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next) ? ' ' : '') + next;
