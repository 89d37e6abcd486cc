import { describe, expect, it } from 'vitest';
import { type Clause, readClauses } from '../../src/score/clause.ts';
import { actual, kpiOf, target } from './make.ts';

const NAME = '一般競争入札に占める一者応札案件の割合';
const FEW = 'ただし、入札件数の見込み件数が4件以下の場合は一者応札件数を1件以下とする';
const PREVIOUS = '前年度において20%以下となった場合は、前年度以下とする';

describe('what a condition says', () => {
  const say = (clause: Clause): string => {
    switch (clause.kind) {
      case 'few_bids':
        return `入札 ≦ ${clause.bids.text} → 一者応札 ≦ ${clause.singleBids.text}`;
      case 'enough_bids':
        return `入札 ≧ ${clause.bids.text}`;
      case 'previous_year':
        return `前年度 ${clause.comparator} ${clause.limit.text} → 前年度`;
      case 'other':
        return '?';
    }
  };
  it.each([
    [FEW, ['入札 ≦ 4 → 一者応札 ≦ 1']],
    ['一般競争入札件数が４件以下となる場合は一者応札件数を一件以下とする', ['入札 ≦ 4 → 一者応札 ≦ 1']],
    ['（入札件数の見込み件数が 4 件以下の場合は一者応札件数を 1件以下とする）', ['入札 ≦ 4 → 一者応札 ≦ 1']],
    ['ただし、入札の見込み件数が４件以下の場合は一者応札数を１件以下とする。', ['入札 ≦ 4 → 一者応札 ≦ 1']],
    ['入札件数が5件未満の場合は一者応札件数を1件以下とする', ['入札 ≦ 4 → 一者応札 ≦ 1']],
    ['なお、今年度において一般競争入札件数が4件以下となる場合は一者応札件数を1件以下とする', ['入札 ≦ 4 → 一者応札 ≦ 1']],
    ['入札件数が 5件以上の場合、', ['入札 ≧ 5']],
    [PREVIOUS, ['前年度 <= 20 → 前年度']],
    [
      '前年度において２０％以下となった場合は前年度以下とする。ただし一般競争入札件数が４件以下となる場合は一者応札件数を１件以下とする',
      ['前年度 <= 20 → 前年度', '入札 ≦ 4 → 一者応札 ≦ 1'],
    ],
    ['ただし、特別な事情がある場合を除く', ['?']],
  ])('%s', (text, expected) => expect(readClauses(text).map(say)).toEqual(expected));
});

const scored = (conditions: readonly string[], result: string | null, fields: { counts?: string; last?: string } = {}) => {
  const { kpi, outcome } = kpiOf(target(NAME, '<= 20 %', { conditions }), [
    ...(result === null ? [] : [actual(NAME, result, { ...(fields.counts && { counts: fields.counts }) })]),
    ...(fields.last ? [actual(NAME, fields.last, { fiscalYear: 2020, document: 'x' })] : []),
  ]);
  return { verdict: kpi.verdict, outcome, kpi, reasons: kpi.reasons.map(({ ja }) => ja).join('\n') };
};

