import { describe, expect, it } from 'vitest';
import { resultSummary } from '../../../src/check/rules/result-summary.ts';
import { annual, findingsIn } from '../report.ts';

const RULES = { rules: [resultSummary] };
const MAILING = ['現金給付等の申請に係る郵送化率を92％以上とする', '92% 94.8% 達成'];
const OPINION = [
  '「経済・財政と暮らしの指標「見える化」データベース」などを活用した効果的な意見発信を全支部で実施する',
  '47支部 30支部 未達成',
];

const said = (lines: readonly string[]) => findingsIn(lines, RULES).map(({ severity, message }) => `${severity} ${message.ja}`);

describe('result/summary', () => {
  it('the counts below a list, with what the rows come to', () => {
    const [finding, ...others] = findingsIn(annual(...MAILING, ...OPINION, '', '達成 2 概ね達成 0 未達成 1'), RULES);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', marks: ['達成 2'], computation: '達成 1 / 概ね達成 0 / 未達成 1' });
    expect(said([annual(...MAILING, ...OPINION, '', '達成 1 概ね達成 0 未達成 1')])).toEqual([]);
  });

  /** Prose about all of the branches, and whether a result of 30 of them speaks against it. */
  const CLAIMS: readonly (readonly [prose: readonly string[], found: readonly string[]])[] = [
    [
      ['・調整会議に参加し、', '全47支部で医療データ等を活用した意見発信を行っています。具体的', 'には、次のとおりです。'],
      ['note 「全47支部で医療データ等を活用した意見発信を行っています」とありますが、KPI の結果は 47支部 のうち 30支部 です。'],
    ],
    [
      ['・全47支部において、効果的な意見', '発信を行いました。'],
      ['note 「全47支部において、効果的な意見発信を行いました」とありますが、KPI の結果は 47支部 のうち 30支部 です。'],
    ],
    // Of something else.
    [['・全47支部で窓口の案内を書き直しました。'], []],
    // A promise.
    [['・全47支部で効果的な意見発信を実施することを目標としています。'], []],
    // Of another number of them.
    [['・全48支部で効果的な意見発信を行いました。'], []],
    [['・30支部で効果的な意見発信を行いました。'], []],
  ];

  it.each(CLAIMS)('prose of all of them: %s', (prose, found) => {
    expect(said([...prose, '', annual(...OPINION)])).toEqual(found);
  });

  it('is silent where all of them did', () => {
    const lines = ['・全47支部で効果的な意見発信を行いました。', '', annual(OPINION[0] ?? '', '47支部 47支部 達成')];
    expect(said(lines)).toEqual([]);
  });

  const page = (result: string, rates: string) => [
    '令和４年度 熊本支部事業実施結果報告について',
    '',
    '保健グループ《戦略的保険者機能強化》',
    '',
    '①特定健診実施率・事業者健診データ取得率等の向上',
    '',
    'KPI目標',
    '・生活習慣病予防健診実施率：64.0％以上',
    'KPI結果',
    `・${result}`,
    '実施内容',
    '・健診の枠を増やした。',
    '自己評価',
    '・もう少しであった。',
    'B',
    '生活習慣病予防健診（40～74歳の被保険者が対象）',
    'R3熊本 R4熊本 R4全国',
    '対象者数 200,000 201,500 15,200,000',
    '受診者数 119,800 123,318 8,512,000',
    `受診率 ${rates}`,
  ];

  it.each([
    ['61.2%', '59.9% 61.2% 56.0%', []],
    // To the digits that both print.
    ['61.20%', '59.9% 61.2% 56.0%', []],
    ['62.1%', '59.9% 61.2% 56.0%', ['warning 「生活習慣病予防健診実施率」の結果は 62.1％ ですが、統計の表（16行目）では 61.2％ です。']],
  ])('a result of %s and a table of %s', (result, rates, found) => {
    expect(said(page(result, rates))).toEqual(found);
  });

  it.each([
    ['92% 94.8% 達成', []],
    ['92% 94.2% 達成', ['warning 「現金給付等の申請に係る郵送化率」の結果は 94.8％ ですが、別の箇所（14行目）では 94.2％ です。']],
  ])('one KPI in two lists of a report: 94.8% and %s', (again, found) => {
    const second = ['', '戦略的保険者機能関係', '', '具体的施策 結果 達成状況', MAILING[0] ?? '', again];
    expect(said([annual(...MAILING, ...second)])).toEqual(found);
  });
});
