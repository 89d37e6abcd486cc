import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { book } from '../office/book.ts';
import { emptyFolder, folderWithPlan } from './kpi.ts';

const HEADER = '支部,年度,指標,実績\n';

interface Finding {
  readonly type: string;
  readonly rule: string;
  readonly message: string | { readonly en: string };
}

const findings = (ndjson: string): string[] =>
  ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Finding => JSON.parse(line))
    .filter(({ type }) => type === 'finding')
    .map(({ rule, message }) => `${rule} ${typeof message === 'string' ? message : message.en}`);

test('an indicator that the catalog does not know gets the nearest one proposed, as in a plan', () => {
  const { path, run } = emptyFolder();
  writeFileSync(
    join(path, 'r.csv'),
    `${HEADER}熊本,2021,柔道整復施術療養費のうち頻回施術の申請の割合,1.2％\n熊本,2021,駐輪場の空き台数,12台\n`,
  );
  const { status, stdout } = run(['actuals', 'r.csv', '--dry-run', '--format', 'ndjson', '--lang', 'en']);
  expect(status).toBe(0);
  expect(findings(stdout)).toEqual([
    expect.stringMatching(/^indicator\/unknown .* Nearest: .*\(judo-frequent-share, likeness \d+ %\)/),
    expect.stringMatching(/^indicator\/unknown .*nor one that is near/),
  ]);
});

test('a branch or year given that the rows contradict is said', () => {
  const { path, run } = emptyFolder();
  writeFileSync(join(path, 'r.csv'), `${HEADER}熊本,2021,郵送化率,96.1％\n`);
  const { stdout } = run(['actuals', 'r.csv', '--branch', '東京', '--year', '2021', '--dry-run', '--format', 'ndjson', '--lang', 'en']);
  expect(findings(stdout)).toEqual(["document/scope the branch given is 東京, but the document says 熊本: the document's own is kept"]);
});

test('of two sheets of results the one read last counts, whatever their names', () => {
  const { path, run } = folderWithPlan();
  for (const [name, rate] of [
    ['r.csv', '97.5'],
    ['a_new.csv', '90.5'],
  ] as const) {
    writeFileSync(join(path, name), `${HEADER}熊本,2021,現金給付等の申請に係る郵送化率,${rate}％\n`);
    expect(run(['actuals', name]).status).toBe(0);
  }
  const { kpis } = JSON.parse(run(['score', '--format', 'json']).stdout);
  const mailing = kpis.find(({ indicator }: { indicator: string }) => indicator === 'mailing-rate');
  expect(mailing.actual.value).toBe(90.5);
  expect(JSON.stringify(mailing.reasons)).toContain(
    '最後に読み込んだ「90.5％」（a_new.csv 2行目）を採り、「97.5％」（r.csv 2行目）は採らない',
  );
});

test('an Excel workbook: the template, filled in, stored and scored, as with a CSV', async () => {
  const { path, run } = folderWithPlan();
  expect(run(['template', '--output', 't.xlsx'])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(path, 't.xlsx')).subarray(0, 2).toString()).toBe('PK');
  writeFileSync(
    join(path, 'r.xlsx'),
    await book(
      { name: '表紙', rows: [['令和3年度 実績']] },
      {
        name: '熊本',
        rows: [
          ['支部', '年度', '指標', '実績'],
          ['熊本', 2021, '現金給付等の申請に係る郵送化率', { value: 0.961, format: '0.0%' }],
        ],
      },
    ),
  );
  writeFileSync(join(path, 'r.csv'), `${HEADER}熊本,2021,現金給付等の申請に係る郵送化率,96.1%\n`);
  const kpisWith = (...args: string[]) => {
    const { status, stdout, stderr } = run(['score', '--format', 'json', ...args]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { kpis } = JSON.parse(stdout);
    return kpis.map(({ actual, verdict }: { actual: { value: number | null; text: string | null } | null; verdict: string }) => [
      actual?.value,
      actual?.text,
      verdict,
    ]);
  };
  const fromCsv = kpisWith('--actuals', 'r.csv');
  expect(fromCsv[1]).toEqual([96.1, '96.1%', '達成']);
  expect(kpisWith('--actuals', 'r.xlsx', '--sheet', '熊本')).toEqual(fromCsv);
  expect(run(['actuals', 'r.xlsx', '--lang', 'en'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^kpi: r\.xlsx \(表紙\): no header row; .* --sheet chooses another: 熊本\n$/),
  });
  expect(run(['actuals', 'r.xlsx', '--sheet', '2', '--quiet']).status).toBe(0);
  expect(kpisWith()).toEqual(fromCsv);
  expect(run(['actuals', 'r.xlsx', '--sheet', '2', '--format', 'json', '--lang', 'en']).stderr).toMatch(/unchanged/);
  expect(run(['ingest', 'r.xlsx', '--lang', 'en']).stderr).toBe(
    'kpi: r.xlsx: not a Word document (.docx). Give a plan as .docx or .txt (results in .xlsx are read by kpi actuals).\n',
  );
});

test('a folder of results: every CSV and workbook in it', async () => {
  const { path, run } = emptyFolder();
  writeFileSync(join(path, 'a.csv'), `${HEADER}熊本,2021,郵送化率,96.1％\n`);
  writeFileSync(
    join(path, 'b.xlsx'),
    await book({
      rows: [
        ['支部', '年度', '指標', '実績'],
        ['東京', 2021, '郵送化率', 0.95],
      ],
    }),
  );
  writeFileSync(join(path, 'c.xls'), 'old');
  const { status, stdout, stderr } = run(['actuals', '.', '--dry-run', '--format', 'ndjson', '--lang', 'en']);
  expect(status).toBe(0);
  expect(stdout.match(/"branch":"[^"]*"/g)).toEqual(['"branch":"熊本"', '"branch":"東京"']);
  expect(stderr).toMatch(/^not read: c\.xls \(only \.csv, \.tsv, \.xlsx are; save them as one of these\)\n/);
});
