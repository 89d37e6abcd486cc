import { COMPARATORS, DIRECTION_VERBS, DIRECTIONS, YEARS_TARGET } from '../catalog/phrases.ts';
import { MAGNITUDES } from '../catalog/units.ts';
import { type Baseline, Decimal, type Target } from '../model/index.ts';
import type { RawBaseline } from '../parse/statement.ts';
import type { Promise_ } from '../parse/target-phrase.ts';
import { fold } from '../source/fold.ts';
import { fiscalYearOfLabel } from './as-of.ts';

type Meaning<T> = T extends Target ? Pick<T, 'basis' | 'comparator' | 'value' | 'unit'> : never;

const SIGNS = new Map<string, '>=' | '>' | '<=' | '<'>([...COMPARATORS, ...DIRECTIONS, ...DIRECTION_VERBS]);

/** `以上` → `>=`; a number without a comparator is `=`. */
export const comparatorOf = (words: string): '>=' | '>' | '<=' | '<' | '=' => SIGNS.get(words) ?? '=';

/** A figure that is below zero by itself, and may rise: `経常収支を▲5億円以上とする`. */
const BALANCE = /(?:収支|損益|差額?|残高|ギャップ)(?:額|率|比率)?$/;
/** A decrease by at least so much, or by no more: `▲2,700人以上` is -2,700 or less, `▲5％以内` -5 or more. */
const DECREASES: Readonly<Record<string, '>=' | '<='>> = { 以上: '<=', 以内: '>=' };

/**
 * The words of a target phrase as basis, comparator, exact value and unit. A number without a comparator (`100％とする`) is `=`.
 *
 * @param name what the figure is of: only a balance is itself below zero
 */
export function meaningOf(promise: Promise_, name: string): Meaning<Target> {
  switch (promise.kind) {
    case 'absolute': {
      const words = promise.comparator;
      const decrease = /^[▲△−-]/.test(promise.number) && !BALANCE.test(name) ? DECREASES[words] : undefined;
      return {
        basis: 'absolute',
        comparator: decrease ?? comparatorOf(words),
        ...amountOf(promise.number, promise.magnitude, promise.unit),
      };
    }
    case 'relative':
      return { basis: promise.basis, comparator: comparatorOf(promise.comparator), value: null, unit: null };
    case 'qualitative':
      return { basis: 'qualitative', comparator: 'do', value: null, unit: null };
  }
}

/** `1,100` → 1100, `▲0.5` → -0.5, `11万` → 110000, `1億2,500万` → 125000000: as read aloud, each 万 and 億 closes what stands before it. */
export function numberOf(text: string, magnitude = ''): Decimal {
  const plain = (text + magnitude).replaceAll(',', '');
  if (PLAIN.test(plain) || !WHOLE.test(plain)) return Decimal.of(plain);
  let sum: Decimal | null = null;
  let group: Decimal | null = null;
  for (const [, digits = '0', small = '', large = ''] of plain.matchAll(PART)) {
    const part = power(Decimal.of(digits), small);
    group = group ? group.plus(part) : part;
    if (large === '') continue;
    const closed = power(group, large);
    sum = sum ? sum.plus(closed) : closed;
    group = null;
  }
  const size = sum && group ? sum.plus(group) : (sum ?? group ?? Decimal.of(plain));
  return /^[▲△−-]/.test(plain) ? Decimal.of(`-${size.text}`) : size;
}

/** Most numbers: nothing to work out. */
const PLAIN = /^\d+(?:\.\d+)?$/;
const WHOLE = /^[▲△−+-]?\d+(?:\.\d+)?(?:[百千万億]+\d+(?:\.\d+)?)*[百千万億]*$/;
const PART = /(\d+(?:\.\d+)?)([百千]*)([万億]*)/g;
const power = (value: Decimal, signs: string): Decimal =>
  [...signs].reduce((product, sign) => product.times(Decimal.of(MAGNITUDES[sign] ?? '1')), value);

/** A number in its unit; `8割` is 80 %. */
export function amountOf(number: string, magnitude: string, unit: string): { value: Decimal; unit: string | null } {
  const value = numberOf(number, magnitude);
  return unit === '割' ? { value: value.times(Decimal.of('10')), unit: '%' } : { value, unit: unitOf(unit) };
}

export function unitOf(text: string): string | null {
  if (text === '') return null;
  return text === 'パーセント' || text === '割' ? '%' : text;
}

export function baselineOf(raw: RawBaseline): Baseline {
  const number = raw.number?.normalize('NFKC') ?? null;
  return { label: raw.label, value: number === null ? null : numberOf(number), unit: unitOf(raw.unit.normalize('NFKC')) };
}

/** A target of the year itself, or of a later one, is nothing to start from: `（令和5年度目標 65.0％）` in a plan for 令和3年度. */
export function isEarlier({ label }: Baseline, fiscalYear: number): boolean {
  const year = YEARS_TARGET.test(fold(label)) ? fiscalYearOfLabel(label, fiscalYear) : null;
  return year === null || year < fiscalYear;
}
