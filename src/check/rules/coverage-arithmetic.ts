import type { Coverage, Decimal } from '../../model/index.ts';
import { percentOf } from '../../normalize/percent.ts';
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
    ja: '実施見込者数 ÷ 対象者数を十進で正確に計算し、印字された桁で四捨五入して、印字された実施率と比べます。',
    en: 'Planned ÷ population, in exact decimals, rounded half up at the printed digit, is compared with the printed rate.',
  },
  *check({ paper }) {
    for (const row of paper.records.coverage) {
      const { population, planned, rate } = row;
      if (population === null || planned === null || rate === null || population.isZero) continue;
      const recomputed = percentOf(planned, population, rate.scale);
      if (recomputed.compare(rate) !== 0) yield slip(row, { population, planned, rate }, recomputed);
    }
  },
};

interface Figures {
  readonly population: Decimal;
  readonly planned: Decimal;
  readonly rate: Decimal;
}

function slip(row: Coverage, { population, planned, rate }: Figures, recomputed: Decimal): Slip {
  const sum = `${planned} ÷ ${population} = ${percentOf(planned, population, rate.scale + 2)} %`;
  return {
    message: {
      ja: `実施率 ${rate}％は、${sum} と合いません。四捨五入すると ${recomputed}％です。`,
      en: `The printed rate ${rate} % is not ${sum}; rounded it is ${recomputed} %.`,
    },
    source: row.source,
    marks: [rate.text, planned.text, population.text],
    computation: sum,
  };
}
