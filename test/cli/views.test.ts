import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, fixture, sharedFolderWithPlan } from './kpi.ts';

const plan = sharedFolderWithPlan();
beforeAll(() => {
  plan.run(['ingest', fixture('progress-2021.txt'), fixture('summary-2024.md')]);
  plan.run(['actuals', fixture('actuals-2021.csv'), '--branch', '熊本', '--year', '2021']);
});

const json = (args: readonly string[]) => JSON.parse(plan.run([...args, '--format', 'json']).stdout);

describe('kpi compare', () => {
  test('figures are those of kpi score', () => {
    const score = json(['score', '--branch', '熊本', '--year', '2021']);
    for (const by of ['target', 'actual', 'attainment']) {
      const comparisons = json(['compare', '--indicator', 'all', '--branch', '熊本', '--year', '2021', '--by', by]);
      for (const { rows } of comparisons) {
        for (const row of rows) {
          const kpi = score.kpis.find((one: { targetId: string }) => one.targetId === row.targetId);
          expect(row).toMatchObject({ target: kpi.target, actual: kpi.actual, attainment: kpi.attainment, verdict: kpi.verdict });
        }
      }
    }
  });

  test('one indicator, by any of its names', () => {
    const { stdout, status } = plan.run(['compare', '--indicator', '郵送化率', '--year', 'R3', '--lang', 'ja']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/│ +1 │ 熊本 /);
    expect(stdout).toContain('中央値');
  });

  test('the year is the newest that most branches have, and results count once most have one', () => {
    const folder = emptyFolder();
    const year = (era: number, branch: string) =>
      `令和${era}年度 事業計画（${branch}支部）\n\n１．基盤的保険者機能関係\n（１）サービス水準の向上\n■ KPI：郵送化率を 95.0％以上とする\n`;
    for (const branch of ['熊本', '大分', '宮崎']) folder.run(['ingest', '-'], { input: year(3, branch) });
    folder.run(['ingest', '-'], { input: year(6, '熊本') });
    const says = () => JSON.parse(folder.run(['compare', '--indicator', '郵送化率', '--format', 'json']).stdout);
    expect(says()).toMatchObject({ fiscalYear: 2021, by: 'target' });
    const results = (branches: readonly string[]) =>
      ['支部,年度,指標,実績', ...branches.map((branch) => `${branch},2021,郵送化率,96.0％`)].join('\n');
    writeFileSync(join(folder.path, 'one.csv'), results(['熊本']));
    folder.run(['actuals', 'one.csv']);
    expect(says().by).toBe('target');
    writeFileSync(join(folder.path, 'two.csv'), results(['大分']));
    folder.run(['actuals', 'two.csv']);
    expect(says().by).toBe('actual');
  });

  test('in English the words and brackets are English', () => {
    const { stdout } = plan.run(['compare', '--indicator', '郵送化率', '--year', '2021', '--lang', 'en']);
    expect(stdout.split('\n')[0]).toBe('現金給付等の申請に係る郵送化率 FY2021 (by actual, higher is better)');
    const trend = plan.run(['trend', '--branch', '熊本', '--indicator', '郵送化率', '--lang', 'en']).stdout;
    expect(trend).not.toMatch(/[（）、]/);
  });

  test.each([
    [['compare', '--indicator', 'そんな指標'], /そんな指標/],
    [['compare', '--indicator', '査定率'], /receipt-reduction-rate-combined.*receipt-reduction-rate-own/],
    [['compare'], /--indicator/],
    [['compare', '--indicator', '郵送化率', '--by', 'rank'], /rank/],
    [['compare', '--indicator', '郵送化率', '--year', '1999'], /1999/],
  ])('%j is wrong use, in one line', (args, says) => {
    const { status, stderr } = plan.run(args);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(says);
  });
});

test('a verdict from a mid-year figure says so in every view', () => {
  const scope = ['--branch', '熊本', '--lang', 'ja'];
  const folder = emptyFolder();
  folder.run(['ingest', fixture('progress-2021.txt')]);
  const views = [['score'], ['trend'], ['compare', '--indicator', 'all'], ['report', '--md']];
  const said = views.map((view) => [view[0], folder.run([...view, ...scope]).stdout.includes('達成（暫定）')]);
  expect(said).toEqual([
    ['score', true],
    ['trend', true],
    // Of all indicators at once only the figures are shown.
    ['compare', false],
    ['report', true],
  ]);
  expect(folder.run(['compare', '--indicator', '郵送化率', ...scope]).stdout).toContain('達成（暫定）');
});

describe('kpi trend', () => {
  test('figures are those of kpi score', () => {
    const score = json(['score', '--branch', '熊本', '--year', '2021']);
    const points = json(['trend', '--branch', '熊本']).flatMap((trend: { points: { target: { id: string } | null }[] }) => trend.points);
    for (const kpi of score.kpis) {
      const point = points.find(({ target }: { target: { id: string } | null }) => target?.id === kpi.targetId);
      expect(point).toMatchObject({ target: kpi.target, actual: kpi.actual, attainment: kpi.attainment, verdict: kpi.verdict });
    }
  });

  test('a branch that nothing is known of is wrong use', () => {
    expect(plan.run(['trend', '--branch', '沖縄'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('kpi diff', () => {
  test('two years on record', () => {
    const { rows, before, after } = json(['diff', '--branch', '熊本', '2021', '2024']);
    expect([before, after]).toEqual([2021, 2024]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('two files, without a store', () => {
    const folder = emptyFolder();
    const says = (rate: string) =>
      `令和3年度 事業計画（熊本支部）\n\n１．基盤的保険者機能関係\n（１）サービス水準の向上\n■ KPI：郵送化率を ${rate}％以上とする\n`;
    writeFileSync(join(folder.path, 'draft.txt'), says('94.0'));
    writeFileSync(join(folder.path, 'final.txt'), says('95.0'));
    const { stdout, status } = folder.run(['diff', 'draft.txt', 'final.txt', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows.map(({ kind }: { kind: string }) => kind)).toEqual(['raised']);
  });

  test.each([
    [['diff', '2021'], /after/],
    [['diff', 'no-such.txt', 'plan.txt'], /no-such\.txt/],
    [['diff', '--branch', '熊本', '2019', '2024'], /2019/],
    [['diff', '2021', '2022', '--lang', 'en'], /2022: no targets/],
    [['diff', '2021', '2026', '--lang', 'en'], /no branch has targets in both \(2021: 熊本; 2026: 本部\)/],
    [['diff', fixture('plan-2021.txt'), '2024', '--lang', 'en'], /two years or two papers/],
  ])('%j is wrong use, in one line', (args, says) => {
    const { status, stderr } = plan.run(args);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(says);
  });
});
