import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, fixture } from './kpi.ts';

const PLAN = readFileSync(fixture('plan-2021.txt'), 'utf8');
const BRANCHES = ['北海道', '青森', '岩手', '宮城', '秋田', '山形', '福島', '茨城', '栃木', '群馬'];
/** A small plan of another branch. */
const planOf = (branch: string) => `令和3年度 事業計画（${branch}支部）\n\n■ KPI：申請書郵送化率を 95.0％以上とする\n`;

/** A folder `plans/` with a plan for each name; `null` is a file that cannot be read. */
function folderOf(files: Readonly<Record<string, string | null>>) {
  const folder = emptyFolder();
  mkdirSync(join(folder.path, 'plans'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, 'plans', name), text ?? Buffer.from([0, 1, 2, 0xff]));
  return folder;
}

const documentsIn = (stdout: string): string[] => [...new Set([...stdout.matchAll(/plans\/[\w-]+\.txt/g)].map(([name]) => name))];

describe('kpi ingest of a folder', () => {
  test('reports the documents in input order, though the first takes longest', () => {
    const { run } = folderOf({ 'a.txt': PLAN.repeat(30), 'b.txt': planOf('青森'), 'c.txt': planOf('岩手') });
    const { status, stdout, stderr } = run(['ingest', 'plans', '--jobs', '3']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '文書 3件: 読めたもの 3件、読めなかったもの 0件\n' });
    expect(documentsIn(stdout)).toEqual(['plans/a.txt', 'plans/b.txt', 'plans/c.txt']);
  });

  test.each(['1', '2', '5'])('%s at a time: a bad file is one line where it stands, and stops no other', (jobs) => {
    const { run } = folderOf({ 'a.txt': planOf('青森'), 'b.txt': null, 'c.txt': planOf('岩手'), 'd.txt': 'ただの覚え書き\n' });
    const { status, stdout, stderr } = run(['ingest', 'plans', '--jobs', jobs, '--lang', 'en']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: plans\/b\.txt: .*\nkpi: plans\/d\.txt: .*\n4 documents: 2 read, 2 failed\n$/);
    expect(documentsIn(stdout)).toEqual(['plans/a.txt', 'plans/c.txt']);
    expect(run(['list', '--format', 'ndjson']).stdout.trim().split('\n')).toHaveLength(2);
  });

  test('--keep-going is what is done anyway', () => {
    const { run } = folderOf({ 'a.txt': null, 'b.txt': planOf('岩手') });
    const { status, stderr } = run(['ingest', 'plans', '--keep-going', '--lang', 'en']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/\n2 documents: 1 read, 1 failed\n$/);
  });

  test('--fail-fast keeps what stands before the bad file, and nothing behind it', () => {
    const { run } = folderOf({ 'a.txt': planOf('青森'), 'b.txt': null, 'c.txt': planOf('岩手'), 'd.txt': planOf('宮城') });
    const { status, stdout, stderr } = run(['ingest', 'plans', '--fail-fast', '--lang', 'en']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: plans\/b\.txt: .*\n4 documents: 1 read, 1 failed, 2 not tried\n$/);
    expect(documentsIn(stdout)).toEqual(['plans/a.txt']);
    expect(run(['list', '--format', 'ndjson']).stdout).toContain('青森');
    expect(run(['list', '--format', 'ndjson']).stdout).not.toContain('岩手');
  });

  test('a bad file alone is its line and no summary', () => {
    const { run } = folderOf({ 'a.txt': null });
    expect(run(['ingest', 'plans/a.txt', '--lang', 'en'])).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/^kpi: .*\n$/) });
  });

  test('many files: the store holds the same, in the same order, as one reader leaves there', () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${String(index).padStart(2, '0')}.txt`);
    const plans = names.map((name, index) => [name, planOf(BRANCHES[index % BRANCHES.length] ?? '').repeat((index % 3) + 1)]);
    const { run } = folderOf(Object.fromEntries(plans));
    const several = run(['ingest', 'plans', '--jobs', '4', '--db', 'several.db', '--format', 'ndjson']);
    const one = run(['ingest', 'plans', '--jobs', '1', '--db', 'one.db', '--format', 'ndjson']);
    expect(several).toEqual(one);
    expect(several.stderr).toMatch(/\n文書 40件: 読めたもの 40件、読めなかったもの 0件\n$/);
    expect(documentsIn(several.stdout)).toEqual(names.map((name) => `plans/${name}`));
    const listed = (db: string) => run(['list', '--db', db, '--format', 'ndjson']).stdout;
    expect(listed('several.db')).toBe(listed('one.db'));
  });

  test.each([
    [['--jobs', '0'], /^kpi: --jobs 0: give a whole number from 1 on\n$/],
    [['--jobs', 'many'], /^kpi: --jobs many: /],
    [['--fail-fast', '--keep-going'], /^kpi: option --fail-fast/],
  ])('%j is refused', (args, line) => {
    const { run } = folderOf({ 'a.txt': PLAN });
    const { status, stdout, stderr } = run(['ingest', 'plans', ...args, '--lang', 'en']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('kpi check of a folder', () => {
  /** Its own rate is wrong: 36,543 of 72,900 are 50.1 %. */
  const wrong = (branch: string) =>
    `${planOf(branch)}\n・被保険者（40歳以上）\n実施対象者数 72,900人、実施見込者数 36,543人、実施率 55.1％\n`;

  test.each(['1', '3'])('%s at a time: findings stand in input order, though the first takes longest', (jobs) => {
    const { run } = folderOf({ 'a.txt': wrong('青森') + PLAN.repeat(30), 'b.txt': wrong('岩手'), 'c.txt': wrong('宮城') });
    const { status, stdout, stderr } = run(['check', 'plans', '--rule', 'coverage/arithmetic', '--jobs', jobs]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(documentsIn(stdout)).toEqual(['plans/a.txt', 'plans/b.txt', 'plans/c.txt']);
  });

  test.each(['1', '2', '5'])('%s at a time: a bad file is one line, in input order, and the others are checked', (jobs) => {
    const { run } = folderOf({ 'a.txt': wrong('青森'), 'b.txt': null, 'c.txt': wrong('岩手'), 'd.txt': 'ただの覚え書き\n' });
    const { status, stdout, stderr } = run(['check', 'plans', '--rule', 'coverage/arithmetic', '--jobs', jobs, '--lang', 'en']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: plans\/b\.txt: .*\nkpi: plans\/d\.txt: .*\n$/);
    expect(documentsIn(stdout)).toEqual(['plans/a.txt', 'plans/c.txt']);
  });

  test('many files: the same, however many are read at a time', () => {
    const plans = Array.from({ length: 40 }, (_, index) => [`p${index}.txt`, wrong(BRANCHES[index % BRANCHES.length] ?? '')]);
    const { run } = folderOf(Object.fromEntries(plans));
    expect(run(['check', 'plans', '--jobs', '4', '--format', 'json'])).toEqual(run(['check', 'plans', '--jobs', '1', '--format', 'json']));
  });

  test.each(['check', 'explain target'])('%s refuses a --jobs that is no number', (command) => {
    const { run } = folderOf({ 'a.txt': PLAN });
    expect(run([...command.split(' '), 'plans', '--jobs', '0', '--lang', 'en'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'kpi: --jobs 0: give a whole number from 1 on\n',
    });
  });
});
