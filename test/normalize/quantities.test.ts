import { expect, test } from 'vitest';
import { extractQuantities } from '../../src/index.ts';

const said = (text: string) =>
  extractQuantities(text).map(({ value, unit, comparator }) => `${comparator} ${value.text} ${unit ?? ''}`.trim());

test.each([
  ['郵送化率を ９５．０％以上とする', ['>= 95.0 %']],
  ['施術箇所３部位以上、かつ月15日以上の割合を▲0.5ポイント以内とする', ['= 3 部', '>= 15 日', '<= -0.5 ポイント']],
  ['1万2千件以上、11万 事業所、1,234円未満', ['>= 12000 件', '= 110000 事業所', '< 1234 円']],
  ['対前年度以上とする', []],
])('%s', (text, quantities) => {
  expect(said(text)).toEqual(quantities);
});

test('each tells where it stands, as printed', () => {
  const text = '使用割合を８０％以上、査定率を 0.362％ 以上';
  for (const { text: quoted, from, to } of extractQuantities(text)) expect(text.slice(from, to)).toBe(quoted);
  expect(extractQuantities(text).map((quantity) => quantity.text)).toEqual(['８０％以上', '0.362％']);
});
