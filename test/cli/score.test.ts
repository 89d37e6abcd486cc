import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { emptyFolder, fixture, folderWithPlan, sharedFolderWithPlan } from './kpi.ts';

const ACTUALS = fixture('actuals-2021.csv');

interface Kpi {
  readonly indicator: string | null;
  readonly verdict: string | null;
  readonly actual: { readonly value: number | null; readonly text: string } | null;
}

const plan = sharedFolderWithPlan();

describe('kpi score', () => {
  test('prints targets, actuals, verdicts and grades', () => {
    const { status, stdout, stderr } = plan.run(['score', '--branch', '熊本', '--actuals', ACTUALS]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const text = stdout.replace(/ +/g, ' ');
    expect(text).toContain('│ 現金給付等の申請に係る郵送化率 │ 95.0%以上 │ 96.1% │ 101.2% │ 達成 │');
    expect(text).toContain('│ 生活習慣病予防健診実施率 │ 62.5%以上 │ 60.8% │ 97.3% │ 未達成 │');
    expect(text).toContain('◆ サービス水準の向上 [評価 A]');
    expect(text).toContain('◆ 特定健診・特定保健指導の推進 [評価 C]');
    expect(text).toMatch(/KPI 11: .*達成 10.* \/ 施策 8: /);
  });

  test('--format json: an object for one branch, numbers as printed', () => {
    const { stdout } = plan.run(['score', '--actuals', ACTUALS, '--format', 'json']);
    expect(stdout).toContain('"value": 95.0,');
    const score = JSON.parse(stdout);
    expect(Object.keys(score)).toEqual(['branch', 'fiscalYear', 'rubric', 'kpis', 'measures', 'summary']);
    expect(score).toMatchObject({ branch: '熊本', fiscalYear: 2021, rubric: 'branch' });
    const mailing = score.kpis.find((kpi: Kpi) => kpi.indicator === 'mailing-rate');
    expect(mailing).toMatchObject({
      actual: { value: 96.1, unit: '%', text: '９６.１％' },
      attainment: 101.2,
      gap: 1.1,
      verdict: '達成',
      reasons: [expect.any(String)],
    });
  });

  test('--rubric headquarters', () => {
    const { stdout } = plan.run(['score', '--actuals', ACTUALS, '--rubric', 'headquarters', '--format', 'json']);
    const { kpis } = JSON.parse(stdout);
    expect(kpis.find((kpi: Kpi) => kpi.actual?.value === 60.8)).toMatchObject({ verdict: '概ね達成' });
  });

  test('--rubric printed: the one that the report prints', () => {
    const { path, run } = emptyFolder();
    const rubric = ['KPI達成度 計画達成度', 'A 達成 計画通りに実施', 'B 未達成 計画の一部を実施', 'C 未達成 計画通りに実施'];
    const measure = ['①サービス水準の向上', 'KPI目標 郵送化率：96.0％以上', 'KPI結果 95.1％', '自己評価：C'];
    writeFileSync(join(path, 'results.txt'), ['令和４年度 支部事業実施結果報告（熊本支部）', ...rubric, ...measure].join('\n'));
    run(['ingest', 'results.txt']);
    const published = ({ stdout }: { stdout: string }) =>
      JSON.parse(stdout).measures.map((one: { published: string | null }) => one.published);
    const builtIn = run(['score', '--format', 'json']);
    expect([published(builtIn), builtIn.stderr]).toEqual([[null], expect.stringContaining('--rubric printed')]);
    const printed = run(['score', '--rubric', 'printed', '--format', 'json']);
    expect([published(printed), printed.stderr]).toEqual([['C'], '']);
    expect(run(['rubric', 'show', 'printed', '--branch', '熊本', '--format', 'csv']).stdout).toContain('A/B/C');
    const none = run(['score', '--rubric', 'printed', '--year', '2021']);
    expect(none.status).toBe(2);
    const views = [
      ['trend', '--branch', '熊本'],
      ['compare', '--indicator', '郵送化率'],
      ['report', '--md'],
    ];
    for (const view of views) expect(run([...view, '--rubric', 'printed'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(['trend', '--branch', '鹿児島', '--rubric', 'printed']).status).toBe(2);
  });

  test("--rubric takes a file of one's own", () => {
    const { run } = folderWithPlan();
    run(['rubric', 'show', 'headquarters', '--format', 'json', '--output', 'mine.json']);
    expect(run(['rubric', 'validate', 'mine.json']).status).toBe(0);
    expect(run(['score', '--actuals', ACTUALS, '--rubric', 'mine.json'])).toMatchObject({ status: 0 });
  });

  test.each([
    ['missed', 1],
    ['未達成', 1],
  ])('--fail-on %s: exit code %d, and the score all the same', (verdict, code) => {
    const { status, stdout } = plan.run(['score', '--actuals', ACTUALS, '--fail-on', verdict]);
    expect(status).toBe(code);
    expect(stdout).toContain('未達成');
  });

  test('the whole way: template, filled in with Excel, stored, scored, corrected, scored again', () => {
    const { path, run } = folderWithPlan();
    expect(run(['template', '--branch', '熊本', '--year', 'R3', '--output', 'actuals.csv'])).toMatchObject({ status: 0, stdout: '' });
    const template = readFileSync(join(path, 'actuals.csv'), 'utf8');
    expect(template).toMatch(/^\ufeff支部,年度,施策,指標,目標,実績,単位,前年度実績,計画達成度,新たな取組み,時点,備考\r\n/);

    const fill = (figure: string) => {
      const rows = template
        .slice(1)
        .split('\r\n')
        .map((row) => (row.includes('郵送化率') ? row.replace('95.0％以上,', `95.0％以上,${figure}`) : row));
      writeFileSync(join(path, 'actuals.csv'), iconv.encode(rows.join('\r\n'), 'cp932'));
    };
    const verdict = () => {
      const { kpis } = JSON.parse(run(['score', '--branch', '熊本', '--format', 'json']).stdout);
      return kpis.find((kpi: Kpi) => kpi.indicator === 'mailing-rate').verdict;
    };
    expect(verdict()).toBe(null);
    fill('９４.９％');
    expect(run(['actuals', 'actuals.csv']).stdout).toContain('│ 追加 │');
    expect(verdict()).toBe('未達成');
    expect(run(['actuals', 'actuals.csv']).stdout).toContain('│ 変更なし │');
    fill('９５.０％');
    expect(run(['actuals', 'actuals.csv']).stdout).toContain('│ 置換 │');
    expect(verdict()).toBe('達成');
  });

  test('a row that cannot be read is one line, and stops nothing else unless --strict', () => {
    const { path, run } = folderWithPlan();
    const csv = `支部,年度,指標,実績\n熊本,2021,現金給付等の申請に係る郵送化率,だいたい\n熊本,2021,健康宣言事業所数,"1,912"\n`;
    writeFileSync(join(path, 'typed.csv'), csv);
    const { status, stdout, stderr } = run(['score', '--actuals', 'typed.csv']);
    expect(status).toBe(0);
    expect(stdout).toContain('1,912事業所');
    expect(stderr).toMatch(/^typed\.csv:2: .*\n$/);
    expect(run(['score', '--actuals', 'typed.csv', '--strict']).status).toBe(2);
    expect(run(['actuals', 'typed.csv', '--strict']).status).toBe(2);
  });
});
