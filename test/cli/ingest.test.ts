import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encrypted } from '../source/pdf/encrypted.ts';
import { at } from '../source/pdf/handmade.ts';
import { emptyFolder, fixture } from './kpi.ts';

const PLAN = readFileSync(fixture('plan-2021.txt'), 'utf8');

describe('kpi ingest', () => {
  test('reads, keeps, and says what it read', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'plan.txt'), PLAN);
    const first = run(['ingest', 'plan.txt']);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/│ 種別 +│ 支部 │ 年度 +│ KPI標識 │ 目標 │ 対象者数 │ 読めず │ 指摘 │ 保存 │/);
    expect(first.stdout).toMatch(/│ 事業計画 │ 熊本 │ 令和3年度 │ +8 │ +\d+ │ +3 │ +0 │ +0 │ 追加 │/);

    expect(run(['ingest', 'plan.txt']).stdout).toContain('│ 変更なし │');
    const list = run(['list', '--format', 'ndjson']).stdout;

    writeFileSync(join(path, 'plan.txt'), PLAN.replace('９５.０％以上', '９６.５％以上'));
    expect(run(['ingest', 'plan.txt']).stdout).toContain('│ 置換 │');
    expect(run(['list', '--format', 'ndjson']).stdout).toBe(list.replaceAll('95.0', '96.5').replaceAll('９５.０', '９６.５'));
  });

  test('--dry-run shows the targets and makes no store', () => {
    const { path, run } = emptyFolder();
    const { status, stdout } = run(['ingest', fixture('plan-2021.txt'), '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain('│ 保存せず │');
    expect(stdout).toContain('現金給付等の申請に係る郵送化率');
    expect(existsSync(join(path, '.kpi'))).toBe(false);
  });

  test('prints the records for programs, and the summary beside them', () => {
    const { run } = emptyFolder();
    const { status, stdout, stderr } = run(['ingest', fixture('plan-2021.txt'), '--dry-run', '--format', 'ndjson']);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(['target', 'coverage']));
    expect(Object.keys(records[0])[0]).toBe('type');
    expect(stdout).toContain('"name":"現金給付等の申請に係る郵送化率"');
    expect(stdout).toContain('"value":95.0,');
    expect(stderr).toMatch(/^.*plan-2021\.txt: 事業計画, 熊本, 令和3年度, KPI標識 8, 目標 \d+, 対象者数 3, 読めず 0, 指摘 0, 保存せず\n$/);
    expect(run(['ingest', fixture('plan-2021.txt'), '--dry-run', '--format', 'ndjson', '--quiet']).stderr).toBe('');
  });

  test('opens a PDF with the password that is given, on the command line or, where nobody sees it, in the environment', () => {
    const { path, run } = emptyFolder();
    const lines = ['令和3年度 事業計画（熊本支部）', '■ KPI：郵送化率を 95.0％以上とする'].map((text, line) =>
      at(50, 700 - line * 20, text),
    );
    writeFileSync(join(path, 'a.pdf'), encrypted([lines.join('\n')], 'sesame', 'owner'));
    const targets = (...args: Parameters<typeof run>) => [run(...args).status, run(...args).stdout.split('"type":"target"').length - 1];
    const ingest = ['ingest', 'a.pdf', '--dry-run', '--format', 'ndjson'];
    expect(targets(ingest)).toEqual([2, 0]);
    expect(targets([...ingest, '--password', 'sesame'])).toEqual([0, 1]);
    expect(targets(ingest, { env: { KPI_PDF_PASSWORD: 'sesame' } })).toEqual([0, 1]);
  });

  test('reads standard input, in any encoding that is named', () => {
    const { run } = emptyFolder();
    const input = Buffer.from(PLAN, 'utf16le');
    const { status, stdout } = run(['ingest', '-', '--encoding', 'utf-16le', '--dry-run', '--format', 'ndjson'], { input });
    expect(status).toBe(0);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ branch: '熊本', source: { document: '<stdin>' } });
  });

  test('--branch and --year fill in what a document does not say', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'note.txt'), '■ KPI：申請書郵送化率を 95.0％以上とする\n');
    const refused = run(['ingest', 'note.txt', '--lang', 'en']);
    expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^kpi: note\.txt: .*--branch.*\n$/) });
    expect(existsSync(join(path, '.kpi'))).toBe(false);

    const { stdout } = run(['ingest', 'note.txt', '--branch', '高知支部', '--year', '令和5', '--dry-run', '--format', 'ndjson']);
    expect(JSON.parse(stdout)).toMatchObject({ branch: '高知', fiscalYear: 2023, value: 95 });
  });

  test('given another year, the same text is another reading', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'note.txt'), '■ KPI：申請書郵送化率を 95.0％以上とする\n');
    run(['ingest', 'note.txt', '--branch', '高知', '--year', 'R4']);
    expect(run(['ingest', 'note.txt', '--branch', '高知', '--year', 'R5']).stdout).toContain('│ 置換 │');
  });

  test('a store that cannot be written to is one line, however many documents there are', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'a.txt'), PLAN);
    writeFileSync(join(path, 'b.txt'), PLAN);
    writeFileSync(join(path, 'file'), '');
    expect(run(['ingest', 'a.txt', 'b.txt', '--db', 'file/kpi.db', '--lang', 'en'])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^kpi: cannot open the store .*kpi\.db: .*\n$/),
    });
  });

  test('documents in a folder that are not text are named, in one line', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'plan.txt'), PLAN);
    for (const name of ['b.xlsx', 'a.doc', 'table.csv', 'data.bin']) writeFileSync(join(path, name), '');
    expect(run(['ingest', '.', '--dry-run'])).toMatchObject({
      status: 0,
      stderr:
        '読まなかった文書 2件: a.doc、b.xlsx（読むのは .txt, .md, .text, .docx, .pdf。いずれかの形式で保存し直してください。実績なら kpi actuals で読みます）\n',
    });
    expect(run(['ingest', '.', '--dry-run', '--lang', 'en']).stderr).toBe(
      'not read: a.doc, b.xlsx (only .txt, .md, .text, .docx, .pdf are; save them as one of these; results are for kpi actuals)\n',
    );
    expect(run(['ingest', '.', '--dry-run', '--quiet']).stderr).toBe('');
  });

  test('a file that cannot be read stops no other, and is remembered in the exit code', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'a.txt'), 'ただの覚え書き\n');
    writeFileSync(join(path, 'b.txt'), PLAN);
    const { status, stdout, stderr } = run(['ingest', '.']);
    expect(status).toBe(2);
    expect(stdout).toContain('b.txt');
    expect(stderr).toMatch(/^kpi: .*a\.txt.*\n文書 2件: 読めたもの 1件、読めなかったもの 1件\n$/);
    expect(run(['list', '--format', 'ndjson']).stdout).not.toBe('');
  });

  test('--strict: what only a finding came of is exit code 2', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'plan.txt'), `${PLAN}\n■ KPI：検討中\n`);
    const args = ['ingest', 'plan.txt', '--dry-run'];
    const { status, stdout } = run(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/指摘 \(1\)/);
    expect(run([...args, '--strict']).status).toBe(2);
  });

  test('--quiet keeps and says nothing', () => {
    const { run } = emptyFolder();
    expect(run(['ingest', fixture('plan-2021.txt'), '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(['list']).status).toBe(0);
  });
});
