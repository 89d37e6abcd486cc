import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, kpi } from './kpi.ts';

const plan = (branch: string, rate: string, year = '令和3年度') =>
  `${year} 事業計画（${branch}支部）\n■ KPI：現金給付等の申請に係る郵送化率を ${rate}％以上とする\n`;

const targets = (stdout: string): string[] =>
  JSON.parse(stdout)
    .map(({ branch, value }: { branch: string; value: number }) => `${branch} ${value}`)
    .sort();

describe('plans of one name', () => {
  test('of two folders under one store stand beside each other; the corrected one replaces its own', () => {
    const { path, run } = emptyFolder();
    run(['ingest', '-'], { input: plan('大阪', '93.0') });
    for (const [folder, branch] of [
      ['a', '熊本'],
      ['b', '東京'],
    ] as const) {
      mkdirSync(join(path, folder));
      writeFileSync(join(path, folder, 'plan.txt'), plan(branch, '95.0'));
      expect(kpi(['ingest', 'plan.txt'], { cwd: join(path, folder) }).stdout).toContain('追加');
    }
    writeFileSync(join(path, 'b', 'plan.txt'), plan('東京', '94.0'));
    expect(kpi(['ingest', 'plan.txt'], { cwd: join(path, 'b') }).stdout).toContain('置換');
    expect(targets(run(['list', '--format', 'json']).stdout)).toEqual(['大阪 93', '東京 94', '熊本 95']);
  });

  test('from standard input too', () => {
    const { run } = emptyFolder();
    expect(run(['ingest', '-'], { input: plan('熊本', '95.0') }).stdout).toContain('追加');
    expect(run(['ingest', '-'], { input: plan('東京', '90.0') }).stdout).toContain('追加');
    expect(run(['ingest', '-'], { input: plan('東京', '91.0') }).stdout).toContain('置換');
    expect(targets(run(['list', '--format', 'json']).stdout)).toEqual(['東京 91', '熊本 95']);
  });
});

test('a plan read twice under two names: said when it is read, counted once, and the old one can be removed', () => {
  const { path, run } = emptyFolder();
  writeFileSync(join(path, 'z-old.txt'), plan('熊本', '95.0'));
  writeFileSync(join(path, 'a-new.txt'), plan('熊本', '96.0'));
  run(['ingest', 'z-old.txt']);
  const second = run(['ingest', 'a-new.txt', '--lang', 'en', '--format', 'ndjson']);
  expect(second.stdout).toContain(
    'z-old.txt gives 1 of these targets too; those of the document read last count. If z-old.txt is no longer wanted: kpi remove z-old.txt',
  );
  const listed = run(['list', '--format', 'json', '--lang', 'en']);
  expect(targets(listed.stdout)).toEqual(['熊本 96']);
  expect(listed.stderr).toContain('a-new.txt and z-old.txt give the same targets (1): those of a-new.txt count, once');
  expect(run(['score', '--lang', 'en']).stderr).toContain('those of a-new.txt count');
  expect(run(['template']).stdout.match(/郵送化率/g)).toHaveLength(1);

  expect(run(['remove', 'z-old.txt'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('z-old.txt（事業計画、熊本 令和3年度）をデータベースから除きました。'),
  });
  expect(run(['list'])).toMatchObject({ status: 0, stderr: '' });
});

describe('kpi remove', () => {
  test('of an unknown name proposes the nearest', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'plan.txt'), plan('熊本', '95.0'));
    run(['ingest', 'plan.txt']);
    expect(run(['remove', 'plam.txt'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'kpi: 文書「plam.txt」はありません。「plan.txt」ではありませんか。データベースにあるのは plan.txt です。\n',
    });
    expect(targets(run(['list', '--format', 'json']).stdout)).toEqual(['熊本 95']);
  });

  test('of a name that two documents have asks which', () => {
    const { run } = emptyFolder();
    for (const branch of ['熊本', '東京']) run(['ingest', '-'], { input: plan(branch, '95.0') });
    expect(run(['remove', '<stdin>', '--lang', 'en'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'kpi: <stdin> is the name of: plan, 熊本 FY2021; plan, 東京 FY2021. Choose one with --branch, --year or --family\n',
    });
    const removed = run(['remove', '<stdin>', '--branch', '東京', '--format', 'json']);
    expect(JSON.parse(removed.stdout)).toEqual({ removed: '<stdin>', family: 'plan', scopes: [{ branch: '東京', fiscalYear: 2021 }] });
    expect(targets(run(['list', '--format', 'json']).stdout)).toEqual(['熊本 95']);
  });

  test('where there is no store makes none', () => {
    expect(emptyFolder().run(['remove', 'plan.txt', '--lang', 'en'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^kpi: there is no store at /),
    });
  });
});
