import { Decimal, type Score, type Target } from '../../src/model/index.ts';

const SOURCE = { document: 'plan.txt', page: 1, lineStart: 15, lineEnd: 15, quote: '② 郵送化率を 95.0％以上とする' };

/** A target of a plan, for tests that change a field or two. */
export const TARGET: Target = {
  type: 'target',
  id: 'kumamoto-2021-mailing-rate',
  branch: '熊本',
  fiscalYear: 2021,
  area: '基盤的保険者機能',
  measure: 'サービス水準の向上',
  outline: ['基盤的保険者機能関係', 'サービス水準の向上'],
  indicator: 'mailing-rate',
  name: '現金給付等の申請に係る郵送化率',
  marker: '②',
  role: 'kpi',
  parentId: null,
  baselines: [{ label: '令和2年度見込み', value: Decimal.of('94.10'), unit: '%' }],
  conditions: [],
  duplicateOf: null,
  source: SOURCE,
  basis: 'absolute',
  comparator: '>=',
  value: Decimal.of('95.0'),
  unit: '%',
};

/** One branch, one measure with two KPIs, one of them without an actual. */
export const SCORE: Score = {
  branch: '熊本',
  fiscalYear: 2021,
  rubric: 'branch',
  kpis: [
    {
      targetId: 'kumamoto-2021-mailing-rate',
      indicator: 'mailing-rate',
      name: '現金給付等の申請に係る郵送化率',
      area: '基盤的保険者機能',
      measure: 'サービス水準の向上',
      role: 'kpi',
      comparator: '>=',
      basis: 'absolute',
      target: { value: Decimal.of('95.0'), unit: '%', from: 'plan' },
      actual: { value: Decimal.of('96.10'), unit: '%', text: '９６.１０％', asOf: null, source: { ...SOURCE, document: 'actuals.csv' } },
      attainment: Decimal.of('101.2'),
      gap: Decimal.of('1.10'),
      verdict: '達成',
      provisional: false,
      published: null,
      reasons: [{ ja: '96.10% は目標 95.0% 以上です。', en: '96.10% is at least 95.0%.' }],
    },
    {
      targetId: 'kumamoto-2021-service-standard',
      indicator: 'service-standard',
      name: 'サービススタンダードの達成状況',
      area: '基盤的保険者機能',
      measure: 'サービス水準の向上',
      role: 'kpi',
      comparator: '>=',
      basis: 'previous_year',
      target: { value: null, unit: null, from: null },
      actual: null,
      attainment: null,
      gap: null,
      verdict: null,
      provisional: false,
      published: null,
      reasons: [],
    },
  ],
  measures: [
    {
      area: '基盤的保険者機能',
      measure: 'サービス水準の向上',
      grade: null,
      possible: ['S', 'A', 'B'],
      published: null,
      missing: [{ ja: 'サービススタンダードの実績', en: 'the actual of サービススタンダード' }],
      reasons: [],
    },
  ],
  summary: { kpis: 2, verdicts: { 達成: 1, unknown: 1 }, grades: { undecided: 1 } },
};
