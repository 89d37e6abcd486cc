import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Location, locateStore } from '../../src/store/locate.ts';

const root = mkdtempSync(join(tmpdir(), 'kpi-locate-'));
const project = join(root, 'project');
const store = join(project, '.kpi', 'store.db');
const year = join(project, 'plans', '2021');
const elsewhere = join(root, 'elsewhere');

beforeAll(() => {
  mkdirSync(year, { recursive: true });
  mkdirSync(join(project, 'plans', '.kpi'));
  mkdirSync(elsewhere);
  mkdirSync(dirname(store));
  writeFileSync(store, '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const cases: readonly [string, Location, string][] = [
  ['--db comes first', { db: '/data/a.db', env: '/data/b.db', cwd: project }, '/data/a.db'],
  ['--db counts from this folder', { db: 'a.db', cwd: year }, join(year, 'a.db')],
  ['then KPI_DB', { env: 'b.db', cwd: project }, join(project, 'b.db')],
  ['an empty KPI_DB is not set', { env: '', cwd: project }, store],
  ['the store of this folder', { cwd: project }, store],
  ['the store of the nearest parent that has one; a .kpi folder without a store is none', { cwd: year }, store],
  ['no store anywhere: this folder', { cwd: elsewhere }, join(elsewhere, '.kpi', 'store.db')],
];

test.each(cases)('%s', (_, location, path) => {
  expect(locateStore(location)).toBe(path);
});
