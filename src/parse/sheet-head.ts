import { AS_OF, HALF_YEAR, SHEET_COLUMN, SHEET_RESULT, SHEET_TITLE, WHOLE_YEAR } from '../catalog/figures.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { opensArea } from './outline.ts';
import { passage } from './passage.ts';
import { runsOf } from './runs.ts';

const LONGEST_HEAD = 120;

/** `事業計画 実施状況とKPI実績 課題・計画` */
export function isHead(line: TextLine): boolean {
  if (line.text.length - line.start > LONGEST_HEAD) return false;
  const words = runsOf(line).map(({ text }) => text);
  return words.length > 1 && words.length < 12 && words.every((word) => SHEET_COLUMN.test(word));
}

/** A head whose words extraction set one below the other; how many lines it has, 0 when none begins at `lines[at]`. */
export function stackedHeadAt(lines: readonly TextLine[], at: number): number {
  let height = 0;
  let words = '';
  for (let line = lines[at]; line && height < MOST_COLUMNS; line = lines[at + height]) {
    const text = line.text.slice(line.start).replaceAll(' ', '');
    if (text.length > LONGEST_WORD || !SHEET_COLUMN.test(text)) break;
    words += `${text} `;
    height++;
  }
  return height >= 3 && /KPI|目標/.test(words) && SHEET_RESULT.test(words) ? height : 0;
}

const MOST_COLUMNS = 8;
const LONGEST_WORD = 14;

/** `実績（9月末時点）`, `上期実績`: when the column of results says that it was taken. */
export function columnTime(head: TextLine): string | null {
  const column = runsOf(head).find(({ text }) => SHEET_RESULT.test(text) && TIME.test(text));
  return column ? timeIn(passage([column])) : null;
}

const TIME = new RegExp(AS_OF);
const LONGEST_TITLE = 60;

/** What the sheet's titles say of its figures: the part of the year (of `令和2年度上期` only the part, `上期`), and the year. */
export function periodOf(lines: readonly TextLine[]): { asOf: string | null; fiscalYear: string | null } {
  const period: { asOf: string | null; fiscalYear: string | null } = { asOf: null, fiscalYear: null };
  for (const line of lines) {
    const said = line.text.slice(line.start);
    if (said.length > LONGEST_TITLE || !SHEET_TITLE.test(said) || /[%。]|以上|以下|とする/.test(said)) continue;
    const text = passage([{ line, from: line.start }]);
    period.asOf ??= timeIn(text);
    period.fiscalYear ??= YEAR.exec(text.text)?.[0] ?? null;
    if (period.asOf !== null && period.fiscalYear !== null) break;
  }
  return period;
}

const YEAR = new RegExp(`(?!前|昨)(?:${WHOLE_YEAR})`);

function timeIn({ text, raw }: { text: string; raw: string }): string | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const half = HALF_YEAR.exec(match[0]);
  const from = match.index + (half?.index ?? 0);
  return raw.slice(from, match.index + match[0].length);
}

/** The one area of the page that begins at `lines[from]`, where extraction put the left column behind its rows. */
export function areaBelow(lines: readonly TextLine[], from: number): TextLine | null {
  const page: TextLine[] = [];
  for (let at = from, line = lines[at]; line && !isHead(line); line = lines[++at]) page.push(line);
  const areas = page.filter(opensArea);
  const [area] = areas;
  return area && areas.length === 1 && page.findIndex((line) => markerAt(line) !== null) < page.indexOf(area) ? area : null;
}
