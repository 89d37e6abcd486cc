import { describe, expect, it } from 'vitest';
import { resultVerdict } from '../../../src/check/rules/result-verdict.ts';
import { Decimal } from '../../../src/model/index.ts';
import { annual, findingsIn } from '../report.ts';

const MAILING = '現金給付等の申請に係る郵送化率を92％以上とする';
const BIDS = '一般競争入札に占める一者応札案件の割合について、20％以下とする';
const RECOVERY = '返納金債権（資格喪失後受診に係るものに限る。）の回収率を対前年度以上とする';
const STANDARD = 'サービススタンダードの達成状況を100％とする';
const RULE = '※「概ね達成」は達成度95％以上としている。';

const verdicts = (lines: readonly string[]) => findingsIn(annual(...lines), { rules: [resultVerdict] });
/** Severity, and what the verdict would have to be. */
const shown = (lines: readonly string[]) =>
  verdicts(lines).map(({ severity, message }) => `${severity} ${/(?:からは|結果は)(.*?)です/.exec(message.ja)?.[1] ?? ''}`);

type Case = readonly [statement: string, figures: string, found: readonly string[]];

const WITH_RULE: readonly Case[] = [
  [MAILING, '92% 94.8% 達成', []],
  [MAILING, '92% 92.0% 達成', []],
  [MAILING, '92% 91.3% 概ね達成', []],
  [MAILING, '92% 80.0% 未達成', []],
  [MAILING, '92% 91.3% 達成', ['error 「概ね達成」']],
  [MAILING, '92% 80.0% 達成', ['error 「未達成」']],
  [MAILING, '92% 94.8% 未達成', ['error 「達成」']],
  [MAILING, '92% 94.8% 概ね達成', ['warning 「達成」']],
  [MAILING, '92% 80.0% 概ね達成', ['warning 「未達成」']],
  [MAILING, '92% 91.3% 未達成', ['warning 「概ね達成」']],
  // 91.96 % is 92 % at the digit of its target, and 99.5 % 100 %.
  [MAILING, '92% 91.96% 達成', ['warning 「概ね達成」']],
  // 87.36 ÷ 92 is 94.957 %: 95.0 % as attainments are printed.
  [MAILING, '92% 87.36% 概ね達成', []],
  [MAILING, '92% 87.36% 未達成', []],
  [BIDS, '20% 15.5% 達成', []],
  [BIDS, '20% 20.5% 概ね達成', []],
  [BIDS, '20% 25.5% 達成', ['error 「未達成」']],
  [BIDS, '20% 15.5% 未達成', ['error 「達成」']],
  // What is compared with the year before is kept from 概ね達成 by some, and not by others.
  [RECOVERY, '54.11% 53.40% 未達成', []],
  [RECOVERY, '54.11% 53.40% 概ね達成', []],
  [RECOVERY, '54.11% 40.00% 概ね達成', ['warning 「未達成」']],
  [RECOVERY, '54.11% 53.40% 達成', ['error 「概ね達成」か「未達成」']],
  [RECOVERY, '54.11% 54.11% 達成', []],
  [STANDARD, '100% 99.5% 概ね達成', []],
  [STANDARD, '100% 99.5% 達成', ['warning 「概ね達成」']],
  // The year's result is not in yet.
  [MAILING, '92% 91.3%（9月末） 達成', ['note 「概ね達成」']],
  [MAILING, '92% 未公表 未達成', []],
];

const WITHOUT_RULE: readonly Case[] = [
  // The rubric of the headquarters is not the report's own.
  [MAILING, '92% 80.0% 概ね達成', ['note 「未達成」']],
  ['相談窓口の満足度を92％以上とする', '92% 80.0% 概ね達成', []],
  ['相談窓口の満足度を92％以上とする', '92% 91.3% 達成', ['error 「概ね達成」か「未達成」']],
  // A report that knows only 達成 and 未達成.
  [MAILING, '92% 91.3% 未達成', []],
  // とする of an unknown indicator may be better on either side.
  ['離職者の割合を5％とする', '5% 4.1% 達成', []],
  ['離職者の割合を5％とする', '5% 4.1% 未達成', []],
];