describe('入札件数 4件以下 → 件数で判定', () => {
  it.each([
    ['25.00 %', '1/4', '達成', '一者応札の目標 1件 → 達成'],
    ['50.00 %', '2/4', '未達成', '実績 2件 ＞ 一者応札の目標 1件 → 未達成'],
    ['0.00 %', '0/3', '達成', '実績 0件 ≦ 一者応札の目標 1件 → 達成'],
    ['16.67 %', '2/12', '達成', '入札件数は 12件（4件を超える）なので割合で判定する'],
    ['40.00 %', '2/5', '未達成', '入札件数は 5件（4件を超える）なので割合で判定する'],
  ])('%s (%s): %s', (result, counts, verdict, reason) => {
    const { verdict: found, reasons } = scored([FEW], result, { counts });
    expect(found).toBe(verdict);
    expect(reasons).toContain(reason);
  });

  it('the count stands in the place of the rate', () => {
    const { kpi } = scored([FEW], '25.00 %', { counts: '1/4' });
    expect([
      kpi.target.value?.text,
      kpi.target.unit,
      kpi.actual?.value?.text,
      kpi.actual?.unit,
      kpi.attainment?.text,
      kpi.gap?.text,
    ]).toEqual(['1', '件', '1', '件', '100.0', '0']);
  });

  it('with 入札件数 alone the rate gives the count', () => {
    const one = { ...actual(NAME, '25 %'), denominator: actual(NAME, '4 件').value };
    expect(kpiOf(target(NAME, '<= 20 %', { conditions: [FEW] }), [one]).kpi.verdict).toBe('達成');
  });

  it('no tender at all is no single bid', () => {
    expect(scored([FEW], '0/0', { counts: '0/0' }).verdict).toBe('達成');
  });

  it.each(['25.0 %', '20.04 %'])('without counts %s is missed by the rate and may be met by the count: not decided', (rate) => {
    const { verdict, outcome, reasons } = scored([FEW], rate);
    expect([verdict, outcome]).toEqual([null, 'unknown']);
    expect(reasons).toContain('入札件数がないので判定できない。当てはまるかどうかで結果が変わりうる');
  });

  it('without a result, only that is said', () => {
    const { outcome, reasons } = scored([FEW], null);
    expect([outcome, reasons]).toEqual(['unknown', '2021年度の実績が記録にない']);
  });

  it('10 tenders and no 一者応札件数: the rate decides', () => {
    const ten = { ...actual(NAME, '20.04 %'), denominator: actual(NAME, '10 件').value };
    const { kpi } = kpiOf(target(NAME, '<= 20 %', { conditions: [FEW] }), [ten]);
    expect(kpi.verdict).toBe('未達成');
    expect(kpi.reasons.map(({ ja }) => ja)).toContain('入札件数は 10件（4件を超える）なので割合で判定する');
  });

  it('without counts: a rate that keeps either clause', () => {
    const { verdict, reasons } = scored([FEW], '20.0 %');
    expect(verdict).toBe('達成');
    expect(reasons).toContain('当てはまっても達成');
  });
});

describe('入札件数が5件以上の場合、…', () => {
  const ENOUGH = '入札件数が5件以上の場合、';
  it.each([
    ['40.00 %', '2/5', '未達成', 'missed'],
    ['50.00 %', '2/4', null, 'exempt'],
    ['16.67 %', undefined, '達成', 'met'],
    ['40.00 %', undefined, null, 'unknown'],
  ])('%s (%s): %s, %s', (result, counts, verdict, outcome) =>
    expect(scored([ENOUGH], result, counts ? { counts } : {})).toMatchObject({ verdict, outcome }),
  );
});

describe('前年度において20%以下となった場合は、前年度以下とする', () => {
  it.each([
    ['16.0 %', '15.0 %', '未達成', 'に当てはまるので、前年度の値と比べる'],
    ['14.0 %', '15.0 %', '達成', 'に当てはまるので、前年度の値と比べる'],
    ['19.0 %', '33.0 %', '達成', 'には当てはまらない'],
    ['16.0 %', undefined, '達成', '前年度の実績がないので判定していない。主たる目標による判定で、条件に当てはまれば変わりうる'],
    ['25.0 %', undefined, '未達成', '当てはまっても未達成'],
  ])('%s, last year %s: %s', (result, last, verdict, reason) => {
    const found = scored([PREVIOUS], result, last ? { last } : {});
    expect(found.verdict).toBe(verdict);
    expect(found.reasons).toContain(reason);
  });

  it('says where last year was found, and that it became the target', () => {
    const { kpi } = scored([PREVIOUS], '14.0 %', { last: '15.0 %' });
    expect([kpi.target.value?.text, kpi.target.from, kpi.basis]).toEqual(['15.0', 'store', 'absolute']);
  });

  it('few tenders come first', () => {
    const { verdict, reasons } = scored([PREVIOUS, FEW], '25.00 %', { counts: '1/4', last: '15.0 %' });
    expect(verdict).toBe('達成');
    expect(reasons).toContain('件数で判定する');
  });
});

it('a condition that data cannot decide is shown', () => {
  expect(scored(['ただし、特別な事情がある場合を除く'], '16.0 %').reasons).toContain(
    '条件「ただし、特別な事情がある場合を除く」は判定していない',
  );
});
