import { Decimal, type Target, type TargetOrigin, type Text } from '../model/index.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { type EarlierFigure, type Figure, fiscalYearName, quantity } from './figures.ts';
import type { History } from './history.ts';

/** What a result is compared with. */
export interface Goal extends Figure {
  readonly from: TargetOrigin;
  /** `目標`, `前年度`: what the number is called in the sentence of reason. */
  readonly name: Text;
  /** Itself a printed result, so compared at the precision of its print. */
  readonly measured: boolean;
  /** A mid-year figure of an earlier year stands for that year. */
  readonly midYear?: boolean;
}

export interface Resolution {
  /** Null when the number is not known, or there is none (意見発信を実施する). */
  readonly goal: Goal | null;
  /** Where the number came from, or what is missing. */
  readonly reasons: readonly Text[];
}

/** The number of a target: the plan's own, or what earlier years make of 対前年度以上 and its like. */
export function resolveTarget(target: Target, history: History): Resolution {
  switch (target.basis) {
    case 'qualitative':
      return { goal: null, reasons: [] };
    case 'absolute':
      return { goal: { value: target.value, unit: target.unit, counts: null, from: 'plan', name: TARGET, measured: false }, reasons: [] };
    case 'previous_year':
      return previousYear(history.earlier(target, target.fiscalYear - 1), target.fiscalYear - 1);
    case 'mean_of_3y':
    case 'max_of_previous_year_and_3y_mean':
      return threeYears(target, target.basis, history);
  }
}

const TARGET: Text = { ja: '目標', en: 'target' };
const PREVIOUS: Text = { ja: '前年度', en: 'the year before' };
const MEAN: Text = { ja: '過去3年度の平均', en: 'the mean of three years' };

/** As a target: the figure of the year before itself. */
export function previousYear(earlier: EarlierFigure | null, year: number): Resolution {
  if (!earlier) return { goal: null, reasons: [notOnRecord([year])] };
  const goal = { ...earlier, name: PREVIOUS, measured: true, midYear: !earlier.fullYear };
  const [ja, en] = earlier.fullYear ? ['', ''] : ['。年度途中の値', '; a mid-year figure'];
  return { goal, reasons: [{ ja: `前年度の値: ${earlier.says.ja}${ja}`, en: `the year before: ${earlier.says.en}${en}` }] };
}

function threeYears(target: Target, basis: 'mean_of_3y' | 'max_of_previous_year_and_3y_mean', history: History): Resolution {
  const years = [1, 2, 3].map((back) => target.fiscalYear - back);
  const figures = years.map((year) => history.earlier(target, year));
  const known = figures.filter((figure) => figure !== null);
  const [last] = known;
  if (!last || known.length < years.length) return { goal: null, reasons: [notOnRecord(years.filter((_, index) => !figures[index]))] };
  if (known.some(({ unit }) => unit !== null && last.unit !== null && !sameUnit(unit, last.unit))) {
    return {
      goal: null,
      reasons: [{ ja: '過去3年度の実績の単位が揃っていない', en: 'the results of the three years are in different units' }],
    };
  }
  const scale = Math.max(...known.map(({ value }) => value.scale));
  const sum = known.reduce((total, { value }) => total.plus(value), Decimal.of('0'));
  const mean = sum.dividedBy(Decimal.of('3'), scale);
  const meanIsTarget = basis === 'mean_of_3y' || mean.compare(last.value) > 0;
  const goal: Goal = {
    value: meanIsTarget ? mean : last.value,
    unit: last.unit,
    counts: meanIsTarget ? null : last.counts,
    from: weakest(known),
    name: meanIsTarget ? MEAN : PREVIOUS,
    measured: true,
    midYear: known.some(({ fullYear }) => !fullYear),
  };
  const amount = quantity({ value: mean, unit: last.unit });
  const list = (lang: 'ja' | 'en') => known.map(({ says }) => says[lang]).join(lang === 'ja' ? '、' : '; ');
  return {
    goal,
    reasons: [{ ja: `過去3年度の平均は ${amount.ja}: ${list('ja')}`, en: `the mean of three years is ${amount.en}: ${list('en')}` }],
  };
}

const ORIGINS: readonly EarlierFigure['from'][] = ['baseline', 'csv', 'store'];

/** A mean is as good as the weakest of its years. */
const weakest = (figures: readonly EarlierFigure[]): EarlierFigure['from'] =>
  ORIGINS.find((origin) => figures.some(({ from }) => from === origin)) ?? 'store';

function notOnRecord(years: readonly number[]): Text {
  const names = years.map(fiscalYearName);
  return {
    ja: `${names.map(({ ja }) => ja).join('、')}の実績が、記録にも CSV の前年度実績にも計画にもない`,
    en: `no result for ${names.map(({ en }) => en).join(', ')} on record, in the CSV or in the plan`,
  };
}
