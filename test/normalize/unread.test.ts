import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { countsOf } from '../../src/report/views/documents.ts';
import { documentFromText } from '../../src/source/text.ts';

const catalog = createCatalog();
const HEAD = '令和3年度 熊本支部事業計画\n１．基盤的保険者機能関係\n';
const BARE = '■ KPI：\n';

function read(body: string) {
  const { records, markers } = readPaper(documentFromText('p.txt', HEAD + body), { catalog });
  const findings = records.flatMap((record) => (record.type === 'finding' && record.rule === 'target/unread' ? [record] : []));
  const places = findings.map(({ passages = 1, source }) => `${source.lineStart}-${source.lineEnd} ${passages} ${source.quote}`);
  return { findings, places, markers, unread: countsOf(records).unread };
}

describe('markers that announce nothing', () => {
  test('each is a finding, as long as a reader can look at each', () => {
    expect(read(BARE.repeat(20)).places).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 3}-${i + 3} 1 ■ KPI：`));
  });

  test('the same line more than twenty times in a row is one finding that says so', () => {
    const { findings, ...said } = read(BARE.repeat(140_000));
    expect(said).toEqual({ places: ['3-140002 140000 ■ KPI：'], markers: 140_000, unread: 140_000 });
    expect(findings[0]?.message.en).toContain('140000 such lines');
    expect(findings[0]?.message.ja).toContain('続けて140000行');
  });

  test('blank lines part nothing; other words end the row', () => {
    expect(read(`${`${BARE}\n`.repeat(30)}■ KPI：満足度を高い水準に\n${BARE.repeat(30)}`).places).toEqual([
      '3-61 30 ■ KPI：',
      '63-63 1 ■ KPI：満足度を高い水準に',
      '64-93 30 ■ KPI：',
    ]);
  });
});
