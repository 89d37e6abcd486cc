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

test('kpi catalog list, kpi rubric list', () => {
  expect(kpi(['catalog', 'list']).stdout).toContain('│ mailing-rate ');
  expect(JSON.parse(kpi(['rubric', 'list', '--format', 'json']).stdout).map(({ id }: { id: string }) => id)).toEqual([
    'branch',
    'headquarters',
    'iaa',
  ]);
});
