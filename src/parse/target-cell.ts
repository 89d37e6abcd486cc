import { AS_OF, NO_KPI, TARGET_SAID } from '../catalog/figures.ts';
import { type Block, readBlock } from './block.ts';
import { isCoverage, openingOf, ordinal } from './classify.ts';
import type { ColumnLine } from './column-split.ts';
import { figuresIn } from './figure.ts';
import { Cursor, type TextLine } from './lines.ts';
import { passage } from './passage.ts';
import { itemFrom } from './result-item.ts';
import { isPromising } from './sentence.ts';
import type { RawStatement } from './statement.ts';
import { findQualitative } from './target-phrase.ts';

/** Whether the cell that the marker on `cell[0]` opens sets targets: it compares, or says とする. What has been reached is a bare figure. */
export function promises(cell: readonly ColumnLine[], from: number): boolean {
  let begun = false;
  for (const [at, line] of cell.entries()) {
    const start = at === 0 ? skipSpaces(line.text, from) : line.start;
    if (begun && line.gap > 0) return false;
    if (start >= line.text.length) continue;
    const opening = openingOf({ ...line, start });
    const numbered = opening.kind === 'item' && !opening.style.bullet;
    // Behind the first item, only its enumeration goes on: a bullet may be an activity.
    if (begun && !numbered) continue;
    begun = true;
    if (line.target) return true;
    const piece = { line, from: opening.kind === 'item' ? opening.end : start };
    if (isPromising(new Cursor(cell, at), piece, 'promise') || isWords(cell, at, piece.from)) return true;
  }
  return false;
}

/** `【KPI】設定なし` */
export function setsNone(cell: readonly TextLine[], from: number): boolean {
  const words = cell.slice(0, 2).map((line, index) => line.text.slice(index === 0 ? from : line.start).replaceAll(' ', ''));
  return NO_KPI.test(words[0] || words[1] || '');
}

/** `…効果的な意見発信を実施する`, within three lines; a figure in front of an activity (`0.297%（全国21位）` / `・研修を行う`) is none. */
function isWords(cell: readonly TextLine[], at: number, from: number): boolean {
  const pieces = cell.slice(at, at + 3).map((line, index) => ({ line, from: index === 0 ? from : line.start }));
  const own = pieces.findIndex(({ line }, index) => index > 0 && openingOf(line).kind !== 'text');
  const words = own < 0 ? pieces : pieces.slice(0, own);
  const { figures, rest } = figuresIn(passage(words.slice(0, 1)));
  if (figures.length > 0 && rest === '') return false;
  return words.some((_, index) => findQualitative(passage(words.slice(0, index + 1)).text)?.strength === 'closed');
}

/** Reads the target that begins at `cell[0]` without a marker, and those that its enumeration goes on with. */
export function readUnmarked(cell: readonly TextLine[], from: number): Block {
  const block = readTargets(cell, from, false);
  const next = block.statements.findIndex(({ mark }, index) => index > 0 && ordinal(mark) === null);
  const line = block.statements[next]?.lines[0];
  return line ? readTargets(cell.slice(0, cell.indexOf(line)), from, false) : block;
}

/** Reads the targets of a cell; where results without a marker follow them in the same enumeration, it ends before those. */
export function readTargets(whole: readonly TextLine[], from: number, heading: boolean): Block {
  const cell = whole.slice(0, endOfTargets(whole));
  const block = readBlock(cell, 0, from, heading, '');
  const first = block.statements.findIndex((statement, index) => index > 0 && isResult(statement, block.statements[index - 1]));
  const line = block.statements[first]?.lines[0];
  return line ? readBlock(cell.slice(0, cell.indexOf(line)), 0, from, heading, '') : block;
}

/**
 * Where results follow the targets that a plan would print as something else: with a time in front, a baseline (`令和2年7月：80.6%`);
 * with people, a row of coverage (`13.2%（実施者 1,320人／対象者 10,000人）`).
 */
function endOfTargets(cell: readonly TextLine[]): number {
  const end = cell.findIndex((line, at) => {
    const text = at === 0 ? '' : line.text.slice(line.start).replaceAll(' ', '');
    if (!(DATED.test(text) || (isCoverage(text) && /^[\d.]+%/.test(text)))) return false;
    const item = itemFrom(cell, at, line.start);
    return item?.complete === true && item.figures.length > 0;
  });
  return end < 0 ? cell.length : end;
}

/** A month or a part of the year: a whole year's figure (`令和元年度実績 92.0％`) is a baseline. */
const DATED = new RegExp(`^(?:${AS_OF})(?!.*(?:以上|以下|とする|目標))`);

/** A bare figure behind targets that say what they are, when the enumeration begins anew or a time stands beside it. */
function isResult({ promise, lines, mark }: RawStatement, before: RawStatement | undefined): boolean {
  if (promise.kind !== 'absolute' || promise.comparator !== '') return false;
  const text = passage(lines.map((line) => ({ line, from: line.start })));
  if (TARGET_SAID.test(text.text)) return false;
  const goesOn = (ordinal(mark) ?? 0) > (ordinal(before?.mark ?? '') ?? 0);
  return !goesOn || figuresIn(text).figures.some(({ asOf, rank }) => (asOf ?? rank) !== null);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
