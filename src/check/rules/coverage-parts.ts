import { type Coverage, Decimal, type Text } from '../../model/index.ts';
import { percentOf } from '../../normalize/percent.ts';
import { byScope } from '../context.ts';
import { type Overall, overalls, plus, sum, type WithParts, withParts } from '../coverage-sheet.ts';
import { asPreciseAs, grouped } from '../figures.ts';
import { marksIn } from '../marks.ts';
import type { Rule, Slip } from '../rule.ts';

/** `・特定保健指導 実施率 25.0％（実施見込者数：2,000人）` / `（内訳）協会保健師実施分 15.0％（1,200人）` / `アウトソーシング分 9.0％（720人）` */
export const coverageParts: Rule = {
  id: 'coverage/parts',
  severity: 'error',
  summary: {
    ja: '内訳を足しても合計にならない',
    en: 'parts do not add up to their total',
  },
  explanation: {
    ja: `（内訳）の人数の和を合計の人数と、率の和を合計の率と比べます。被保険者と被扶養者を合わせた行（合計、全体）は、それぞれの対象者数と実施見込者数の和と比べます。
人数はちょうど合わなければ「誤り」です。率はそれぞれ四捨五入されているので、その幅に収まる差は「注記」として示すだけです。

例：実施率 40.7％、（内訳）協会保健師実施分 21.6％、アウトソーシング分 19.0％
　　21.6 + 19.0 = 40.6（差 0.1 は端数処理の範囲内：注記）`,
    en: `The counts of the parts (内訳) are added up and compared with the total's count, the rates with the total's rate. A row of 被保険者 and 被扶養者 together (合計, 全体) is compared with the sums of both populations and counts.
Counts have to agree exactly; a difference is an error. Rates are rounded each, so a difference that rounding explains is only a note.

Example: rate 40.7 %, parts 21.6 % and 19.0 %
         21.6 + 19.0 = 40.6 (the difference of 0.1 is within rounding: a note)`,
  },
  *check({ paper }) {
    for (const sheet of byScope(paper.records.coverage)) {
      for (const one of withParts(sheet)) yield* slipsOfParts(one);
      for (const one of overalls(sheet)) yield* slipsOfOverall(one);
    }
  },
};

function* slipsOfParts({ whole, parts }: WithParts): Iterable<Slip> {
  const planned = sum(parts.map((part) => part.planned));
  const related = parts.map((part) => part.source);
  if (planned && whole.planned && planned.compare(whole.planned) !== 0) {
    const computation = `${plus(parts.map((part) => part.planned))} = ${grouped(planned)}`;
    yield { ...differs(whole, whole.planned, computation, planned, COUNT), related };
  }
  const rate = sum(parts.map((part) => part.rate));
  if (!rate || !whole.rate || rate.compare(whole.rate) === 0) return;
  const difference = asPreciseAs(rate.minus(whole.rate).magnitude, [rate, whole.rate]);
  const rounding = difference.compare(mostByRounding([whole, ...parts])) <= 0;
  const computation = `${plus(parts.map((part) => part.rate))} = ${rate}`;
  yield {
    message: {
      ja: `内訳の率を足すと ${computation} で、合計の ${whole.rate}％と ${difference} 違います${rounding ? '（端数処理の範囲内）' : ''}。`,
      en: `The rates of the parts add up to ${computation}, the total is ${whole.rate} %: ${difference} apart${rounding ? ' (within rounding)' : ''}.`,
    },
    ...(rounding && { severity: 'note' }),
    source: whole.source,
    marks: marksIn(whole.source.quote, [whole.rate]),
    computation: `${computation} ≠ ${whole.rate}`,
    related,
  };
}

function* slipsOfOverall({ row, of }: Overall): Iterable<Slip> {
  const related = of.rows.map(({ source }) => source);
  if (row.planned && row.planned.compare(of.planned) !== 0) {
    const computation = `${plus(of.rows.map(({ planned }) => planned))} = ${grouped(of.planned)}`;
    yield { ...differs(row, row.planned, computation, of.planned, COUNT), related };
  }
  if (row.population && row.population.compare(of.population) !== 0) {
    const computation = `${plus(of.populations)} = ${grouped(of.population)}`;
    yield { ...differs(row, row.population, computation, of.population, POPULATION), related };
  }
  if (!row.rate || (row.planned && row.population)) return;
  const rate = percentOf(of.planned, of.population, row.rate.scale);
  if (rate.compare(row.rate) === 0) return;
  const computation = `${grouped(of.planned)} ÷ ${grouped(of.population)} = ${percentOf(of.planned, of.population, row.rate.scale + 3)} %`;
  yield { ...differs(row, row.rate, computation, rate, RATE), related };
}

const COUNT: Text = { ja: '人数', en: 'count' };
const POPULATION: Text = { ja: '対象者数', en: 'population' };
const RATE: Text = { ja: '率', en: 'rate' };

function differs({ source }: Coverage, printed: Decimal, computation: string, right: Decimal, what: Text): Slip {
  return {
    message: {
      ja: `合計の${what.ja} ${grouped(printed)} は、内訳から計算した ${computation} と合いません。`,
      en: `The total ${what.en} ${grouped(printed)} is not that of its parts: ${computation}.`,
    },
    source,
    marks: marksIn(source.quote, [printed]),
    computation: `${computation} → ${grouped(right)}`,
  };
}

const HALF = Decimal.of('0.5');

/** Each printed rate is at most half a unit of its last digit off. */
function mostByRounding(rows: readonly Coverage[]): Decimal {
  return rows.reduce((most, { rate }) => (rate ? most.plus(rate.lastUnit.times(HALF)) : most), Decimal.of('0'));
}
