import { expect, test } from 'vitest';
import { actual, kpiOf, target } from './make.ts';

test('a result of which only counts are printed is the rate that they make, and says so', () => {
  const result = actual('照会の割合', '件数のみ', { text: '907件／96,681件', counts: '907/96681' });
  const { kpi } = kpiOf(target('照会の割合', '<= 0.95 %'), [result]);
  expect(kpi).toMatchObject({ verdict: '達成' });
  expect(kpi.reasons.map(({ en }) => en).join('\n')).toContain('0.94% is computed from "907件／96,681件"');
});

test('counts of nothing make no rate', () => {
  const { kpi } = kpiOf(target('照会の割合', '<= 0.95 %'), [actual('照会の割合', '件数のみ', { counts: '0/0' })]);
  expect(kpi.verdict).toBeNull();
});
