import { describe, expect, it } from 'vitest';
import { IAA } from '../../src/catalog/rubrics/iaa.ts';
import { actual, kpiOf, target } from './make.ts';

describe('評定 of an independent administrative agency, by attainment', () => {
  it.each([
    ['>= 100 件', '125 件', '125.0', 'A'],
    ['>= 100 件', '120 件', '120.0', 'A'],
    ['>= 100 件', '119.9 件', '119.9', 'B'],
    ['>= 100 件', '100 件', '100.0', 'B'],
    ['>= 32.0 %', '30.8 %', '96.3', 'C'],
    ['>= 100 件', '80 件', '80.0', 'C'],
    ['>= 100 件', '79.9 件', '79.9', 'D'],
    ['<= 10 日', '8 日', '125.0', 'A'],
  ])('target %s, result %s: attainment %s %% → %s', (says, result, attainment, verdict) => {
    const name = says.startsWith('<=') ? '一者応札案件の割合' : '相談件数';
    const { kpi } = kpiOf(target(name, says), [actual(name, result)], [], IAA);
    expect([kpi.attainment?.text, kpi.verdict]).toEqual([attainment, verdict]);
  });

  it('never gives S, which asks for outstanding quality, but says that it is open', () => {
    const { kpi } = kpiOf(target('相談件数', '>= 100 件'), [actual('相談件数', '130 件')], [], IAA);
    expect(kpi.reasons.map(({ ja }) => ja)).toContain('「質的に顕著な成果」と認められれば「S」');
  });
});
