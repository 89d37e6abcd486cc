import { describe, expect, it } from 'vitest';
import { resultGrade } from '../../../src/check/rules/result-grade.ts';
import { findingsIn, fixture } from '../report.ts';

const RUBRIC = [
  'KPI達成度 計画達成度',
  'S',
  '達成し、伸び幅などが対前',
  '年度を上回った',
  '計画通りに実施し、効果的な',
  '結果が得られた',
  'A 達成 計画通りに実施',
  'B 未達成 計画通りに実施',
  'C 未達成 計画の一部を実施',
  '【KPI設定あり】',
  ' 自己評価判定基準',
];

const report = (goals: readonly string[], results: readonly string[], grade: string, rubric: readonly string[] = RUBRIC) =>
  findingsIn(
    [
      '令和４年度 熊本支部事業実施結果報告について',
      '',
      ...rubric,
      '',
      '業務グループ《基盤的保険者機能強化》',
      '',
      '①サービス水準の向上',
      '',
      'KPI目標',
      ...goals,
      '',
      'KPI結果',
      ...results,
      '',
      '実施内容',
      '・記入見本を配った。',
      '',
      '自己評価',
      '・案内を書き直した。',
      grade,
    ],
    { rules: [resultGrade] },
  ).map(({ severity, message }) => `${severity} ${/評価基準では (.*) です/.exec(message.ja)?.[1]}`);

const STANDARD = '・サービススタンダードの達成状況：100％';
const MAILING = '・現金給付等の申請に係る郵送化率：96.2％以上';
const TIES = '・協会けんぽのジェネリック医薬品使用割合：対前年度（86.8％）以上';

describe('result/grade of a branch', () => {
  it.each([
    ['all met', [STANDARD, MAILING], ['・100％', '・96.2％'], 'A', []],
    ['all met', [STANDARD, MAILING], ['・100％', '・96.2％'], 'S', []],
    ['all met', [STANDARD, MAILING], ['・100％', '・96.2％'], 'B', ['error S か A']],
    ['one missed', [STANDARD, MAILING], ['・100％', '・95.4％'], 'A', ['error B か C']],
    ['one missed', [STANDARD, MAILING], ['・100％', '・95.4％'], 'S', ['error B か C']],
    ['one missed', [STANDARD, MAILING], ['・100％', '・95.4％'], 'C', []],
    ['a tie is met', [TIES], ['・86.8％'], 'A', []],
    // 伸び幅など: S says more than the figures.
    ['a tie is no growth', [TIES], ['・86.8％'], 'S', ['note A']],
    ['a result that is not in yet', [STANDARD, MAILING], ['・100％', '・集計中'], 'A', []],
    ['not as many results as targets', [STANDARD, MAILING], ['・95.4％'], 'A', []],
    ['no KPI', ['・設定なし'], ['－'], 'A', []],
  ] as const)('%s: %s → %s rated %s', (_, goals, results, grade, slips) => {
    expect(report(goals, results, grade)).toEqual(slips);
  });

  it('a report that prints no rubric is less sure', () => {
    expect(report([STANDARD, MAILING], ['・100％', '・95.4％'], 'A', [])).toEqual(['warning B か C']);
  });

  it('a report with a rubric of its own is judged by that, and by none where it cannot be read', () => {
    const own = RUBRIC.map((line) => line.replace('B 未達成 計画通りに実施', 'A 未達成 計画通りに実施'));
    expect(report([STANDARD, MAILING], ['・100％', '・95.4％'], 'A', own)).toEqual([]);
    expect(report([STANDARD, MAILING], ['・100％', '・95.4％'], 'B', own)).toEqual(['error A か C']);
    const unread = RUBRIC.map((line) => line.replace('A 達成 計画通りに実施', 'A 大いに満足 計画通りに実施'));
    expect(report([STANDARD, MAILING], ['・100％', '・95.4％'], 'A', unread)).toEqual([]);
  });
});

const HEAD = '| 評価項目 | KPI | KPI数値 | 結果 | 対計画値 | 重要度 | 困難度 | 自己評価 |';
const agency = (rows: readonly string[], title = '独立行政法人見本機構 令和6年度 業績評価シート') =>
  findingsIn([`# ${title}`, '', HEAD, '|---|---|---|---|---|---|---|---|', ...rows], { rules: [resultGrade] }).map(
    ({ severity, message }) => `${severity} ${/からは (.*) です/.exec(message.ja)?.[1]}`,
  );

describe('result/grade of an agency', () => {
  it.each([
    ['| 研修の充実 | 参加者数 | 500人 | 620人 | 124.0% | － | － | A |', []],
    ['| 研修の充実 | 参加者数 | 500人 | 620人 | 124.0% | － | － | S |', []],
    ['| 研修の充実 | 参加者数 | 500人 | 620人 | 124.0% | － | － | B |', ['note S か A']],
    ['| 研修の充実 | 参加者数 | 500人 | 510人 | 102.0% | － | － | B |', []],
    ['| 研修の充実 | 参加者数 | 500人 | 510人 | 102.0% | － | － | A |', ['warning B']],
    // 困難度「高」 lifts it by one.
    ['| 研修の充実 | 参加者数 | 500人 | 510人 | 102.0% | － | 高 | A |', []],
    ['| 研修の充実 | 参加者数 | 500人 | 480人 | 96.0% | － | 高 | A |', ['warning C']],
    ['| 調達の合理化 | 一者応札割合 | 20%以下 | 25.5% | 78.4% | － | － | C |', ['warning D']],
    ['| 研修の充実 | 参加者数 | 500人 | － | － | － | － | B |', []],
  ] as const)('%s', (row, slips) => {
    expect(agency([row])).toEqual(slips);
  });

  it('two KPIs of one measure leave a range', () => {
    const rows = (grade: string) => [
      `| 研修の充実 | 参加者数 | 500人 | 620人 | 124.0% | － | － | ${grade} |`,
      '| | 満足度 | 90% | 82% | 91.1% | | | |',
    ];
    expect(['S', 'A', 'B', 'C'].flatMap((grade) => agency(rows(grade)))).toEqual([]);
    expect(agency(rows('D'))).toEqual(['note S か A か B か C']);
  });

  it('the grades of other bodies are their own', () => {
    const table = [
      '# 令和5年度 見本市 総合戦略 事業実績報告書',
      '',
      '| 指標 | 基準値 | 目標値 | 実績値 | 達成率 | 評価 |',
      '|---|---|---|---|---|---|',
      '| 創業件数 | 12件 | 40件 | 20件 | 50.0% | A |',
      '| 新規就農者数 | 10人 | 30人 | 6人 | 20.0% | D |',
    ];
    expect(findingsIn(table, { rules: [resultGrade] })).toEqual([]);
  });
});

it('a report that stands there a thousand times takes no longer than its length', { timeout: 30_000 }, () => {
  const text = Array.from({ length: 1000 }, () => fixture('results-2022.txt')).join('\n');
  const many = findingsIn(text, { rules: [resultGrade] });
  expect(many.length).toBeLessThanOrEqual(1000);
});
