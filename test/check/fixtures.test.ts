import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findingsIn } from './found.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/check/', import.meta.url));
/** `target-unit.txt` has one slip, for target/unit to find. */
const FIXTURES = readdirSync(FOLDER).filter((name) => /^(?:coverage|target)-/.test(name));

test.each(FIXTURES)('%s: its one slip, and nothing else', (name) => {
  const rule = name.replace(/\.\w+$/, '').replace('-', '/');
  expect(findingsIn(readFileSync(FOLDER + name, 'utf8'), [], name).map((finding) => finding.rule)).toEqual([rule]);
});

test('a plan without slips gives no finding', () => {
  const plan = readFileSync(fileURLToPath(new URL('../../fixtures/plan-2021.txt', import.meta.url)), 'utf8');
  expect(findingsIn(plan)).toEqual([]);
});
