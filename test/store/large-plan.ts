import { Decimal, type Target } from '../../src/model/index.ts';

/** Targets that tell which content of which document they came from. */
export function largePlan(name: string, hash: string, count: number): Target[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'target',
    id: `${hash}-${index}`,
    branch: '熊本',
    fiscalYear: 2021,
    area: '基盤的保険者機能',
    measure: 'サービス水準の向上',
    outline: ['サービス水準の向上'],
    indicator: 'mailing-rate',
    name: '郵送化率',
    marker: '①',
    role: 'kpi',
    parentId: null,
    baselines: [],
    conditions: [],
    duplicateOf: null,
    source: { document: name, page: 1, lineStart: index + 1, lineEnd: index + 1, quote: '① 郵送化率を 95.0％以上とする' },
    basis: 'absolute',
    comparator: '>=',
    value: Decimal.of('95.0'),
    unit: '%',
  }));
}
