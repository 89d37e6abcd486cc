import { expect, test } from 'vitest';
import { read } from './read.ts';

const rules = (line: string) => read(line).findings.map((finding) => finding.rule);

test.each([
  ['a range', '■ KPI：健診率60％～65％を維持し、郵送化率を95％以上とする'],
  ['two limits', '■ KPI：実施率を50％以上60％以下とする'],
  ['a word for a number', '■ KPI：事故件数をゼロとする'],
  ['a limit of no known kind', '■ KPI：返納金債権の回収率を対年前度以上とする'],
  ['the cells of a table', '■ KPI：新規就農者数10人20人16人 60％'],
  ['a limit in something to be done', '■ KPI：説明会を月に3回以上行い、全支部で意見発信を実施する'],
])('%s that is left in the name is doubted: %s', (_, line) => {
  expect(rules(line)).toContain('target/doubtful');
});

test.each([
  '■ KPI：40歳以上の受診率を60％以上とする',
  '■ KPI：再審査１件当たりの査定額を 4,481円以上とする',
  '■ KPI：令和3年4月1日から6年3月31日までの参加者数を100人以上とする',
  '■ KPI：受付から10営業日以内とする割合を100％とする',
])('a figure that is part of the name is not: %s', (line) => {
  expect(rules(line)).not.toContain('target/doubtful');
});
