import { expect, test } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const REPORT = [
  '令和４年度　宮崎支部事業実施結果報告',
  '業務グループ《基盤的保険者機能強化》',
  '②サービス水準の向上　自己評価 A',
  'KPI目標',
  '●サービススタンダードの達成状況を100％とする',
  'KPI結果',
  '●100％',
  '③限度額適用認定証の利用促進　自己評価：B',
  'KPI目標 設定なし',
  'KPI結果 －',
].join('\n');

test('a self-rating at the end of a heading is that of the measure it heads', () => {
  const { records } = readPaper(documentFromText('results.txt', REPORT), { catalog: createCatalog() });
  expect(records.filter((record) => record.type === 'rating')).toMatchObject([
    { number: '②', measure: 'サービス水準の向上', grade: 'A' },
    { number: '③', measure: '限度額適用認定証の利用促進', grade: 'B' },
  ]);
  expect(records.find((record) => record.type === 'target')).toMatchObject({ measure: 'サービス水準の向上', value: { text: '100' } });
});
