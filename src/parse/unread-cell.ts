import type { TextLine } from './lines.ts';
import type { RawFinding } from './paper.ts';

/** Columns that say what came of a KPI, as messages name them. */
const CELLS = {
  result: { ja: '実績', en: 'result' },
  verdict: { ja: '達成状況', en: 'verdict' },
  grade: { ja: '評価', en: 'grade' },
} as const;

export type ResultColumn = keyof typeof CELLS;

export const isResultColumn = (kind: string): kind is ResultColumn => kind in CELLS;

/** The cell of a result, a verdict or a grade that could not be read: `別紙のとおり（12頁の表3）` under 実績. */
export function unreadCell(kind: ResultColumn, lines: readonly TextLine[]): RawFinding {
  const { ja, en } = CELLS[kind];
  return {
    rule: 'actual/unread',
    severity: 'warning',
    message: (quote) => ({
      ja: `${ja}の欄を読み取れませんでした：「${quote}」`,
      en: `The cell of the ${en} could not be read: “${quote}”`,
    }),
    lines,
  };
}
