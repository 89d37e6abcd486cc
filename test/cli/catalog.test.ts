import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, kpi } from './kpi.ts';

const indicatorOf = (stdout: string) => JSON.parse(stdout).indicator;

test("a name of one's own resolves from then on", () => {
  const { path, run } = emptyFolder();
  writeFileSync(join(path, 'plan.txt'), '令和3年度 事業計画（熊本支部）\n■ KPI：ポストに入った申請の割合を 95.0％以上とする\n');
  const read = () =>
    indicatorOf(
      run(['ingest', 'plan.txt', '--dry-run', '--format', 'ndjson'])
        .stdout.split('\n')
        .find((line) => line.includes('"target"')) ?? '',
    );
  expect(read()).toBe(null);
  const added = run(['catalog', 'add', 'mailing-rate', '--alias', 'ポストに入った申請の割合', '--format', 'json']);
  expect(added.status).toBe(0);
  expect(JSON.parse(added.stdout)).toMatchObject({
    id: 'mailing-rate',
    unit: '%',
    direction: 'higher',
    aliases: expect.arrayContaining(['ポストに入った申請の割合']),
  });
  expect(read()).toBe('mailing-rate');
  expect(run(['catalog', 'show', 'ポストに入った申請の割合', '--format', 'json']).stdout).toContain('"id": "mailing-rate"');
});

test('a new indicator needs a name; adding again adds, and loses nothing', () => {
  const { path, run } = emptyFolder();
  expect(run(['catalog', 'add', 'app-users', '--lang', 'en'])).toMatchObject({
    status: 2,
    stderr: 'kpi: "app-users" is a new indicator: give it a --name (see `kpi catalog list` for those that are known)\n',
  });
  expect(run(['catalog', 'add', 'App Users', '--name', '登録者数', '--lang', 'en'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^kpi: this indicator cannot be added \(id: .*\n$/),
  });
  run([
    'catalog',
    'add',
    'app-users',
    '--name',
    'アプリの登録者数',
    '--unit',
    '人',
    '--better',
    'higher',
    '--area',
    '戦略',
    '--catalog',
    'own.json',
  ]);
  run(['catalog', 'add', 'app-users', '--alias', '利用者数', '--catalog', 'own.json']);
  expect(JSON.parse(readFileSync(join(path, 'own.json'), 'utf8'))).toEqual({
    indicators: [
      {
        id: 'app-users',
        name: 'アプリの登録者数',
        aliases: ['利用者数'],
        unit: '人',
        direction: 'higher',
        area: '戦略的保険者機能',
        measures: [],
      },
    ],
  });
});

test('a name that another indicator has is refused, and the file stays as it is', () => {
  const { path, run } = emptyFolder();
  const file = join(path, 'own.json');
  const add = (...words: string[]) => run(['catalog', 'add', ...words, '--catalog', 'own.json', '--lang', 'en']);
  add('app-users', '--name', 'アプリの登録者数', '--alias', '利用者数');
  const before = readFileSync(file, 'utf8');
  expect(add('mailing-rate', '--alias', '郵送の割合', 'サービススタンダードの達成状況')).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^kpi: "サービススタンダードの達成状況" is already a name of service-standard \(.*\n$/),
  });
  expect(add('mailing-rate', '--alias', '利用者数').stderr).toContain('is already a name of app-users (アプリの登録者数)');
  expect(add('visits', '--name', 'アプリの登録者数').status).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(add('app-users', '--alias', '利用者数').status).toBe(0);
});

test('kpi catalog list, kpi rubric list', () => {
  expect(kpi(['catalog', 'list']).stdout).toContain('│ mailing-rate ');
  expect(JSON.parse(kpi(['rubric', 'list', '--format', 'json']).stdout).map(({ id }: { id: string }) => id)).toEqual([
    'branch',
    'headquarters',
    'iaa',
  ]);
});
