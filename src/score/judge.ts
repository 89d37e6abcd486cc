import type { Comparator, Decimal, Text } from '../model/index.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { areDecreases, asFraction, attainmentOf, compareWith, type Direction } from './attainment.ts';
import type { Goal } from './baseline.ts';
import { type Figure, quantity } from './figures.ts';

/** `exempt`: the plan's own condition takes the KPI out (入札件数が5件以上の場合 with 4). */
export type Outcome = 'met' | 'missed' | 'unknown' | 'exempt';

/** What a KPI comes to, before a rubric gives it a name. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly goal: Goal | null;
  readonly actual: Figure | null;
  readonly comparator: Comparator;
  readonly attainment: Decimal | null;
  /** actual − target */
  readonly gap: Decimal | null;
  /** `実績 96.1％ ≧ 目標 95.0％`; null where nothing was compared. */
  readonly sentence: Text | null;
  readonly reasons: readonly Text[];
  /** What would decide it: 入札件数, where the plan's condition asks for it. */
  readonly missing: Text | null;
}

export const undecided = (goal: Goal | null, actual: Figure | null, comparator: Comparator, reasons: readonly Text[]): Judgement => ({
  outcome: 'unknown',
  goal,
  actual,
  comparator,
  attainment: null,
  gap: null,
  sentence: null,
  reasons,
  missing: null,
});

/** A figure against a figure. */
export function judge(goal: Goal, actual: Figure, comparator: Comparator, direction: Direction): Judgement {
  if (goal.unit !== null && actual.unit !== null && !sameUnit(goal.unit, actual.unit)) {
    const [is, should] = [quantity(actual), quantity(goal)];
    return undecided(goal, actual, comparator, [
      {
        ja: `実績 ${is.ja} と${goal.name.ja} ${should.ja} は単位が違うので比べられない`,
        en: `actual ${is.en} and ${goal.name.en} ${should.en} are in different units`,
      },
    ]);
  }
  const { met, sign, roundingDecides } = compareWith(goal, actual, comparator, direction);
  const attainment = attainmentOf(actual.value, goal.value, direction);
  return {
    outcome: met ? 'met' : 'missed',
    goal,
    actual,
    comparator,
    attainment,
    gap: actual.value.minus(goal.value),
    sentence: comparison(goal, actual, comparator, direction, met),
    reasons: [
      ...(roundingDecides ? [rounding(goal, actual)] : []),
      ...(areDecreases(actual.value, goal.value, direction) ? [BY_AMOUNT] : []),
      ...(attainment === null ? [noAttainment(actual.value, goal)] : []),
      ...(comparator === '=' && sign !== 0 && met ? [beyondEqual(direction)] : []),
    ],
    missing: null,
  };
}

/** `以上` met is ≧, missed ＜; `＝` reads as the side that is better. */
function comparison(goal: Goal, actual: Figure, comparator: Comparator, direction: Direction, met: boolean): Text {
  const strict = comparator === '>' || comparator === '<';
  const above = (direction === 'higher') === met;
  const orEqual = met !== strict;
  const [ja, en] = above ? (orEqual ? ['≧', '≥'] : ['＞', '>']) : orEqual ? ['≦', '≤'] : ['＜', '<'];
  const [is, should] = [quantity(actual), quantity(goal)];
  return { ja: `実績 ${is.ja} ${ja} ${goal.name.ja} ${should.ja}`, en: `actual ${is.en} ${en} ${goal.name.en} ${should.en}` };
}

/** Digits enough to tell two rates apart: 1.1242 % and 1.1208 %. */
function rounding(goal: Goal, actual: Figure): Text {
  const precise = (figure: Figure, scale: number): Decimal => {
    const { numerator, denominator } = asFraction(figure);
    return figure.counts ? numerator.dividedBy(denominator, scale) : figure.value;
  };
  let scale = goal.value.scale + 1;
  while (scale < goal.value.scale + 10 && precise(actual, scale).compare(precise(goal, scale)) === 0) scale += 1;
  const [is, should] = [quantity({ ...actual, value: precise(actual, scale + 1) }), quantity({ ...goal, value: precise(goal, scale + 1) })];
  return {
    ja: `表示桁で比べた。桁を増やすと実績 ${is.ja}、${goal.name.ja} ${should.ja} で結果は逆になる（四捨五入が結果を決めている）`,
    en: `compared as printed; with more digits actual ${is.en} against ${goal.name.en} ${should.en} would give the opposite (rounding decides)`,
  };
}

const BY_AMOUNT: Text = {
  ja: '目標も実績も減少なので、達成度は減少の大きさで計算した',
  en: 'both are decreases: attainment is of their amounts',
};

function noAttainment(actual: Decimal, goal: Goal): Text {
  const isNegative = ({ text }: Decimal) => text.startsWith('-');
  if (isNegative(actual)) return { ja: '実績が負の値なので達成度は計算しない', en: 'no attainment: the actual figure is negative' };
  if (isNegative(goal.value)) {
    return { ja: `${goal.name.ja}が負の値なので達成度は計算しない`, en: `no attainment: ${goal.name.en} is negative` };
  }
  return { ja: '0 で割ることになるので達成度は計算しない', en: 'no attainment: it would divide by zero' };
}

const beyondEqual = (direction: Direction): Text =>
  direction === 'higher'
    ? {
        ja: '目標に「以上」はないが、高いほど良い指標なので上回れば達成とする',
        en: 'the target does not say "at least", but higher is better here, so more than it is met too',
      }
    : {
        ja: '目標に「以下」はないが、低いほど良い指標なので下回れば達成とする',
        en: 'the target does not say "at most", but lower is better here, so less than it is met too',
      };
