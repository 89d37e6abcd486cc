import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { proposeIndicators } from '../../src/normalize/propose.ts';
import { read } from './read.ts';

describe('a name that the catalog does not know', () => {
  it('is never taken for a known one; the finding names the nearest and how near it is', async () => {
    const { records, targets } = read('■ KPI：柔道整復施術療養費のうち頻回施術の申請の割合を 1.2％以下とする');
    const findings = await proposeIndicators(records, createCatalog());
    expect(targets[0]?.indicator).toBeNull();
    expect(findings).toMatchObject([{ rule: 'indicator/unknown', severity: 'warning', source: targets[0]?.source }]);
    expect(findings[0]?.message.ja).toMatch(/judo-frequent-share、類似度 \d+％/);
    expect(findings[0]?.message.en).toMatch(/judo-frequent-share, likeness \d+ %/);
  });

  it('has none near when it shares no content words', async () => {
    const { records } = read('■ KPI：駐輪場の空き台数を 12台以上とする');
    const [finding] = await proposeIndicators(records, createCatalog());
    expect(finding?.message.en).toContain('nor one that is near');
  });

  it('is not looked for when every name is known', async () => {
    const { records } = read('■ KPI：現金給付等の申請に係る郵送化率を 95.0％以上とする');
    expect(await proposeIndicators(records, createCatalog())).toEqual([]);
  });
});
