import { expect, test } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const SHEET = [
  '令和４年度 業務実績評価書',
  '１－１ 相談業務の充実 【重要度：高】【困難度：高】',
  '指標 達成目標 基準値 令和4年度目標 令和4年度実績 達成度',
  '相談件数 年間 10,000件以上 9,800件 10,000件 12,345件 123.5%',
  '評定 Ａ',
  '１－２ 研修の実施',
  '指標 達成目標 基準値 令和4年度目標 令和4年度実績 達成度',
  '研修回数 20回以上 18回 20回 15回 75.0%',
  '評定：Ｃ',
].join('\n');

test('the grade on a line of its own is that of the measure above it', () => {
  const { records } = readPaper(documentFromText('sheet.txt', SHEET), { catalog: createCatalog(), branch: '本部' });
  expect(records.filter((record) => record.type === 'rating')).toMatchObject([
    { measure: '相談業務の充実', grade: 'A', rubric: 'iaa', importance: '高', difficulty: '高' },
    { measure: '研修の実施', grade: 'C', rubric: 'iaa', importance: null, difficulty: null },
  ]);
});
