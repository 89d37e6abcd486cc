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

const said = (lines: readonly string[], name = 'sheet.txt') =>
  readPaper(documentFromText(name, ['令和４年度 業務実績等報告書', ...lines].join('\n')), {
    catalog: createCatalog(),
    branch: '本部',
  }).records.flatMap((record) => {
    if (record.type === 'rating') return [`${record.measure} ${record.grade} ${record.importance ?? '-'}/${record.difficulty ?? '-'}`];
    return record.type === 'finding' && record.rule !== 'document/no-target' ? [record.rule] : [];
  });

test.each([
  [
    'the sections of the form head no measure of their own; the weights stand on a line between',
    [
      '１．当事務及び事業に関する基本情報',
      '１－１ 技能講習の実施',
      '当該項目の重要度、困難度 重要度：高 困難度：－',
      '２．主要な経年データ',
      '３．各事業年度の業務に係る目標、計画、業務実績、年度評価に係る自己評価及び主務大臣による評価',
      '自己評価 評定：Ａ',
      '１．当事務及び事業に関する基本情報',
      '１－２ 研究成果の普及',
      '自己評価 評定：Ｂ',
    ],
    ['技能講習の実施 A 高/-', '研究成果の普及 B -/-'],
  ],
  [
    'the weights stand behind the grade',
    ['## Ⅰ－１ 技術支援業務', '自己評価　A　（重要度：高、困難度：高）', '## Ⅰ－２ 研修業務', '自己評価　B　（重要度：―、困難度：高）'],
    ['技術支援業務 A 高/高', '研修業務 B -/高'],
  ],
  [
    'a table of grades, whatever heads the column of measures',
    [
      '| 項目 | 評価 | 重要度 | 困難度 |',
      '|---|---|---|---|',
      '| Ⅰ－１ 技術支援業務 | A | 高 | 高 |',
      '| Ⅱ 業務運営の効率化 | D | ― | ― |',
    ],
    ['技術支援業務 A 高/高', '業務運営の効率化 D -/-'],
  ],
  ['a grade that stands under no heading is said', ['評定 Ａ'], ['actual/unread']],
])('%s', (_, lines, expected) => {
  expect(said(lines)).toEqual(expected);
});
