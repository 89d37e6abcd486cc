import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWithPlan, sharedFolderWithPlan } from './kpi.ts';

/** The names that a filter leaves. */
function names(stdout: string): string[] {
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).name);
}

const plan = sharedFolderWithPlan();

describe('kpi list', () => {
  test.each([
    [['--branch', '熊本支部'], 13],
    [['--branch', 'kumamoto', '--year', '令和3年度'], 13],
    [['--branch', 'all'], 13],
    [['--branch', '43,高知'], 13],
    [['--branch', '高知'], 0],
    [['--year', '2020', 'R3'], 13],
    [['--year', '2020'], 0],
    [['--area', '基盤'], 4],
    [['--area', '基盤的保険者機能関係', '組織'], 5],
    [['--indicator', 'mailing-rate'], 1],
    [['--indicator', '申請書郵送化率', '健康宣言事業所数'], 2],
  ])('%j: %d targets', (filter, count) => {
    expect(names(plan.run(['list', ...filter, '--format', 'ndjson']).stdout)).toHaveLength(count);
  });

  test('a table that lines up', () => {
    expect(plan.run(['list', '--area', '基盤']).stdout).toMatchInlineSnapshot(`
      "熊本 令和3年度
      ┌────────────────────────────────────────────────────────┬────────────┬───────────────────────┬────┐
      │ 指標                                                   │ 目標       │ 参考                  │ 行 │
      ├────────────────────────────────────────────────────────┴────────────┴───────────────────────┴────┤
      │ 基盤的保険者機能 ＞ サービス水準の向上                                                           │
      │ サービススタンダードの達成状況                         │ 100%       │                       │ 14 │
      │ 現金給付等の申請に係る郵送化率                         │ 95.0%以上  │ 令和2年度見込み 94.1% │ 15 │
      │ 基盤的保険者機能 ＞ 効果的なレセプト内容点検の推進                                               │
      │ 社会保険診療報酬支払基金と合算したレセプト点検の査定率 │ 前年度以上 │ 対前年度 0.312%       │ 21 │
      │ 基盤的保険者機能 ＞ 柔道整復施術療養費の照会業務の強化                                           │
      │ 柔道整復施術療養費の申請に占める、施術箇所３部位以上、 │ 前年度以下 │                       │ 29 │
      │ かつ月15日以上の施術の申請の割合                       │            │                       │    │
      └────────────────────────────────────────────────────────┴────────────┴───────────────────────┴────┘
      "
    `);
  });

  test('nothing found is no failure', () => {
    expect(plan.run(['list', '--indicator', 'smoking-rate'])).toMatchObject({ status: 0, stderr: '' });
    expect(plan.run(['list', '--indicator', 'smoking-rate', '--format', 'json']).stdout).toBe('[]\n');
  });

  test('--output writes the whole file or nothing, a CSV with the mark that Excel needs', () => {
    const { path, run } = folderWithPlan();
    writeFileSync(join(path, 'list.csv'), 'what was there');
    expect(run(['list', '--format', 'csv', '--output', 'list.csv'])).toEqual({ status: 0, stdout: '', stderr: '' });
    const piped = run(['list', '--format', 'csv']).stdout;
    expect(piped).toMatch(/^type,id,/);
    expect(readFileSync(join(path, 'list.csv'), 'utf8')).toBe(`\ufeff${piped}`);
    expect(readdirSync(path).sort()).toEqual(['.kpi', 'list.csv']);
  });

  test.each<[string, NodeJS.ProcessEnv, string[], boolean]>([
    ['a pipe', {}, [], false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['--no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['NO_COLOR', { NO_COLOR: '1' }, [], false],
  ])('colour with %s', (_, env, args, colored) => {
    expect(plan.run(['list', ...args], { env }).stdout.includes('\u001b[')).toBe(colored);
  });
});
