import { describe, expect, it } from 'vitest';
import { HEADQUARTERS } from '../../src/catalog/rubrics/headquarters.ts';
import { actual, kpiOf, target } from './make.ts';

/** FY2020, as published: comparator and whether the target is last year's figure, the figure, the result, 達成状況. */
const PUBLISHED: readonly [name: string, says: string, result: string, verdict: string][] = [
  ['サービススタンダードの達成状況', '= 100 %', '99.5 %', '概ね達成'],
  ['郵送化率', '>= 92 %', '94.8 %', '達成'],
  ['査定率', '>= 前年度 0.362', '0.318 %', '未達成'],
  ['柔道整復', '<= 前年度 1.12', '1.12 %', '達成'],
  ['保険証回収率', '>= 95 %', '92.41 %', '概ね達成'],
  ['返納金債権の回収率', '>= 前年度 54.11', '53.40 %', '未達成'],
  ['返納金の割合', '<= 前年度 0.082', '0.087 %', '未達成'],
  ['限度額適用認定証', '>= 85 %', '79.6 %', '未達成'],
  ['確認書の提出率', '>= 92 %', '91.3 %', '概ね達成'],
  ['オンライン資格確認', '>= 50 %', '53.7 %', '達成'],
  ['生活習慣病予防健診受診率', '>= 55.9 %', '51.0 %', '未達成'],
  ['事業者健診データ取得率', '>= 8.0 %', '8.0 %', '達成'],
  ['被扶養者の特定健診受診率', '>= 29.5 %', '21.3 %', '未達成'],
  ['特定保健指導の実施率', '>= 20.6 %', '15.4 %', '未達成'],
  ['受診した者の割合', '>= 12.9 %', '10.1 %', '未達成'],
  ['加入者理解率', '>= 前年度 45.6', '41.0 %', '未達成'],
  ['健康保険委員', '>= 43 %', '45.3 %', '達成'],
  ['ジェネリック医薬品使用割合', '>= 80 %', '79.2 %', '概ね達成'],
  ['被用者保険者の参加率', '>= 90 %', '87.6 %', '概ね達成'],
  ['意見発信', '= 47 支部', '30 支部', '未達成'],
  ['一者応札案件の割合', '<= 20 %', '15.5 %', '達成'],
];

describe('the published list of FY2020', () => {
  const scored = PUBLISHED.map(([name, says, result]) => {
    const [comparator, basis, previous] = says.split(' ');
    const relative = basis === '前年度';
    const one = target(name, relative ? `${comparator} 前年度` : says, {
      indicator: null,
      fiscalYear: 2020,
      baselines: relative ? [`令和元年度実績 ${previous}%`] : [],
    });
    return kpiOf(one, [actual(name, result, { indicator: null, fiscalYear: 2020 })], [], HEADQUARTERS).kpi;
  });

  it.each(PUBLISHED.map(([name, says, result, verdict], index) => [name, says, result, verdict, index] as const))(
    '%s %s, %s: %s',
    (_, __, ___, verdict, index) => {
      expect(scored[index]?.verdict).toBe(verdict);
    },
  );

  it('has 6 / 5 / 10', () => {
    const count = (verdict: string) => scored.filter((kpi) => kpi.verdict === verdict).length;
    expect([count('達成'), count('概ね達成'), count('未達成')]).toEqual([6, 5, 10]);
  });

  it('says why 98.7 % is not 概ね達成', () => {
    const kpi = scored[5];
    expect(kpi?.attainment?.text).toBe('98.7');
    expect(kpi?.reasons.map(({ ja }) => ja)).toContain('この種類の目標には「概ね達成」を使わない');
  });
});

it.each([
  ['95.0', '概ね達成'],
  ['94.9', '未達成'],
])('概ね達成 begins at 95 %%: %s of 100 is %s', (result, verdict) => {
  expect(
    kpiOf(target('x', '>= 100 %', { indicator: null }), [actual('x', `${result} %`, { indicator: null })], [], HEADQUARTERS).kpi.verdict,
  ).toBe(verdict);
});

it('a qualitative target is met or missed', () => {
  const one = target('意見発信', 'do', { indicator: null });
  expect(kpiOf(one, [actual('意見発信', '○', { indicator: null })], [], HEADQUARTERS).kpi.verdict).toBe('達成');
  expect(kpiOf(one, [actual('意見発信', '×', { indicator: null })], [], HEADQUARTERS).kpi.verdict).toBe('未達成');
});
