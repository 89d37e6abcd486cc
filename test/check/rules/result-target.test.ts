import { describe, expect, it } from 'vitest';
import { resultMissing } from '../../../src/check/rules/result-missing.ts';
import { resultTarget } from '../../../src/check/rules/result-target.ts';
import { findingsIn, fixture } from '../report.ts';

const plan = (kpis: readonly string[], year = '令和 4年度') =>
  [`${year} 事業計画（熊本支部）`, '', '１．基盤的保険者機能関係', '（1）サービス水準の向上', ...kpis.map((kpi) => `■ KPI：${kpi}`)].join(
    '\n',
  );

const report = (goals: readonly string[], results: readonly string[]) =>
  [
    '令和４年度 熊本支部事業実施結果報告について',
    '',
    '業務グループ《基盤的保険者機能強化》',
    '',
    '①サービス水準の向上',
    '',
    'KPI目標',
    ...goals.map((goal) => `・${goal}`),
    'KPI結果',
    ...results.map((result) => `・${result}`),
    '自己評価',
    '・案内を書き直した。',
    'B',
  ].join('\n');

const MAILING = '現金給付等の申請に係る郵送化率';
const STANDARD = 'サービススタンダードの達成状況';
const GENERIC = '協会けんぽのジェネリック医薬品使用割合';

describe('result/target', () => {
  const found = (goal: string, ...plans: readonly string[]) =>
    findingsIn(report([`${STANDARD}：100％`, goal], ['100％', '96.4％']), { known: plans, rules: [resultTarget] }).map(
      ({ severity, message }) => `${severity} ${/目標は(.*)です/.exec(message.ja)?.[1] ?? message.ja}`,
    );

  it.each([
    [`${MAILING}：96.0％以上`, `${MAILING}を 96.0％以上とする`, []],
    [`${MAILING}：96％以上`, `${MAILING}を 96.0％以上とする`, []],
    [`${MAILING}：96.0％以上`, `${MAILING}を 96.0％とする`, []],
    [
      `${MAILING}：96.0％以上`,
      `${MAILING}を 96.5％以上とする`,
      ['warning 報告では 96.0％以上 ですが、計画（known-1.txt 5行目）では 96.5％以上 '],
    ],
    [
      `${MAILING}：96.0％以上`,
      `${MAILING}を 96.0％以下とする`,
      ['warning 報告では 96.0％以上 ですが、計画（known-1.txt 5行目）では 96.0％以下 '],
    ],
    // The report may say what 対前年度以上 came to, but not the other way round.
    [`${MAILING}：96.0％以上`, `${MAILING}を対前年度以上とする`, []],
    [`${MAILING}：対前年度（95.1％）以上`, `${MAILING}を対前年度以上とする`, []],
    [
      `${MAILING}：対前年度（95.1％）以上`,
      `${MAILING}を 96.0％以上とする`,
      ['warning 報告では 対前年度以上 ですが、計画（known-1.txt 5行目）では 96.0％以上 '],
    ],
    // Another KPI.
    [`${MAILING}：96.0％以上`, '被扶養者資格の確認対象事業所からの確認書の提出率を 92.0％以上とする', []],
  ])('%s in the report, %s in the plan', (goal, promise, slips) => {
    expect(found(goal, plan([promise]))).toEqual(slips);
  });

  it('one plan that agrees is enough, and another year or branch has no say', () => {
    const goal = `${MAILING}：96.0％以上`;
    expect(found(goal, plan([`${MAILING}を 96.5％以上とする`]), plan([`${MAILING}を 96.0％以上とする`]))).toEqual([]);
    expect(found(goal, plan([`${MAILING}を 96.5％以上とする`], '令和 3年度'))).toEqual([]);
    expect(found(goal, plan([`${MAILING}を 96.5％以上とする`]).replace('熊本支部', '大分支部'))).toEqual([]);
  });

  it('the year before, against what is on record of it', () => {
    const last = (result: string) => report([`${MAILING}：94.0％以上`], [result]).replace('令和４年度', '令和３年度');
    const goal = `${MAILING}：対前年度（95.1％）以上`;
    expect(found(goal, last('95.1％'))).toEqual([]);
    expect(found(goal, last('95.08％'))).toEqual([]);
    expect(found(goal, last('95.3％'))).toEqual([
      'note 「現金給付等の申請に係る郵送化率」の対前年度 95.1％ は、記録にある2021年度の実績 95.3％（known-1.txt 10行目）と違います。',
    ]);
  });
});

describe('result/missing', () => {
  const found = (text: string, ...kpis: readonly string[]) =>
    findingsIn(text, { known: [plan(kpis)], rules: [resultMissing] }).map(({ severity, source }) => `${severity} ${source.quote}`);
  const BOTH = report([`${STANDARD}：100％`, `${MAILING}：96.0％以上`], ['100％', '96.4％']);

  it('a planned KPI that is neither a record nor in the text', () => {
    const kpis = [`${STANDARD}を 100％とする`, `${MAILING}を 96.0％以上とする`, `${GENERIC}を 80％以上とする`];
    expect(found(BOTH, ...kpis)).toEqual([`warning ・${MAILING}：96.0％以上`]);
    expect(found(BOTH, ...kpis.slice(0, 2))).toEqual([]);
    expect(found(`${BOTH}\n・ジェネリック医薬品使用割合は集計中。`, ...kpis)).toEqual([]);
  });

  it('stands behind the KPIs of its measure', () => {
    const kpis = [`${STANDARD}を 100％とする`, `${MAILING}を 96.0％以上とする`];
    const text = report([`${STANDARD}：100％`], ['100％']);
    expect(found(text, ...kpis)).toEqual([`warning ・${STANDARD}：100％`]);
    // A measure of which the report says nothing: its title.
    const [other] = findingsIn(fixture('check/result-missing.txt'), { known: [fixture('check/result-missing.plan.txt')] });
    expect(other?.source.quote).toBe('令和４年度 熊本支部事業実施結果報告について');
  });

  it('a paper of one group leaves out most of the plan', () => {
    const kpis = [STANDARD, GENERIC, '一般競争入札に占める一者応札案件の割合', '健康宣言事業所数'].map(
      (name) => `${name}を 80％以上とする`,
    );
    expect(found(report([`${STANDARD}：100％`], ['100％']), ...kpis)).toEqual([]);
  });

  it('a plan is no report', () => {
    expect(found(plan([`${STANDARD}を 100％とする`]), `${STANDARD}を 100％とする`, `${MAILING}を 96.0％以上とする`)).toEqual([]);
  });
});
