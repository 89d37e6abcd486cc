import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsIn, fixture } from './report.ts';

/** `target-unit.txt` has one slip, for target/unit to find. */
const FIXTURES = readdirSync(join('fixtures', 'check')).filter((name) => /^(?:coverage|target|document|indicator)-/.test(name));

test.each(FIXTURES)('%s: its one slip, and nothing else', (name) => {
  const rule = name.replace(/\.\w+$/, '').replace('-', '/');
  expect(findingsIn(fixture(`check/${name}`), { name }).map((finding) => finding.rule)).toEqual([rule]);
});

test('a plan without slips gives no finding', () => {
  expect(findingsIn(fixture('plan-2021.txt'))).toEqual([]);
});
