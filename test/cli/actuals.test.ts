import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
