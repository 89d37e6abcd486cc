import { Decimal } from '../model/decimal.ts';
import { decimalOf } from './printed-number.ts';

/** A count with what it counts: `USB配布医療機関 45機関`. */
export interface Counted {
  readonly name: string;
  readonly number: string | null;
  readonly unit: string;
}

/** The two counts that a printed rate comes from: `51.1%` of `45機関` and `23機関`. Null when none give it, to its last digit. */
export function countsOf<T extends Counted>(rate: string, counts: readonly T[]): { part: T; whole: T } | null {
  const printed = decimalOf(rate);
  for (const part of few(counts)) {
    for (const whole of few(counts)) {
      const [a, b] = [decimalOf(part.number), decimalOf(whole.number)];
      if (!printed || !a || !b || b.isZero || part === whole || part.unit !== whole.unit || a.compare(b) > 0) continue;
      if (a.times(HUNDRED).dividedBy(b, printed.scale).compare(printed) === 0) return { part, whole };
    }
  }
  return null;
}

/**
 * The two counts that stand beside a rate for it to be checked, though they do not give it: `13.5％（実施者 1,320人／対象者 10,000人）`. Only where
 * there are no others, and the rate is one unit of its last digit off, or, where the larger is called a whole, off by little.
 *
 * @param apart they stand on lines of their own, and may be of something else: no more than the one unit
 */
export function countsBeside<T extends Counted>(rate: string, counts: readonly T[], apart = false): { part: T; whole: T } | null {
  const [a, b] = counts;
  const [x, y] = [decimalOf(a?.number ?? null), decimalOf(b?.number ?? null)];
  const printed = decimalOf(rate);
  if (counts.length !== 2 || !a || !b || !x || !y || !printed || a.unit === '' || a.unit !== b.unit) return null;
  const [part, whole] = x.compare(y) <= 0 ? [a, b] : [b, a];
  const [low, high] = x.compare(y) <= 0 ? [x, y] : [y, x];
  if (high.isZero) return null;
  const rateOfCounts = low.times(HUNDRED).dividedBy(high, printed.scale + 2);
  const off = rateOfCounts.minus(printed).magnitude;
  const little = !apart && WHOLE.test(whole.name) && off.times(TEN).compare(rateOfCounts) < 0;
  return little || off.compare(printed.lastUnit) < 0 ? { part, whole } : null;
}

const TEN = Decimal.of('10');

/** What a whole is called. */
const WHOLE = /対象|総数|全体|母数|全数/;

/** A part is called much like the share that it makes. */
const ALIKE = 0.5;

/**
 * The two counts that make a share whose rate is not printed: the one that is called like it, and the larger one that counts the same
 * things, `請求件数`. Null when it is not clear which they are.
 */
export function shareIn<T extends Counted>(counts: readonly T[], likeness: (name: string) => number): { part: T; whole: T } | null {
  const ranked = few(counts).map((count) => ({ count, likeness: likeness(count.name) }));
  const best = ranked.reduce((a, b) => (b.likeness > a.likeness ? b : a), { count: counts[0], likeness: 0 });
  const part = best.count;
  if (!part || best.likeness < ALIKE) return null;
  const larger = few(counts).filter((count) => {
    const [a, b] = [decimalOf(part.number), decimalOf(count.number)];
    return count !== part && count.unit === part.unit && a && b && b.compare(a) > 0;
  });
  const shared = Math.max(...larger.map((count) => commonEnd(count.name, part.name)));
  const whole = larger.filter((count) => commonEnd(count.name, part.name) === shared);
  return whole.length === 1 && whole[0] ? { part, whole: whole[0] } : null;
}

/** Counts: more than zero of something. Many in a row are a table of something else. */
const few = <T extends Counted>(counts: readonly T[]): T[] =>
  counts.filter(({ number, unit }) => number !== null && unit !== '%' && !/^[▲△-]/.test(number)).slice(0, 8);

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

const HUNDRED = Decimal.of('100');
