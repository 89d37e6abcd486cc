import { type Actual, Decimal, type Rubric, type ScoredKpi, type Target, type Text } from '../model/index.ts';
import { isFullYear } from '../normalize/as-of.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { readDone } from '../normalize/done.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { directionOf } from './attainment.ts';
import { type Goal, resolveTarget } from './baseline.ts';
import { clausesOf, withClauses, withPreviousYearClause } from './conditions.ts';
import { type Figure, figureOf, fiscalYearName, place } from './figures.ts';
import { type Growth, growthOf } from './growth.ts';
import type { CurrentResult, History } from './history.ts';
import { type Judgement, judge, type Outcome, undecided } from './judge.ts';
import { verdictName, verdictOf } from './verdict.ts';

export interface KpiScore {
  readonly target: Target;
  readonly kpi: ScoredKpi;
  readonly outcome: Outcome;
  readonly growth: Growth;
  /** What would decide its outcome, beside a result. */
  readonly missing: Text | null;
}

export function scoreKpi(target: Target, history: History, rubric: Rubric, catalog: Catalog, published: string | null = null): KpiScore {
  const current = history.current(target);
  const result = current?.actual ?? null;
  const judgement = target.basis === 'qualitative' ? judgeWords(result, target) : judgeNumber(target, result, history, catalog);
  const { verdict, reasons } = verdictOf(rubric, target.basis, judgement);
  const { goal, actual, attainment, gap, sentence, comparator } = judgement;
  const provisional = verdict !== null && ((result !== null && !isFullYear(result.asOf)) || (goal?.midYear ?? false));
  const kpi: ScoredKpi = {
    targetId: target.id,
    indicator: target.indicator,
    name: target.name,
    area: target.area,
    measure: target.measure,
    role: target.role,
    comparator,
    basis: target.basis,
    target: { value: goal?.value ?? null, unit: goal?.unit ?? null, from: goal?.from ?? (target.basis === 'qualitative' ? 'plan' : null) },
    actual: result && {
      value: actual?.value ?? result.value,
      unit: actual?.unit ?? result.unit,
      text: result.text,
      asOf: result.asOf,
      source: result.source,
    },
    attainment,
    gap,
    verdict,
    provisional,
    published,
    reasons: [
      ...(sentence && verdict !== null ? [concluded(sentence, verdict, attainment, provisional)] : []),
      ...judgement.reasons,
      ...reasons,
      ...(current ? resultRemarks(current, goal) : []),
      ...publishedReason(published, verdict),
    ],
  };
  const growth = growthOf(target, judgement, result, history, directionOf(target, catalog));
  return { target, kpi, outcome: judgement.outcome, growth, missing: judgement.missing };
}

/** `実績 96.1％ ≧ 目標 95.0％ → 達成（達成度 101.2％）` */
function concluded(sentence: Text, verdict: string, attainment: Decimal | null, provisional: boolean): Text {
  const name = verdictName(verdict);
  const beside: Text[] = [
    ...(provisional ? [{ ja: '暫定', en: 'provisional' }] : []),
    ...(attainment === null ? [] : [{ ja: `達成度 ${attainment.text}％`, en: `attainment ${attainment.text}%` }]),
  ];
  const [ja, en] =
    beside.length === 0 ? ['', ''] : [`（${beside.map((one) => one.ja).join('、')}）`, ` (${beside.map((one) => one.en).join(', ')})`];
  return { ja: `${sentence.ja} → ${name.ja}${ja}`, en: `${sentence.en} → ${name.en}${en}` };
}

function judgeNumber(target: Target, result: Actual | null, history: History, catalog: Catalog): Judgement {
  const clauses = clausesOf(target);
  const earlier = history.earlier(target, target.fiscalYear - 1);
  const { goal, reasons } = withPreviousYearClause(resolveTarget(target, history), clauses, earlier, target.fiscalYear);
  const actual = result && figureOf(result, Math.max(2, goal?.value.scale ?? 0));
  const { comparator } = target;
  const main =
    goal && actual
      ? judge(goal, actual, comparator, directionOf(target, catalog))
      : undecided(goal, actual, comparator, actual ? [] : [noResult(result, target.fiscalYear)]);
  return withClauses({ ...main, reasons: [...main.reasons, ...fromCounts(result, actual), ...reasons] }, clauses, result, earlier !== null);
}

