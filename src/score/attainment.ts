import { type Comparator, Decimal, type Target } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { percentOf } from '../normalize/percent.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import type { Goal } from './baseline.ts';
import type { Figure } from './figures.ts';

/** Which way is better. */
export type Direction = 'higher' | 'lower';

/** `以上` and `以下` say it themselves; `100％とする` leaves it to the indicator, and most rates are better when higher. */
export function directionOf(
  { comparator, indicator, value }: Pick<Target, 'comparator' | 'indicator' | 'value'>,
  catalog: Catalog,
): Direction {
  if (comparator === '<=' || comparator === '<') return 'lower';
  if (comparator === '>=' || comparator === '>') return 'higher';
  const known = indicator === null ? null : catalog.byId(indicator)?.direction;
  // `▲2,700人` promises a decrease.
  return known ?? (value && value.compare(ZERO) < 0 ? 'lower' : 'higher');
}

const HUNDRED = Decimal.of('100');
const ZERO = Decimal.of('0');

/**
 * 達成度 in %, one decimal, half up: actual ÷ target where higher is better, target ÷ actual where lower is better. Of two decreases
 * (▲2,900人 against a promised ▲2,700人) by their amounts, more being better: 107.4 %. Null when there is no such number: a division by
 * zero, any other negative figure.
 */
export function attainmentOf(actual: Decimal, target: Decimal, direction: Direction): Decimal | null {
  if (areDecreases(actual, target, direction)) return percentOf(ZERO.minus(actual), ZERO.minus(target), 1);
  if (actual.compare(ZERO) < 0 || target.compare(ZERO) < 0) return null;
  const [part, whole] = direction === 'higher' ? [actual, target] : [target, actual];
  if (whole.isZero) return part.isZero ? Decimal.of('100.0') : null;
  return percentOf(part, whole, 1);
}

/** Both negative, and lower is better: amounts by which something went down, and was to go down. */
export const areDecreases = (actual: Decimal, target: Decimal, direction: Direction): boolean =>
  direction === 'lower' && actual.compare(ZERO) < 0 && target.compare(ZERO) < 0;

export interface Comparison {
  readonly met: boolean;
  /** Sign of actual − target, as compared. */
  readonly sign: -1 | 0 | 1;
  /** The counts behind the rates, or the digits beyond the target's, would say the opposite. */
  readonly roundingDecides: boolean;
}

/**
 * Compares in decimal, as printed. A target that is itself a printed result (前年度 1.12％) is compared at its own precision: 1.1242 %
 * then ties with it. Rates are published with two digits or more, while a spreadsheet drops the zeros of 75.00: so at least two are compared.
 * An absolute target is exact: 99.5 % is not 100 %.
 */
export function compareWith(goal: Goal, actual: Figure, comparator: Comparator, direction: Direction): Comparison {
  const isRate = [goal.unit, actual.unit].some((unit) => unit !== null && sameUnit(unit, '%'));
  const scale = goal.measured ? Math.max(goal.value.scale, isRate ? 2 : 0) : Number.POSITIVE_INFINITY;
  const printed = actual.value.scale > scale ? actual.value.round(scale) : actual.value;
  const sign = printed.compare(goal.value);
  const met = meets(sign, comparator, direction);
  return { met, sign, roundingDecides: met !== meets(exactSign(actual, goal), comparator, direction) };
}

/** `100％とする` is met by more, where more is better: 600事業所 by 650. */
function meets(sign: -1 | 0 | 1, comparator: Comparator, direction: Direction): boolean {
  switch (comparator) {
    case '>':
      return sign > 0;
    case '<':
      return sign < 0;
    case '>=':
      return sign >= 0;
    case '<=':
      return sign <= 0;
    default:
      return direction === 'higher' ? sign >= 0 : sign <= 0;
  }
}

/** From the counts where they are on record: 160,251 ÷ 14,254,909 against 175,883 ÷ 15,692,604. */
function exactSign(actual: Figure, goal: Figure): -1 | 0 | 1 {
  const [a, b] = [asFraction(actual), asFraction(goal)];
  return a.numerator.times(b.denominator).compare(b.numerator.times(a.denominator));
}

/** Counts make a rate in %, where they agree with the printed one; any other figure is itself over 1. */
export function asFraction({ value, counts }: Figure): { numerator: Decimal; denominator: Decimal } {
  const rate = counts && !counts.denominator.isZero ? percentOf(counts.numerator, counts.denominator, value.scale) : null;
  if (!counts || rate?.compare(value) !== 0) return { numerator: value, denominator: Decimal.of('1') };
  return { numerator: counts.numerator.times(HUNDRED), denominator: counts.denominator };
}
