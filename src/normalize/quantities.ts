import { COMPARATORS } from '../catalog/phrases.ts';
import { MAGNITUDES, NUMBER, UNITS } from '../catalog/units.ts';
import type { Decimal } from '../model/index.ts';
import { fold } from '../source/fold.ts';
import { amountOf, comparatorOf } from './target.ts';

/** A number of a text with what stands behind it: `９５．０％以上` is 95.0, `%`, `>=`. */
export interface Quantity {
  /** As printed. */
  readonly text: string;
  readonly value: Decimal;
  readonly unit: string | null;
  /** `=` where no comparator is printed. */
  readonly comparator: '>=' | '>' | '<=' | '<' | '=';
  /** It stands at `[from, to)` of the text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

const QUANTITY = new RegExp(
  `(?<![\\d.,])(?<number>${NUMBER})(?<magnitude>[${Object.keys(MAGNITUDES).join('')}]*) ?(?<unit>${UNITS.join('|')})?` +
    `(?<comparator>${COMPARATORS.map(([words]) => words).join('|')})?`,
  'g',
);

/** Every number of a text, in order; which of them is the target is for the statement around it to say (`parseDocument`). */
export function extractQuantities(text: string): Quantity[] {
  return [...fold(text).matchAll(QUANTITY)].map((match) => {
    const { number = '', magnitude = '', unit = '', comparator = '' } = match.groups ?? {};
    const from = match.index;
    const to = from + match[0].trimEnd().length;
    return {
      text: text.slice(from, to),
      ...amountOf(number, magnitude, unit),
      comparator: comparatorOf(comparator),
      from,
      to,
    };
  });
}
