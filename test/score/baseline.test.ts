import { describe, expect, it } from 'vitest';
import { actual, kpiOf, target } from './make.ts';

const NAME = '社会保険診療報酬支払基金と合算したレセプト点検の査定率';
const BASELINES = ['令和2年度見込み 0.360%', '令和元年度 0.355%'];

const now = actual(NAME, '0.341 %');
const store = actual(NAME, '0.369 %', { fiscalYear: 2020, document: 'results-2020.txt', line: 12 });
const restated = actual(NAME, '0.365 %', { fiscalYear: 2020, document: 'actuals.csv', line: 3, restated: true });

const resolved = (baselines: readonly string[], actuals: Parameters<typeof kpiOf>[1], csv: readonly string[] = ['actuals.csv']) => {
  const { kpi } = kpiOf(target(NAME, '>= 前年度', { baselines }), actuals, csv);
  return {
    from: kpi.target.from,
    value: kpi.target.value?.text ?? null,
    unit: kpi.target.unit,
    verdict: kpi.verdict,
    reasons: kpi.reasons.map(({ ja }) => ja),
  };
};

describe("対前年度以上: last year's result on record, else 前年度実績 in the CSV, else the baseline in the plan", () => {
  it('on record', () => {
    expect(resolved(BASELINES, [restated, now, store])).toEqual({
      from: 'store',
      value: '0.369',
      unit: '%',
      verdict: '未達成',
      reasons: [
        '実績 0.341％ ＜ 前年度 0.369％ → 未達成（達成度 92.4％）',
        '前年度の値: 2020年度の実績 0.369％（results-2020.txt 12行目）',
      ],
    });
  });

  it('in the CSV', () => {
    const { from, value, reasons } = resolved(BASELINES, [now, restated]);
    expect([from, value, reasons[1]]).toEqual(['csv', '0.365', '前年度の値: CSVの前年度実績（2020年度） 0.365％（actuals.csv 3行目）']);
  });

  it('in the plan', () => {
    const { from, value, reasons } = resolved(BASELINES, [now]);
    expect([from, value]).toEqual(['baseline', '0.360']);
    expect(reasons[1]).toMatch(/^前年度の値: 計画に記載の「令和2年度見込み」0\.360％（plan\.txt \d+行目）$/);
  });

  it('nowhere', () => {
    expect(resolved([], [now])).toEqual({
      from: null,
      value: null,
      unit: null,
      verdict: null,
      reasons: ['2020年度の実績が、記録にも CSV の前年度実績にも計画にもない'],
    });
  });

  it('a mid-year figure on record is not the result of the year', () => {
    const midYear = actual(NAME, '0.341 %', { fiscalYear: 2020, document: 'progress.txt', asOf: '9月末' });
    expect(resolved(BASELINES, [now, midYear, restated])).toMatchObject({ from: 'csv', value: '0.365' });
    const alone = resolved(BASELINES, [now, midYear]);
    expect(alone).toMatchObject({ from: 'store', value: '0.341' });
    expect(alone.reasons[1]).toBe(
      `前年度の値: 2020年度の実績（9月末） 0.341％（progress.txt ${midYear.source.lineStart}行目）。年度途中の値`,
    );
    expect(alone.reasons[0]).toBe('実績 0.341％ ≧ 前年度 0.341％ → 達成（暫定、達成度 100.0％）');
    expect(alone.reasons.at(-1)).toContain('判定は暫定');
    expect(kpiOf(target(NAME, '>= 前年度'), [now, midYear]).kpi.provisional).toBe(true);
    expect(kpiOf(target(NAME, '>= 前年度'), [now, store]).kpi.provisional).toBe(false);
  });

  it('no value on record (未提供) leaves the next source', () => {
    expect(resolved(BASELINES, [now, actual(NAME, '未提供', { fiscalYear: 2020, document: 'x' })])).toMatchObject({ from: 'baseline' });
  });

  it('a row of its own for the year before, in the CSV given', () => {
    expect(resolved(BASELINES, [now, actual(NAME, '0.369 %', { fiscalYear: 2020 })])).toMatchObject({ from: 'csv', value: '0.369' });
  });
});

