import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, fixture, PROJECT } from './kpi.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id?: string;
      readonly shell: string;
      readonly env?: Record<string, string>;
      readonly run: string;
    }[];
  };
}

const action: Action = parse(readFileSync(join(PROJECT, 'action.yml'), 'utf8'));
const SLIP = readFileSync(fixture('plan-2021.txt'), 'utf8').replace(
  '実施率 62.5％（実施見込者数：150,000人）',
  '実施率 62.7％（実施見込者数：150,000人）',
);

/** Runs the action's steps as a runner does: bash that stops at the first failure, inputs put into `env`, files for what they say. */
function job(inputs: Readonly<Record<string, string>>, documents: Readonly<Record<string, string>>) {
  const { path } = emptyFolder();
  const [workspace, temp] = [join(path, 'my work'), join(path, 'temp')];
  for (const folder of [workspace, temp]) mkdirSync(folder);
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(workspace, name), text);
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
  const said = { stdout: '', stderr: '', status: 0 };
  for (const { shell, env = {}, run } of action.runs.steps) {
    expect(shell).toBe('bash');
    const filled = Object.entries(env).map(([name, value]) => [
      name,
      value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, input) => given(input)),
    ]);
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], {
      cwd: workspace,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, RUNNER_TEMP: temp, GITHUB_ACTION_PATH: PROJECT, ...files, ...Object.fromEntries(filled) },
    });
    said.stdout += stdout;
    said.stderr += stderr;
    said.status = status ?? -1;
    if (status !== 0) break;
  }
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    ...said,
    outputs: read(files.GITHUB_OUTPUT),
    summary: read(files.GITHUB_STEP_SUMMARY),
    file: (name: string) => read(join(workspace, name)),
  };
}

describe.skipIf(process.platform === 'win32')('the steps of action.yml', () => {
  test('a slip is an annotation, a table in the summary, and a job that fails', () => {
    const { status, stdout, stderr, outputs, summary } = job({ paths: 'plan.txt', rules: 'coverage/arithmetic' }, { 'plan.txt': SLIP });
    expect({ status, stderr, outputs }).toEqual({ status: 1, stderr: '', outputs: 'exit-code=1\n' });
    expect(stdout).toMatch(/^::error file=plan\.txt,line=43,endLine=43,title=coverage\/arithmetic::/);
    expect(summary).toMatch(/^指摘 1: エラー 1（文書 1）\n\n## plan\.txt\n/);
  });

  test('nothing found passes', () => {
    const { status, outputs, summary } = job(
      { paths: 'plan.txt', lang: 'en' },
      { 'plan.txt': readFileSync(fixture('plan-2021.txt'), 'utf8') },
    );
    expect({ status, outputs, summary }).toEqual({ status: 0, outputs: 'exit-code=0\n', summary: 'nothing found (documents 1)\n' });
  });

  test('paths stand one a line, with spaces in them, as globs, and are no options', () => {
    const { status, stdout, stderr } = job(
      { paths: 'a plan.txt\r\n\n*-b.txt\n--help', 'fail-on': 'never', rules: 'coverage/arithmetic' },
      { 'a plan.txt': SLIP, 'plan-b.txt': SLIP, '--help': SLIP },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/file=[^,]+/g)).toEqual(['file=a plan.txt', 'file=plan-b.txt', 'file=--help']);
  });

  test('reports go to the files that are named', () => {
    const { file } = job({ paths: 'plan.txt', sarif: 'report.sarif', junit: 'report.xml' }, { 'plan.txt': SLIP });
    expect(JSON.parse(file('report.sarif')).version).toBe('2.1.0');
    expect(file('report.xml')).toContain('<testsuites name="kpi check"');
  });

  test('every input reaches kpi', () => {
    const config = JSON.stringify({ rules: { 'coverage/arithmetic': 'note' } });
    const documents = { 'plan.txt': SLIP, 'my.json': config, 'known.json': '{"version":1,"findings":[]}' };
    expect(job({ paths: 'plan.txt', rules: 'coverage/arithmetic', config: 'my.json' }, documents).status).toBe(0);
    expect(job({ paths: 'plan.txt', baseline: 'known.json', rules: 'coverage/arithmetic' }, documents).status).toBe(1);
    expect(job({ paths: 'plan.txt', ignore: 'coverage,target' }, documents).status).toBe(0);
    expect(job({ paths: 'plan.txt', 'fail-on': 'sometimes' }, documents).status).toBe(2);
    const named = action.runs.steps.flatMap(({ env = {} }) => Object.values(env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]));
    expect(named.sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test('a document that cannot be read is said, and is exit code 2', () => {
    const { status, stderr, outputs } = job({ paths: 'absent.txt' }, {});
    expect({ status, outputs }).toEqual({ status: 2, outputs: 'exit-code=2\n' });
    expect(stderr).toMatch(/^kpi: absent\.txt: /);
  });
});

test('the pre-commit hook runs kpi check on plans and reports, and leaves other texts alone', () => {
  const [hook] = parse(readFileSync(join(PROJECT, '.pre-commit-hooks.yaml'), 'utf8'));
  expect(hook).toMatchObject({ id: 'kpi-check', language: 'script' });
  const { status, stdout } = spawnSync(join(PROJECT, hook.entry), [fixture('check/coverage-arithmetic.txt')], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, expect.stringContaining('[coverage/arithmetic]')]);
  const files = new RegExp(hook.files.replace('(?i)', ''), 'i');
  expect(['plans/Plan-2021.txt', '令和3年度事業計画.md', 'results-2023.txt'].filter((name) => files.test(name))).toHaveLength(3);
  expect(['README.md', 'plans/data.csv', 'plan.txt.bak'].filter((name) => files.test(name))).toEqual([]);
});

test.each(['README.md', 'README.ja.md'])('the YAML examples of %s can be read', (name) => {
  for (const [, , yaml = ''] of readFileSync(join(PROJECT, name), 'utf8').matchAll(/^```(ya?ml)\n([\s\S]*?)^```$/gm)) {
    expect(() => parse(yaml)).not.toThrow();
  }
});
