import { describe, expect, it } from 'vitest';
import { resultCounts } from '../../../src/check/rules/result-counts.ts';
import { annual, findingsIn } from '../report.ts';

const counts = (lines: readonly string[]) => findingsIn(annual(...lines), { rules: [resultCounts] });

/** Rows of a table of counts and rates; what is wrong, and by which severity. */
const TABLES: readonly (readonly [what: string, rows: readonly string[], found: readonly string[]])[] = [
  ['all rounded half up', ['本部 117 35 29.9%', '支部計 531 65 12.2%', '総計 648 100 15.4%'], []],
  ['one rounded up', ['本部 117 35 29.9%', '支部計 531 65 12.3%', '総計 648 100 15.4%'], ['warning 65 ÷ 531 = 12.241 %']],
  ['one cut off', ['本部 117 35 29.9%', '支部計 90 60 66.6%', '総計 207 95 45.9%'], ['warning 60 ÷ 90 = 66.667 %']],
  ['a half is rounded up', ['本部 80 10 12.5%', '支部計 800 100 12.5%', '総計 16,000 2,008 12.6%'], []],
  [
    'a half that was cut off',
    ['本部 80 10 12.5%', '支部計 800 100 12.5%', '総計 16,000 2,008 12.5%'],
    ['warning 2,008 ÷ 16,000 = 12.550 %'],
  ],
  ['one plainly wrong', ['本部 117 35 29.9%', '支部計 531 65 21.2%', '総計 648 100 15.4%'], ['error 65 ÷ 531 = 12.241 %']],
  ['the part first', ['本部 35件 117件 29.9％', '支部計 65件 531件 12.3％'], ['warning 65 ÷ 531 = 12.241 %']],
  ['two years beside each other', ['本部 40 10 25.0% 50 10 20.0%', '支部計 90 30 33.4% 60 12 20.0%'], ['warning 30 ÷ 90 = 33.333 %']],
  ['the row of the total alone', ['総計 648 100 15.5%'], ['warning 100 ÷ 648 = 15.432 %']],
  ['three numbers that are no part, whole and rate', ['関東 117 35 3.2%', '東北 531 65 4.1%', '九州 648 100 2.0%'], []],
  ['one row by itself proves nothing', ['関東 117 35 30.0%'], []],
  ['rows far apart are no table', ['関東 117 35 29.9%', '', '', '', '', '北陸 531 65 12.3%'], []],
  ['counts in thousands', ['（単位：千人）', '本部 117 35 29.9%', '支部計 531 65 12.3%', '総計 648 100 15.4%'], []],
];

describe('result/counts', () => {
  it.each(TABLES)('a table: %s', (_, rows, found) => {
    expect(counts(rows).map(({ severity, computation }) => `${severity} ${computation}`)).toEqual(found);
  });

  it.each([
    ['②郵送化率：16.67％（2/12件）', null],
    ['②郵送化率：16.6％（2/12件）', '16.6％ → 16.7％'],
    ['②郵送化率：25.0％（2/12件）', '25.0％ → 16.7％'],
    ['②郵送化率：13.2％（郵送 1,320件／対象 10,000件）', null],
    ['②郵送化率：13.3％（郵送 1,325件／対象 10,000件）', null],
    ['②郵送化率：13.2％（郵送 1,325件／対象 10,000件）', '13.2％ → 13.3％'],
    ['②郵送化率：13.5％（郵送 1,320件／対象 10,000件）', '13.5％ → 13.2％'],
    // Counts of something else.
    ['②郵送化率：45.0％（回答 800件／対象 1,000件）', null],
    ['②郵送化率：45.0％（送付 800件、回収 372件）', null],
  ])('beside a result: %s', (result, found) => {
    const sheet = [
      '令和4年度上期 事業計画の進捗状況（熊本支部）',
      '事業計画 実施状況とKPI実績 課題・計画',
      'サービス水準の向上',
      '【KPI】',
      '① サービススタンダードの達成状況を１００%とする',
      '② 現金給付等の申請に係る郵送化率を95.0%以上とする',
      '【KPI】',
      '①SS達成状況：100％（9月末）',
      result,
    ];
    const said = findingsIn(sheet, { rules: [resultCounts] }).map(({ message }) => message.ja);
    expect(said.map((ja) => ja.replace(/^.*の率 (\S+％)は、.*四捨五入すると (\S+％)です.*$/, '$1 → $2'))).toEqual(
      found === null ? [] : [found],
    );
  });

  it.each([
    ['令和4年9月時点使用率：51.1%', null],
    ['令和4年9月時点使用率：51.2%', '51.2％ → 51.1％'],
    // Other counts than those that it is made of.
    ['令和4年9月時点使用率：52.4%', null],
  ])('on the lines below a result: %s', (result, found) => {
    const sheet = [
      '令和4年度上期 事業計画の進捗状況（熊本支部）',
      '事業計画 実施状況とKPI実績 課題・計画',
      'オンライン資格確認の円滑な実施',
      '【KPI】',
      '現行のオンライン資格確認システムについて、ＵＳＢを配布した',
      '医療機関における利用率を68.0%以上とする',
      '【KPI】',
      `・${result}`,
      '・USB配布医療機関 45機関',
      '・利用医療機関 23機関',
    ];
    const said = findingsIn(sheet, { rules: [resultCounts] }).map(({ message }) => message.ja);
    expect(said.map((ja) => ja.replace(/^.*の率 (\S+％)は、.*四捨五入すると (\S+％)です.*$/, '$1 → $2'))).toEqual(
      found === null ? [] : [found],
    );
  });

  it('says once what stands in a table and again beside the KPI', () => {
    const lines = [
      '（5）費用対効果を踏まえたコスト削減等',
      '一者応札割合',
      '総計 648 100 15.5%',
      '',
      '組織・運営体制関係',
      '',
      '具体的施策 結果 達成状況',
    ];
    const row = ['一般競争入札に占める一者応札案件の', '割合について、20％以下とする', '20% 15.5% 達成'];
    const [finding, ...others] = counts([...lines, ...row]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ marks: ['100', '648', '15.5%'], source: { quote: '総計 648 100 15.5%' } });
    expect(finding?.related?.map(({ quote }) => quote)).toEqual(['20% 15.5% 達成']);
  });
});
