import { Decimal } from '../model/index.ts';
import type { Figure } from '../score/figures.ts';

/** What a printed figure may have been before it was rounded. */
export interface Range {
  readonly least: Decimal;
  readonly most: Decimal;
}

const HALF = Decimal.of('0.5');

export const rangeOfExact = (value: Decimal): Range => ({ least: value, most: value });

/**
 * A rate of 92.41 % is 92.405 to 92.415; a whole number of things is exact, unless it ends in zeros as 11万 and 4,500億円 do: half of the
 * place of its last digit that is not zero.
 */
export function rangeOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): Range {
  if (value.scale > 0 || unit === '%') return around(value, value.lastUnit);
  const zeros = /0{4,}$/.exec(value.text)?.[0];
  return zeros === undefined ? rangeOfExact(value) : around(value, Decimal.of(`1${zeros}`));
}

const around = (value: Decimal, unit: Decimal): Range => ({ least: value.minus(unit.times(HALF)), most: value.plus(unit.times(HALF)) });
