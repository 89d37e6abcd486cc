import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const PLAN = '令和3年度 事業計画（熊本支部）\n■ KPI：郵送化率を 95.0％以上とする';
const NAMELESS = '■ KPI：郵送化率を 95.0％以上とする';

function read(text: string, given: { branch?: string; fiscalYear?: number }) {
  const { records, scopes } = readPaper(documentFromText('m.txt', text), { catalog: createCatalog(), ...given });
  const findings = records.filter((record) => record.type === 'finding').filter(({ rule }) => rule === 'document/scope');
  return { scopes, said: findings.map(({ message }) => message.en), findings };
}

describe('a branch or year that is given', () => {
  it("does not change what the document says of itself, and the finding names both at the document's own line", () => {
    const { scopes, said, findings } = read(PLAN, { branch: '東京', fiscalYear: 2019 });
    expect(scopes).toEqual([{ branch: '熊本', fiscalYear: 2021 }]);
    expect(said).toEqual([
      "the branch given is 東京, but the document says 熊本: the document's own is kept",
      "the fiscal year given is 2019, but the document says 2021: the document's own is kept",
    ]);
    expect(findings[0]).toMatchObject({ severity: 'warning', source: { document: 'm.txt', lineStart: 1 } });
    expect(findings[0]?.message.ja).toBe('指定された支部は 東京 ですが、文書には 熊本 とあります。文書のとおりに読みました。');
  });

  it('that agrees, or that the document does not say, is nothing to speak of', () => {
    expect(read(PLAN, { branch: 'kumamoto', fiscalYear: 2021 }).said).toEqual([]);
    expect(read(NAMELESS, { branch: '東京', fiscalYear: 2019 })).toMatchObject({
      scopes: [{ branch: '東京', fiscalYear: 2019 }],
      said: [],
    });
  });

  it('is held against every plan of a file once', () => {
    const text = ['北海道', '青森', '岩手'].map((branch) => PLAN.replace('熊本', branch)).join('\n');
    expect(read(text, { branch: '青森' }).said).toEqual([
      "the branch given is 青森, but the document says 北海道, 岩手: the document's own is kept",
    ]);
  });
});
