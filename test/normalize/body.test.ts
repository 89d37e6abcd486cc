import { describe, expect, test } from 'vitest';
import { parseBranch } from '../../src/normalize/branch.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const KPI = '■ KPI：特定健診実施率を 60％以上とする';
const branchOf = (lines: readonly string[], branch?: string) => {
  const document = documentFromText('plan.txt', [...lines, '', KPI].join('\n'));
  return readPaper(document, { catalog: createCatalog(), ...(branch !== undefined && { branch }) }).scopes[0]?.branch;
};

describe('a paper of another body is recorded under the name in its title', () => {
  test.each([
    [['令和６年度 岐阜県国民健康保険団体連合会 事業計画'], '岐阜県国民健康保険団体連合会'],
    [['令和７年度 事業計画', '東海精密健康保険組合'], '東海精密健康保険組合'],
    [['# 南浜市総合計画 実施計画（令和6年度〜令和8年度）'], '南浜市'],
    [['独立行政法人 農村整備機構', '令和5年度 事業計画'], '独立行政法人農村整備機構'],
    // A branch that the paper names comes before any other body.
    [['令和６年度 事業計画', '全国健康保険協会 熊本支部', '熊本県国民健康保険団体連合会と連携する'], '熊本'],
  ])('%j', (lines, branch) => {
    expect(branchOf(lines)).toBe(branch);
  });

  test('--branch comes before it', () => {
    expect(branchOf(['令和６年度 岐阜県国民健康保険団体連合会 事業計画'], '熊本')).toBe('熊本');
  });

  test('only a sentence names it: the paper is nobody’s', () => {
    expect(() => branchOf(['令和６年度 事業計画', '健康保険組合や市町村との連携を進める。'])).toThrow();
  });

  test('by its full name it can be asked for', () => {
    expect(parseBranch('岐阜県国民健康保険団体連合会')?.name).toBe('岐阜県国民健康保険団体連合会');
    expect(parseBranch('熊木')).toBeNull();
  });
});
