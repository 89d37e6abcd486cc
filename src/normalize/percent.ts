import { Decimal } from '../model/index.ts';

/**
 * A number without a sign in a cell of a KPI in %: `0.341` is 0.341 % for the レセプト査定率, but 0.961 beside a target of 95 % is
 * the fraction that a spreadsheet keeps for 96.1 %. `by` is the figure that decided; null when none did.
 */
export interface PercentReading {
  readonly as: 'printed' | 'fraction';
  readonly value: Decimal;
  readonly by: Decimal | null;
}

const HUNDRED = Decimal.of('100');

/**
 * The rate in % that counts make, with `scale` decimals, half up.
 * @throws RangeError where nothing was counted
 */
export const percentOf = (numerator: Decimal, denominator: Decimal, scale: number): Decimal =>
  numerator.times(HUNDRED).dividedBy(denominator, scale);
/** Beyond this a number is hardly a fraction: 120 % of the target would be much. */
const LARGEST_FRACTION = Decimal.of('1.2');

/** Only a number that could be a fraction needs deciding. */
export function isAmbiguousPercent(value: Decimal): boolean {
  return !value.isZero && abs(value).compare(LARGEST_FRACTION) <= 0;
}

/** Shares of the reference, in hundredths. A rate moves within these from year to year; the other reading is a hundred times off. */
const PRINTED_FROM = Decimal.of('20');
const FRACTION_TO = Decimal.of('4');
const FRACTION_FROM = Decimal.of('0.05');

/** @param references the target's value, the printed baselines, last year's figure, all in %, best evidence first */
export function readPercent(value: Decimal, references: readonly Decimal[]): PercentReading {
  for (const reference of references) {
    if (reference.isZero) continue;
    const share = abs(value).times(HUNDRED);
    const of = (hundredths: Decimal) => abs(reference).times(hundredths);
    if (share.compare(of(PRINTED_FROM)) >= 0) return { as: 'printed', value, by: reference };
    if (share.compare(of(FRACTION_TO)) <= 0 && share.compare(of(FRACTION_FROM)) >= 0) {
      return { as: 'fraction', value: value.times(HUNDRED), by: reference };
    }
  }
  return { as: 'printed', value, by: null };
}

const abs = (value: Decimal): Decimal => (value.text.startsWith('-') ? Decimal.of(value.text.slice(1)) : value);
