import { describe, expect, it } from 'vitest';
import { resultAttainment } from '../../../src/check/rules/result-attainment.ts';
import { findingsIn } from '../report.ts';

/** Rows of 指標, 基準値, 目標値, 実績値, 達成度; severity and the sum of what is wrong. */
const found = (...rows: readonly string[]) => {
  const table = [
    '独立行政法人見本機構 令和5年度業務実績等報告書',
    '',
    '1-1 相談業務の推進',
    '',
    '指標 基準値 目標値 実績値 達成度',
    ...rows,
  ];
  return findingsIn(table, { rules: [resultAttainment] }).map(({ severity, computation }) => `${severity} ${computation}`);
};

const RIGHT = ['研修の参加者数 － 500人 620人 124.0%', '論文の数 － 80本 101本 126.3%'];

type Case = readonly [row: string, found: readonly string[]];

const BESIDE_RIGHT_ONES: readonly Case[] = [
  ['相談件数 － 1,200件 1,150件 95.8%', []],
  ['相談件数 － 1,200件 1,150件 97.2%', ['error 1,150 件 ÷ 1,200 件 = 95.833 %']],
  // Cut off, or rounded up: a writer may have a rule for it.
  ['相談件数 － 1,200件 1,151件 96.0%', ['note 1,151 件 ÷ 1,200 件 = 95.917 %']],
  ['相談件数 － 1,200件 1,151件 95.9%', []],
  ['相談件数 － 1,200件 1,151件 95.8%', ['note 1,151 件 ÷ 1,200 件 = 95.917 %']],
  // Half up.
  ['相談件数 － 1,000件 1,005件 101%', []],
  // A rate is itself rounded: 92.41 % may be 92.405 %.
  ['満足度 － 90.0% 93.5% 103.9%', []],
  ['満足度 － 90.0% 93.5% 103.8%', []],
  ['満足度 － 90.0% 93.5% 105.0%', ['error 93.5% ÷ 90.0% = 103.889 %']],
  // Lower is better: target ÷ result, or 2 − result ÷ target.
  ['事故件数 － 5件以下 4件 125.0%', []],
  ['事故件数 － 5件以下 4件 120.0%', []],
  ['事故件数 － 5件以下 4件 110.0%', ['error 5 件 ÷ 4 件 = 125.000 %']],
  // From where it began.
  ['移住者数 100人 250人 190人 60.0%', []],
  ['移住者数 100人 250人 190人 76.0%', []],
  ['移住者数 100人 250人 190人 66.0%', ['error 190 人 ÷ 250 人 = 76.000 %']],
  ['待機児童数 15人 0人 3人 80.0%', []],
  // Held at 100 %.
  ['相談件数 － 1,200件 1,350件 100%', []],
  ['相談件数 － 1,200件 1,150件 100%', ['error 1,150 件 ÷ 1,200 件 = 95.83 %']],
  ['相談件数 － 1,200件 － －', []],
];

describe('result/attainment', () => {
  it.each(BESIDE_RIGHT_ONES)('beside rows that are right: %s', (row, slips) => {
    expect(found(...RIGHT, row)).toEqual(slips);
  });

  it('the only row of a report is less sure', () => {
    expect(found('相談件数 － 1,200件 1,150件 97.2%')).toEqual(['warning 1,150 件 ÷ 1,200 件 = 95.833 %']);
  });

  it('a column of which no row fits means something else', () => {
    expect(found('相談件数 － 1,200件 1,150件 48.1%', '研修の参加者数 － 500人 620人 31.0%', '論文の数 － 80本 101本 12.5%')).toEqual([]);
  });

  it('says what the numbers would have to be', () => {
    const table = [
      '独立行政法人見本機構 令和5年度業務実績等報告書',
      '',
      '1-1 相談業務の推進',
      '',
      '指標 基準値 目標値 実績値 達成度',
      ...RIGHT,
    ];
    const [finding] = findingsIn([...table, '相談件数 － 1,200件 1,150件 97.2%'], { rules: [resultAttainment] });
    expect(finding).toMatchObject({
      message: {
        ja: '「相談件数」の達成率 97.2％は、実績 ÷ 目標 の 1,150 件 ÷ 1,200 件 = 95.833 % と合いません。四捨五入すると 95.8％です。',
        en: 'The printed attainment 97.2 % of “相談件数” is not result ÷ target, 1,150 件 ÷ 1,200 件 = 95.833 %; rounded it is 95.8 %.',
      },
      marks: ['1,200件', '1,150件', '97.2%'],
    });
  });
});
