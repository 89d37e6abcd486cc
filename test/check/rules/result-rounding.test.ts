import { describe, expect, it } from 'vitest';
import { resultRounding } from '../../../src/check/rules/result-rounding.ts';
import { annual, findingsIn } from '../report.ts';

const JUDO = [
  '柔道整復施術療養費の申請に占める、',
  '施術箇所３部位以上、かつ月15日以',
  '上の施術の申請の割合について対前年',
  '度以下とする',
];

/** `件数 率 件数 率`, last year's before this year's, under the counts of all applications. */
const sheet = (all: string, part: string, figures: string) =>
  findingsIn(
    [
      '（5）柔道整復施術療養費等の照会業務の強化',
      '',
      all,
      '',
      `多部位かつ頻回 ${part}`,
      '',
      '2021年度 2022年度',
      '',
      annual(...JUDO, figures),
    ],
    { rules: [resultRounding] },
  );

describe('result/rounding', () => {
  it('a tie as printed that the counts decide the other way', () => {
    const [finding, ...others] = sheet('12,400,000 - 12,100,000 -', '121,520 0.98% 118,700 0.98%', '0.98% 0.98% 達成');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'note',
      marks: ['0.98%', '0.98%'],
      computation: '118,700 ÷ 12,100,000 = 0.9810 %; 121,520 ÷ 12,400,000 = 0.9800 %',
      message: { en: expect.stringContaining('0.9810% against 0.9800% would be the opposite') },
    });
    expect(finding?.related?.map(({ lineStart }) => lineStart)).toEqual([3]);
  });

  it.each([
    ['a tie that the counts agree with', '12,400,000 - 12,100,000 -', '121,520 0.98% 118,400 0.98%', '0.98% 0.98% 達成'],
    ['no tie', '12,400,000 - 12,100,000 -', '121,520 0.98% 112,530 0.93%', '0.98% 0.93% 達成'],
    ['counts of another rate', '12,400,000 - 12,100,000 -', '124,000 1.00% 121,000 1.00%', '0.98% 0.98% 達成'],
  ])('nothing of %s', (_, all, part, figures) => {
    expect(sheet(all, part, figures)).toEqual([]);
  });
});