describe('the baseline of the year before', () => {
  it.each<[string[], string | null, string]>([
    [['令和元年度 0.369%'], null, 'another year does not serve'],
    [['令和2年度見込み 0.360%', '令和2年度実績（10月末現在） 0.307%'], '0.307', '実績 before 見込み'],
    [['令和2年度 0.361%', '令和2年度見込み 0.360%'], '0.361', 'a figure without a word before 見込み'],
    [['令和2年度実績（10月末現在） 0.307%', '令和2年度実績 0.369%'], '0.369', 'a full year before a part'],
    [['令和2年9月末 0.274%'], '0.274', '令和2年9月末 is FY2020'],
    [['令和3年1月末 0.280%'], '0.280', '令和3年1月末 is FY2020 too'],
    [['令和2年度KPI 0.400%'], null, 'what was promised is not what came of it'],
    [['令和2年度KPI'], null, 'no figure'],
    [['前年度において 20%'], null, 'a condition is no result'],
    [['前年度 0.369%'], '0.369', '対前年度（0.369%）以上'],
  ])('%j: %s (%s)', (baselines, value) => expect(resolved(baselines, [now]).value).toBe(value));

  it('may stand in the appendix that repeats the target', () => {
    const body = target(NAME, '>= 前年度', { id: 'body' });
    const appendix = target(NAME, '>= 前年度', { id: 'appendix', duplicateOf: 'body', baselines: ['令和2年度実績 0.369%'] });
    expect(kpiOf(body, [now], [], undefined, [appendix]).kpi.target).toMatchObject({ from: 'baseline' });
  });
});

describe('three years', () => {
  const years = (...values: readonly [number, string][]) =>
    values.map(([fiscalYear, value]) => actual(NAME, value, { fiscalYear, document: 'x.csv' }));
  const all = years([2020, '0.360 %'], [2019, '0.380 %'], [2018, '0.371 %']);
  it.each([
    ['>= 前年度か3年平均', all, '0.370', '過去3年度の平均 0.370％'],
    ['>= 前年度か3年平均', years([2020, '0.390 %'], [2019, '0.380 %'], [2018, '0.371 %']), '0.390', '前年度 0.390％'],
    ['>= 3年平均', years([2020, '0.390 %'], [2019, '0.380 %'], [2018, '0.371 %']), '0.380', '過去3年度の平均 0.380％'],
  ])('%s', (says, actuals, value, name) => {
    const { kpi } = kpiOf(target(NAME, says), [now, ...actuals]);
    expect([kpi.target.value?.text, kpi.target.from]).toEqual([value, 'store']);
    expect(kpi.reasons[0]?.ja).toContain(name);
    expect(kpi.reasons[1]?.ja).toContain('過去3年度の平均は');
  });

  it('needs all three, and says which is missing', () => {
    const { kpi } = kpiOf(target(NAME, '>= 3年平均'), [now, ...years([2020, '0.360 %'], [2018, '0.371 %'])]);
    expect([kpi.verdict, kpi.target.value]).toEqual([null, null]);
    expect(kpi.reasons[0]?.ja).toContain('2019年度の実績が');
  });

  it('is as good as the weakest of its years', () => {
    const { kpi } = kpiOf(target(NAME, '>= 3年平均', { baselines: ['令和元年度実績 0.380%'] }), [
      now,
      ...years([2020, '0.360 %'], [2018, '0.371 %']),
    ]);
    expect(kpi.target.from).toBe('baseline');
  });
});

describe('an indicator keeps its identity through renamings', () => {
  it('生活習慣病予防健診受診率 of last year answers …実施率', () => {
    const one = target('生活習慣病予防健診実施率', '>= 前年度');
    const { kpi } = kpiOf(one, [
      actual('生活習慣病予防健診実施率', '60.0 %'),
      actual('生活習慣病予防健診受診率', '59.0 %', { fiscalYear: 2020, document: 'x' }),
    ]);
    expect(kpi.target).toMatchObject({ from: 'store' });
    expect(kpi.verdict).toBe('達成');
  });

  it('a name that the catalog does not know is matched folded', () => {
    const one = target('支部独自の率（※）', '>= 50 %', { indicator: null });
    expect(kpiOf(one, [actual('支部 独自の率', '60 %', { indicator: null })]).kpi.verdict).toBe('達成');
  });
});
