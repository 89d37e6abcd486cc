import type { Basis, Decimal, Rubric, Text, VerdictRow } from '../model/index.ts';
import { Decimal as Exact } from '../model/index.ts';
import type { Judgement, Outcome } from './judge.ts';

export const MET = '達成';
export const MISSED = '未達成';

const ENGLISH: Readonly<Record<string, string>> = { 達成: 'met', 概ね達成: 'nearly met', 未達成: 'not met' };

/** A verdict in a sentence: a rubric of one's own may use words that have no English. */
export const verdictName = (verdict: string): Text => ({ ja: verdict, en: ENGLISH[verdict] ?? verdict });

export interface Verdict {
  readonly verdict: string | null;
  readonly reasons: readonly Text[];
}

/** What the rubric calls an outcome; null where it cannot be known or the target does not hold. */
export function verdictOf(rubric: Rubric, basis: Basis, { outcome, attainment }: Pick<Judgement, 'outcome' | 'attainment'>): Verdict {
  if (outcome === 'unknown' || outcome === 'exempt') return { verdict: null, reasons: [] };
  if (rubric.kind === 'grades') return { verdict: outcome === 'met' ? MET : MISSED, reasons: [] };
  const row = rubric.verdicts.find((candidate) => !candidate.judged && fits(candidate, basis, outcome, attainment));
  if (!row) return { verdict: null, reasons: [NO_ROW] };
  const passed = rubric.verdicts.slice(0, rubric.verdicts.indexOf(row)).filter((candidate) => reaches(candidate, outcome, attainment));
  const reasons = passed.map((candidate) => (candidate.judged ? open(candidate.verdict, candidate.judged) : otherBasis(candidate)));
  return { verdict: row.verdict, reasons: [...reasons, ...limitReason(row, attainment)] };
}

const fits = (row: VerdictRow, basis: Basis, outcome: Outcome, attainment: Decimal | null): boolean =>
  (row.basis?.includes(basis) ?? true) && reaches(row, outcome, attainment);

function reaches({ met, atLeast }: VerdictRow, outcome: Outcome, attainment: Decimal | null): boolean {
  if (met && outcome !== 'met') return false;
  return atLeast === undefined || (attainment !== null && attainment.compare(Exact.of(atLeast)) >= 0);
}

/** 120 % and more, and S only if people find the outcome outstanding. */
const open = (verdict: string, judged: Text): Text => ({
  ja: `「${judged.ja}」と認められれば「${verdict}」`,
  en: `"${verdict}" if people find ${judged.en}`,
});

const NO_ROW: Text = { ja: '評価基準にこの結果の行がない', en: 'the rubric has no row for this outcome' };

/** 返納金債権の回収率 53.40 % against 対前年度 54.11 %: 98.7 %, and yet 未達成. */
const otherBasis = ({ verdict }: VerdictRow): Text => ({
  ja: `この種類の目標には「${verdict}」を使わない`,
  en: `"${verdictName(verdict).en}" is not used for this kind of target`,
});

const limitReason = ({ verdict, atLeast }: VerdictRow, attainment: Decimal | null): Text[] =>
  atLeast === undefined || attainment === null
    ? []
    : [
        {
          ja: `達成度 ${attainment.text}％ は ${atLeast}％ 以上なので「${verdict}」`,
          en: `attainment ${attainment.text}% is ${atLeast}% or more: "${verdictName(verdict).en}"`,
        },
      ];
