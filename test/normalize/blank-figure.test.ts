import { expect, test } from 'vitest';
import { inShort, read } from './read.ts';

const seen = (lines: readonly string[]) => {
  const { targets, findings } = read(lines);
  return [
    ...targets.map(inShort),
    ...findings.flatMap(({ rule, source }) => (rule === 'target/unread' ? [`unread ${source.lineStart}`] : [])),
  ];
};

/** A limit without its figure is a target that nobody filled in, and nothing that could be done or not. */
test.each([
  [['■ KPI：郵送化率を　　％以上とする'], ['unread 5']],
  [['■ KPI：郵送化率を ◯％以上とする'], ['unread 5']],
  [['■ KPI：健康宣言事業所数 ○○事業所以上'], ['unread 5']],
  [['■ KPI：郵送化率を　　以上とする'], ['unread 5']],
  [['■ KPI：郵送化率を　　％以上', 'とする'], ['unread 5']],
  [['■ KPI：使用割合を  ％（※医科、DPC、歯科、調剤）以上とする'], ['unread 5']],
  // The next statement has its own figure.
  [
    ['■ KPI：郵送化率を　　％以上とする', '健診実施率を 60％以上とする'],
    ['健診実施率 >= 60%', 'unread 5'],
  ],
  [
    ['■ KPI：① 郵送化率を…％以上とする', '② 健診実施率を 60％以上とする'],
    ['健診実施率 >= 60%', 'unread 5'],
  ],
  [['■ KPI：研修の内容を見直し、参加しやすくする'], ['研修の内容を見直し、参加しやすくする do qualitative']],
  [['■ KPI：郵送化率を', '95％以上とする'], ['郵送化率 >= 95%']],
])('%j', (lines, expected) => {
  expect(seen(lines)).toEqual(expected);
});

test.each([
  ['（令和2年度目標 95.0％、令和2年12月末実績 95.4％）', ['令和2年度目標 95.0', '令和2年12月末実績 95.4']],
  ['（前年度目標値：95.0％）', ['前年度目標値 95.0']],
  // What is promised for the year itself, or a later one, is no baseline.
  ['（令和3年度目標 95.0％）', []],
  ['（令和5年度目標 97.0％）', []],
])('a target of the year before is a baseline: %s', (printed, expected) => {
  const [target] = read(`■ KPI：郵送化率を 96.0％以上とする${printed}`).targets;
  expect(target?.baselines.map(({ label, value }) => `${label} ${value}`)).toEqual(expected);
});