describe('result/verdict', () => {
  it.each(WITH_RULE)('%s: %s', (statement, figures, found) => {
    expect(shown([statement, figures, '', RULE])).toEqual(found);
  });

  it.each(WITHOUT_RULE)('by no rule of its own: %s: %s', (statement, figures, found) => {
    expect(shown([statement, figures])).toEqual(found);
  });

  it('takes the limit that the report states', () => {
    const rule = '※「概ね達成」は達成度90％以上としている。';
    expect(shown([MAILING, '92% 83.5% 概ね達成', '', rule])).toEqual([]);
    expect(shown([MAILING, '92% 82.5% 概ね達成', '', rule])).toEqual(['warning 「未達成」']);
  });

  it('takes the limit of the configuration where the report states none', () => {
    const thresholds = { nearlyMet: Decimal.of('90') };
    const found = (figures: string, ...more: readonly string[]) =>
      findingsIn(annual(MAILING, figures, ...more), { rules: [resultVerdict], thresholds }).map(({ severity }) => severity);
    expect(found('92% 83.5% 概ね達成')).toEqual([]);
    expect(found('92% 82.5% 概ね達成')).toEqual(['warning']);
    expect(found('92% 83.5% 概ね達成', '', RULE)).toEqual(['warning']);
  });

  it('says what stands there, and what the numbers come to', () => {
    const [finding] = verdicts([MAILING, '92% 91.3% 達成', '', RULE]);
    expect(finding).toMatchObject({
      message: {
        ja: '「現金給付等の申請に係る郵送化率」は「達成」とありますが、実績 91.3％ と目標 92％（達成度 99.24％）からは「概ね達成」です（「概ね達成」は達成度95％以上とする記載）。',
        en: '“現金給付等の申請に係る郵送化率” is printed 達成, but 91.3% against 92% (attainment 99.24 %) is 概ね達成 (the report calls 95 % or more 概ね達成).',
      },
      marks: ['92%', '91.3%', '達成'],
      computation: '91.3 ÷ 92 = 99.24 %',
    });
  });

  it('a qualitative target', () => {
    const opinion = '医療データ等を活用した効果的な意見発信を実施する';
    expect(shown([opinion, '－ 実施 達成'])).toEqual([]);
    expect(shown([opinion, '－ 未実施 達成'])).toEqual(['warning 「未実施」']);
  });

  it.each([
    ['| 交通事故の件数 | 100件 | 95件 | 105.3% | 達成 |', []],
    [
      '| 交通事故の件数 | 100件 | 95件 | 105.3% | 未達成 |',
      ['warning 「交通事故の件数」は「未達成」とありますが、印字された達成率は 105.3％ です。'],
    ],
    ['| 観光客数 | 200万人 | 154万人 | 77.0% | 未達成 |', []],
    ['| 観光客数 | 200万人 | 154万人 | 77.0% | 達成 |', ['warning 「観光客数」は「達成」とありますが、印字された達成率は 77.0％ です。']],
  ])('by the printed attainment, where either side may be better: %s', (row, found) => {
    const table = [
      '# 見本市総合計画 令和5年度 事業実績報告書',
      '',
      '| 指標 | 目標値 | 実績値 | 達成率 | 達成状況 |',
      '|---|---|---|---|---|',
      row,
    ];
    const slips = findingsIn(table, { rules: [resultVerdict] });
    expect(slips.map(({ severity, message }) => `${severity} ${message.ja}`)).toEqual(found);
  });

  it('judges no forecast', () => {
    const table = [
      '令和6年度 熊本支部事業計画（案）の概要',
      '',
      '### KPIまとめ',
      '',
      '項目\tR6KPI 熊本支部\tR5KPI 熊本支部\tR5達成状況',
      '申請書郵送化率\t96.5%\t96.0%\t△：達成困難',
    ];
    expect(findingsIn(table, { rules: [resultVerdict] })).toEqual([]);
  });
});
