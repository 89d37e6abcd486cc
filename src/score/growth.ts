import { type Actual, Decimal, type Target, type Text } from '../model/index.ts';
import { isFullYear } from '../normalize/as-of.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import type { Direction } from './attainment.ts';
import { type Figure, figureOf } from './figures.ts';
import type { History } from './history.ts';
import type { Judgement } from './judge.ts';

/**
 * 伸び幅が対前年度を上回った: the rubric's words for S. Taken as: this year's improvement over last year (伸び幅) is larger than last year's
 * over the year before it, and it is an improvement. That needs three full years on record. `evidence` is what is known towards it:
 * 健康企業宣言事業所数 969 is 143.3 % of the year before, and was still rated A.
 */
export interface Growth {
  readonly above: 'yes' | 'no' | 'unknown';
  readonly evidence: Text | null;
}

const UNKNOWN: Growth = { above: 'unknown', evidence: null };

export function growthOf(target: Target, judgement: Judgement, result: Actual | null, history: History, direction: Direction): Growth {
  const now = result && figureOf(result);
  if (judgement.outcome !== 'met' || !now) return UNKNOWN;
  const last = history.earlier(target, target.fiscalYear - 1);
  if (!last || !comparable(now, last)) return UNKNOWN;
  // From -1.5 to 28.0 there is no rate of growth, and from 0 neither.
  if (!isPositive(last.value)) return UNKNOWN;
  const gain = improvement(now.value, last.value, direction);
  const ratio = now.value.times(Decimal.of('100')).dividedBy(last.value, 1);
  const change: Text = {
    ja: `前年度 ${last.value.text} → 今年度 ${now.value.text}（前年度比 ${ratio.text}％）`,
    en: `from ${last.value.text} to ${now.value.text} (${ratio.text}% of the year before)`,
  };
  const unknown: Growth = {
    above: 'unknown',
    evidence: { ja: `${change.ja}、前年度の伸び幅は不明`, en: `${change.en}, last year's growth is not known` },
  };
  if (!last.fullYear || !isFullYear(result.asOf)) return unknown;
  if (!isPositive(gain)) return { above: 'no', evidence: { ja: `${change.ja}、伸びていない`, en: `${change.en}, no growth` } };
  const before = history.earlier(target, target.fiscalYear - 2);
  if (!before?.fullYear || !comparable(now, before)) return unknown;
  const earlierGain = improvement(last.value, before.value, direction);
  const above = gain.compare(earlierGain) > 0;
  return {
    above: above ? 'yes' : 'no',
    evidence: {
      ja: `${change.ja}、伸び幅 ${gain.text} は前年度の伸び幅 ${earlierGain.text} ${above ? 'を上回る' : '以下'}`,
      en: `${change.en}, growth ${gain.text} ${above ? 'above' : 'not above'} last year's ${earlierGain.text}`,
    },
  };
}

const improvement = (now: Decimal, before: Decimal, direction: Direction): Decimal =>
  direction === 'higher' ? now.minus(before) : before.minus(now);

const isPositive = (value: Decimal): boolean => !value.isZero && !value.text.startsWith('-');

const comparable = (a: Figure, b: Figure): boolean => a.unit === null || b.unit === null || sameUnit(a.unit, b.unit);
