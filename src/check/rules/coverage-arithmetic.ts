import { type Coverage, Decimal } from '../../model/index.ts';
import { percentOf } from '../../normalize/percent.ts';
import type { Document } from '../../source/document.ts';
import { scopeKey } from '../context.ts';
import { grouped, lineAbove } from '../figures.ts';
import { marksIn } from '../marks.ts';
import type { Rule, Slip } from '../rule.ts';

/** `実施対象者数：72,900人、実施率：50.1％、実施見込者数：36,543人` */
export const coverageArithmetic: Rule = {
  id: 'coverage/arithmetic',
  severity: 'error',
  summary: {
    ja: '実施率が、実施見込者数 ÷ 対象者数と合わない',
    en: 'a printed rate is not planned ÷ population',
  },
  explanation: {
    ja: `実施見込者数 ÷ 対象者数を十進で正確に計算し、印字された桁で四捨五入して、印字された実施率と比べます。対象者数は同じ行か、その上の対象者数の行のものです。
切り捨てなら合う率は「警告」、四捨五入でも切り捨てでも合わない率は「誤り」です。対象者数が離れた行にあり、ほかの率でも確かめられないまま一割以上違うときは、別の対象者の率かもしれないので「注記」です。人数や率のどれかが印字されていない行は調べません。

例：実施対象者数 3,000人、実施見込者数 320人、実施率 10.8％
　　320 ÷ 3,000 = 10.667 % → 10.7％（10.8％ は誤り。10.6％ なら切り捨て）`,
    en: `Planned ÷ population, in exact decimals, rounded half up at the printed digit, is compared with the printed rate. The population is the one of the row itself, or of the nearest population line above it.
A rate that fits only when cut off is a warning; one that fits neither way is an error. Where the population stands on another line, no other rate confirms it, and the rate is a tenth or more off, it may be the rate of others: a note. Rows that leave out a count or the rate are not checked.

Example: population 3,000, planned 320, printed rate 10.8 %
         320 ÷ 3,000 = 10.667 % → 10.7 % (10.8 % is wrong; 10.6 % would be cut off)`,
  },
  *check({ paper }) {
    const right = new Set<string>();
    const wrong: Wrong[] = [];
    for (const row of paper.records.coverage) {
      const { population, planned, rate } = row;
      if (population === null || planned === null || rate === null || population.isZero) continue;
      const recomputed = percentOf(planned, population, rate.scale);
      if (recomputed.compare(rate) === 0) right.add(populationKey(row));
      else wrong.push({ row, population, planned, rate, recomputed });
    }
    for (const one of wrong) yield slip(one, right.has(populationKey(one.row)), paper.document);
  },
};

const populationKey = (row: Coverage): string => `${scopeKey(row)} ${row.population}`;

interface Wrong {
  readonly row: Coverage;
  readonly population: Decimal;
  readonly planned: Decimal;
  readonly rate: Decimal;
  readonly recomputed: Decimal;
}

/** @param sure whether another row's rate confirms that the population is theirs */
function slip({ row: { source }, population, planned, rate, recomputed }: Wrong, sure: boolean, document: Document): Slip {
  const exact = percentOf(planned, population, rate.scale + 3);
  const sum = `${grouped(planned)} ÷ ${grouped(population)} = ${exact} %`;
  const cut = isCutOff(planned, population, rate);
  const own = marksIn(source.quote, [population]).length > 0;
  const above = own ? null : lineAbove(document, source, population);
  const severity = cut ? 'warning' : own || sure || isNear(rate, recomputed) ? 'error' : 'note';
  return {
    message: cut
      ? {
          ja: `実施率 ${rate}％は切り捨てた値です。${sum} を四捨五入すると ${recomputed}％です。`,
          en: `The printed rate ${rate} % is cut off: ${sum}, which rounds to ${recomputed} %.`,
        }
      : {
          ja: `実施率 ${rate}％は計算と合いません。${sum} で、${recomputed}％となるはずです。`,
          en: `The printed rate ${rate} % is wrong: ${sum}, which is ${recomputed} %.`,
        },
    severity,
    source,
    marks: marksIn(source.quote, [rate, planned, population]),
    computation: `${sum} → ${recomputed} %`,
    ...(above && { related: [above] }),
  };
}

/** Less than a tenth apart: the counts are surely those of the rate. */
const isNear = (rate: Decimal, recomputed: Decimal): boolean => rate.minus(recomputed).magnitude.times(Decimal.of('10')).compare(rate) < 0;

/** Whether the rate is the quotient without the digits behind it: `rate` ≤ exact quotient < `rate` + one unit of its last digit. */
function isCutOff(planned: Decimal, population: Decimal, rate: Decimal): boolean {
  const share = planned.times(Decimal.of('100'));
  return rate.times(population).compare(share) <= 0 && rate.plus(rate.lastUnit).times(population).compare(share) > 0;
}
