import { AS_OF, RESULT_WORD } from '../catalog/figures.ts';
import { CASE, CONDITION_BEGUN } from '../catalog/phrases.ts';
import { UNITS } from '../catalog/units.ts';
import type { TextLine } from './lines.ts';

/** A line of one column of the sheet. */
export interface ColumnLine extends TextLine {
  /** It stands to the right of another one on its line of the text: `…30.8%以上とする 特定保健指導の実施率`. */
  readonly behind: boolean;
  /** The word 目標 stood in front of its figure; it is blanked, for it is no part of the name. */
  readonly target: boolean;
}

const TIMED = `(?:${AS_OF}|${RESULT_WORD})`;
/** `郵送化率 目標 95.0％`, `目標：対前年度以上` */
const TARGET_LABEL = /(?<=^|[\s)）】])[【<[(]?(?:KPI\s*)?(?:数値)?目標(?:値)?[】>\])]?\s*:?\s*(?=[▲\d]|対?前年|年度末|昨年)/g;

/** A cheap test, and where the right-hand column begins: the length of the match. */
const BORDERS: readonly (readonly [hint: RegExp, border: RegExp])[] = [
  // `…30.8%以上とする 特定保健指導の実施率`
  [/(?:する|します)。?\s/, /^.*?(?:と|に)(?:する|します)。?\s+(?=[^\s(【※「、。])/],
  // `…率：30.8％以上 特定保健指導の実施率`
  [/以[上下]\s/, /^.*?\d\s*[%件社人円]以[上下]\s+(?=[^\s(【※「、。とにのをはがでもか維達])/],
  // `…95.0％以上とする ⇒ 93.2％`, `…95.0％以上 → 93.2％`
  [/[→⇒]/, /^.*?(?:とする|とします|にする|以上|以下|以内|維持|[%\d])。?\s*(?=[→⇒]\s*\S)/],
  // `①…を100％とする ①100％（9月末）` with the target wrapped onto the next line: `① 郵送化率を ①91.2％（9月末）`
  [/\s(?:[①-⑳]|\d{1,2}\)|\(\d)/, /^.*?\S\s+(?=(?:[①-⑳]|\d{1,2}\)|\(\d{1,2}\))[^①-⑳以()]{0,40}\d[\d,.]*[%件社人円])/],
  // `目標 95.0％ 実績 93.2％（9月末）`
  [
    /\d.*(?:実績|結果|現状|進捗|到達値|速報)/,
    new RegExp(
      `^.*?(?:\\d\\s*(?:${UNITS.join('|')})|以上|以下|\\))[\\s、,/]+(?=[【(<]?(?:${AS_OF})?の?(?:${RESULT_WORD})[^\\s%]{0,12}[\\s:】)>])`,
    ),
  ],
  // `＜KPI＞　　　＜9月末実績＞` over `郵送化率：96.0％以上　　　95.2％`
  [/[】》>]\s/, /^.*?[】》>]\s+(?=[【《<][^】》>]{0,14}(?:実績|結果)[^】》>]{0,8}[】》>])/],
  [/\s{2}/, /^.*?(?:\d\s*[%件社人円]|事業所|機関|以[上下]|とする|維持)\s{2,}(?=[(【<]?(?:[①-⑳]\s?)?[\d▲未集])/],
  // `サービス水準の向上 【KPI】…`
  [/KPI/, /^.*?\S\s*(?=[【《<]\s*KPI[^】》>]{0,8}[】》>])/],
  // `…95.0％以上とする（9月末実績 93.2％）`
  [
    /(?:する|します|以[上下])。?\s*[(【].*\d/,
    new RegExp(
      `^.*?(?:とする|とします|以上|以下)。?\\s*(?=[(【](?!前年|令和元年度実績)[^()【】]{0,24}?${TIMED}[^()【】]{0,24}?\\d[^()【】]*[)】])`,
    ),
  ],
];
/** No cell on one line is longer; it bounds the work on a hostile line. */
const LONGEST = 400;
const MOST = 4;

/** Parts the lines that hold two columns; a head of a table, and a row whose cells tabs part already, stay whole. */
export function splitColumns(lines: readonly TextLine[], isHead: (line: TextLine) => boolean): ColumnLine[] {
  return lines.flatMap((line) => {
    if (isHead(line) || line.raw.includes('\t')) return [{ ...line, behind: false, target: false }];
    const parts: ColumnLine[] = [];
    let rest: ColumnLine = { ...withoutLabel(line), behind: false };
    for (let to = borderIn(rest); to !== null && parts.length < MOST; to = borderIn(rest)) {
      const behind = !/KPI/.test(rest.text.slice(to, to + 8));
      parts.push({ ...rest, text: rest.text.slice(0, to) });
      rest = { ...rest, start: to, gap: 0, behind };
    }
    return [...parts, rest];
  });
}

function withoutLabel(line: TextLine): Omit<ColumnLine, 'behind'> {
  const text =
    line.text.includes('目標') && /\d|年/.test(line.text)
      ? line.text.replace(TARGET_LABEL, (label) => ' '.repeat(label.length))
      : line.text;
  const start = text === line.text ? line.start : text.search(/\S/);
  return { ...line, text, start, target: text !== line.text };
}

/**
 * Puts what stood in the right-hand column on the lines of a cell behind those of the left-hand one. `own`: of the cell at `at`, the
 * lines of the left-hand column; `taken`: how many of them were read.
 */
export function setAside(lines: ColumnLine[], at: number, cell: readonly ColumnLine[], own: readonly ColumnLine[], taken: number): void {
  const follows = own[taken];
  const to = follows ? cell.indexOf(follows) : cell.length;
  const aside = cell.slice(0, to).filter((line) => line.behind);
  for (const [index, line] of [...own.slice(0, taken), ...aside].entries()) lines[at + index] = line;
}

/** No row has more parts, those of its cells among them; it bounds the work on a hostile line. */
const MOST_PARTS = 64;

/** The whole line of which `lines[at]` is the first part, and how many parts it has. */
export function wholeLine(lines: readonly ColumnLine[], at: number): { line: ColumnLine; parts: number } | null {
  const first = lines[at];
  if (!first) return null;
  let parts = 1;
  while (parts < MOST_PARTS && lines[at + parts]?.number === first.number) parts++;
  return { line: { ...first, text: lines[at + parts - 1]?.text ?? first.text }, parts };
}

/** The column of the line where its right-hand column begins. */
function borderIn(line: TextLine): number | null {
  if (line.text.length - line.start > LONGEST) return null;
  const text = line.text.slice(line.start);
  if (text.includes('|')) return null;
  for (const [hint, border] of BORDERS) {
    const to = hint.test(text) ? border.exec(text)?.[0].length : undefined;
    if (to === undefined) continue;
    const rest = text.slice(to).replaceAll(' ', '');
    if (!goesOn(rest)) return line.start + to;
  }
  return null;
}

/** Behind a target there may be its condition, or the next target. */
function goesOn(rest: string): boolean {
  if (CONDITION_BEGUN.test(rest) || CASE.test(rest)) return true;
  return /^(?:[①-⑳]|\d{1,2}\)|\(\d)/.test(rest) && (/(?:以上|以下|以内|とする|にする)/.test(rest) || !/\d[\d,.]*[%件社人円]/.test(rest));
}