function fromCounts(result: Actual | null, actual: Figure | null): Text[] {
  if (result?.value !== null || !actual) return [];
  return [
    {
      ja: `実績の ${actual.value.text}％ は「${result.text}」から計算した`,
      en: `the actual ${actual.value.text}% is computed from "${result.text}"`,
    },
  ];
}

/** Done or not done. */
function judgeWords(result: Actual | null, target: Target): Judgement {
  const done = result && readDone(result.text);
  if (!done) return undecided(null, null, 'do', [noResult(result, target.fiscalYear)]);
  return {
    ...undecided(null, null, 'do', []),
    outcome: done === 'done' ? 'met' : 'missed',
    sentence: {
      ja: `実績「${result.text}」: ${done === 'done' ? '実施した' : '実施していない'}`,
      en: `actual "${result.text}": ${done === 'done' ? 'done' : 'not done'}`,
    },
  };
}

function noResult(result: Actual | null, fiscalYear: number): Text {
  const year = fiscalYearName(fiscalYear);
  if (!result) return { ja: `${year.ja}の実績が記録にない`, en: `no result for ${year.en} on record` };
  return { ja: `実績は「${result.text}」で、判定できる値がない`, en: `the result is "${result.text}", nothing to judge by` };
}

/** What the report itself printed, agreeing or not. */
function publishedReason(published: string | null, verdict: string | null): Text[] {
  if (published === null) return [];
  const agrees = published === verdict;
  return [
    {
      ja: `公表された判定「${published}」${agrees ? 'と同じ' : 'とは違う'}`,
      en: `the published verdict "${verdictName(published).en}" ${agrees ? 'agrees' : 'differs'}`,
    },
  ];
}

function resultRemarks({ actual: result, over, contradicted }: CurrentResult, goal: Goal | null): Text[] {
  const remarks: Text[] = [];
  if (!isFullYear(result.asOf))
    remarks.push({
      ja: `実績は ${result.asOf} 時点で、年度の結果ではない`,
      en: `the result is as of ${result.asOf}, not the whole year's`,
    });
  if (goal?.midYear)
    remarks.push({
      ja: '比べた前年度などの値が年度途中のものなので、判定は暫定。年間の実績を読み込むと確定する',
      en: 'the earlier figure it was compared with is a mid-year one, so the verdict is provisional until the whole-year result is on record',
    });
  if (over && over.text !== result.text && over.value?.text !== result.value?.text) {
    const [used, left] = [place(result.source), place(over.source)];
    remarks.push({
      ja: `実績は CSV（${used.ja}）を採り、文書の「${over.text}」（${left.ja}）は採らない`,
      en: `the CSV (${used.en}) is taken, not "${over.text}" in the document (${left.en})`,
    });
  }
  if (contradicted && contradicted !== over) {
    const [used, left] = [place(result.source), place(contradicted.source)];
    remarks.push({
      ja: `実績が文書によって違う: 最後に読み込んだ「${result.text}」（${used.ja}）を採り、「${contradicted.text}」（${left.ja}）は採らない`,
      en: `the documents disagree on the result: "${result.text}" (${used.en}), which was read last, is taken, not "${contradicted.text}" (${left.en})`,
    });
  }
  if (goal && result.value && mayBeFraction(goal, result, result.value)) {
    const rate = result.value.times(HUNDRED).text;
    remarks.push({
      ja: `実績「${result.text}」は割合（小数）かもしれない。そうなら ${rate}％ と書き直す`,
      en: `"${result.text}" may be a fraction; if so, write it as ${rate}%`,
    });
  }
  return remarks;
}

const HUNDRED = Decimal.of('100');

/** A hundred times too small for its target, and typed without a sign: the reader had no evidence, here there is. */
function mayBeFraction(goal: Goal, { text, numerator }: Actual, value: Decimal): boolean {
  if (goal.unit === null || !sameUnit(goal.unit, '%') || numerator !== null || /[%％]/.test(text)) return false;
  const rate = value.times(HUNDRED);
  const within = (least: string, most: string) =>
    rate.compare(goal.value.times(Decimal.of(least))) >= 0 && rate.compare(goal.value.times(Decimal.of(most))) <= 0;
  return value.compare(Decimal.of('1.2')) <= 0 && !value.isZero && within('0.25', '4');
}
