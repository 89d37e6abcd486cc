import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, fixture, folderWithPlan, kpi, sharedFolderWithPlan } from './kpi.ts';

const plan = sharedFolderWithPlan();

describe('wrong use is one line that says what and what to do, and exit code 2', () => {
  test.each([
    [
      'lst',
      '「lst」というコマンドはありません。「list」ではありませんか。--help で使い方を表示します。',
      'unknown command lst: did you mean list? (see --help)',
    ],
    [
      'list --formt csv',
      '「--formt」というオプションはありません。「--format」ではありませんか。--help で使い方を表示します。',
      'unknown option --formt: did you mean --format? (see --help)',
    ],
    [
      'list --format jsn',
      '出力形式「jsn」はありません。「json」ではありませんか。使えるのは table, json, ndjson, csv, md です。',
      'unknown format "jsn": did you mean "json"? (table, json, ndjson, csv, md)',
    ],
    [
      'list --format',
      'オプション --format <format> に値が必要です。--help で使い方を表示します。',
      'option --format <format> needs a value (see --help)',
    ],
    [
      'list --lang jp',
      '表示言語「jp」はありません。「ja」ではありませんか。使えるのは ja, en です。',
      'unknown language "jp": did you mean "ja"? (ja, en)',
    ],
    ['ingest', '引数 path が必要です。--help で使い方を表示します。', 'argument path is missing (see --help)'],
    ['list 熊本', '「list」への引数が多すぎます。--help で使い方を表示します。', 'too many arguments for list (see --help)'],
    [
      'score --fail-on mised',
      '条件「mised」はありません。「missed」ではありませんか。使えるのは missed, 未達成 です。',
      'unknown condition "mised": did you mean "missed"? (missed, 未達成)',
    ],
    [
      'score --rubric brnch',
      '基準「brnch」はありません。「branch」ではありませんか。使えるのは branch, headquarters, iaa とファイル名（mine.json など）です。',
      'unknown rubric "brnch": did you mean "branch"? (branch, headquarters, iaa, or a file such as mine.json)',
    ],
    [
      'catalog show 郵送',
      '指標「郵送」はありません。名称に「郵送」を含むもの: 現金給付等の申請に係る郵送化率 (mailing-rate)',
      'unknown indicator "郵送": those with it in their names are 現金給付等の申請に係る郵送化率 (mailing-rate)',
    ],
  ])('kpi %s', (args, ja, en) => {
    expect(kpi(args.split(' '))).toEqual({ status: 2, stdout: '', stderr: `kpi: ${ja}\n` });
    expect(kpi(args.split(' '), { env: { LANG: 'C' } })).toEqual({ status: 2, stdout: '', stderr: `kpi: ${en}\n` });
  });

  test.each([
    ['--branch 熊元', 'unknown branch "熊元": did you mean "熊本"? (write 熊本, 熊本支部, kumamoto or 43)'],
    ['--branch kumamot', 'unknown branch "kumamot": did you mean "kumamoto"? (write 熊本, 熊本支部, kumamoto or 43)'],
    ['--branch 48', 'unknown branch "48" (write 熊本, 熊本支部, kumamoto or 43)'],
    ['--year 来年', 'cannot read the year "来年": write 2021, 令和3, R3 or 令和3年度'],
    ['--area 基礎', 'unknown area "基礎" (基盤的保険者機能, 戦略的保険者機能, 組織・運営体制)'],
  ])('kpi list %s', (args, line) => {
    expect(plan.run(['list', '--lang', 'en', ...args.split(' ')])).toEqual({ status: 2, stdout: '', stderr: `kpi: ${line}\n` });
  });

  test.each([
    ['score --year R5', 'no targets on record for R5: there are some for 2021'],
    ['score --branch 高知', 'no targets on record for 高知: run `kpi ingest` on the plan first'],
    ['list --year 令和99', 'no targets on record for 令和99: there are some for 2021'],
    ['list --branch 熊本 --year 2019 2020', 'no targets on record for 熊本 2019, 2020: there are some for 2021'],
    ['list --branch 高知', 'no targets on record for 高知: run `kpi ingest` on the plan first'],
    ['list --indicator 郵送化率 --year 2019', 'no targets on record for 2019: there are some for 2021'],
    ['template --branch 熊本 高知', 'no targets on record for 高知 2021: there are some for 2021'],
  ])('kpi %s', (args, line) => {
    expect(plan.run([...args.split(' '), '--lang', 'en'])).toEqual({ status: 2, stdout: '', stderr: `kpi: ${line}\n` });
  });

  test('a store that is not there', () => {
    const { run } = emptyFolder();
    for (const command of ['list', 'score', 'template']) {
      const { status, stdout, stderr } = run([command]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^kpi: データベース .* がまだありません。.*\n$/);
    }
  });

  test('an output that cannot be written', () => {
    const { path, run } = folderWithPlan();
    mkdirSync(join(path, 'folder'));
    expect(run(['list', '--output', 'folder', '--lang', 'en']).stderr).toBe('kpi: folder is a folder: name a file\n');
    expect(run(['list', '--output', 'none/list.csv'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'kpi: none/list.csv に書けません: フォルダ none がありません。先に作るか、別の場所を指定してください。\n',
    });
    expect(run(['list', '--output', 'none/list.csv', '--lang', 'en']).stderr).toBe(
      'kpi: cannot write none/list.csv: there is no folder none. Make it first, or name another place.\n',
    );
  });

  test("files of one's own that are written wrong", () => {
    const { path, run } = folderWithPlan();
    writeFileSync(join(path, 'own.json'), '{"indicators": [{"id": "Wrong Id", "name": "率"}]}');
    writeFileSync(join(path, 'broken.json'), '{');
    expect(run(['list', '--lang', 'en']).status).toBe(0);
    for (const args of [
      ['ingest', fixture('plan-2021.txt'), '--catalog', 'own.json'],
      ['catalog', 'list', '--catalog', 'own.json'],
    ]) {
      expect(run([...args, '--lang', 'en']).stderr).toMatch(
        /^kpi: the catalog own\.json is written wrong \(indicators\.0\.id: .*\): write \{.*\n$/,
      );
    }
    expect(run(['rubric', 'validate', 'broken.json', '--lang', 'en'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^kpi: the rubric broken\.json is written wrong/),
    });
  });

  test.each([
    ['rubric validate none.json', '基準のファイル', 'rubric'],
    ['score --rubric none.json', '基準のファイル', 'rubric'],
    ['catalog list --catalog none.json', '指標名のファイル', 'catalog'],
    ['ingest plan.txt --catalog none.json', '指標名のファイル', 'catalog'],
  ])('a file that is not there: kpi %s', (args, ja, en) => {
    expect(plan.run(args.split(' '))).toEqual({
      status: 2,
      stdout: '',
      stderr: `kpi: ${ja} none.json: 見つかりません。パスを確かめてください。\n`,
    });
    expect(plan.run([...args.split(' '), '--lang', 'en']).stderr).toBe(
      `kpi: the ${en} none.json: no such file or folder. Check the path.\n`,
    );
  });
});

describe('a defect is one line, too', () => {
  // A built-in that fails on 令和3年度 stands for any defect of the program.
  const BREAK = `
    const { normalize } = String.prototype;
    String.prototype.normalize = function (form) {
      if (this.includes('年度')) throw new TypeError('broken\\u001b[31m');
      return normalize.call(this, form);
    };`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(BREAK)}`;

  test('which says that it is one, what was being read, and how to get the trace', () => {
    const { status, stdout, stderr } = kpi(['ingest', 'fixtures/plan-2021.txt', '--dry-run', '--lang', 'en'], { env: { NODE_OPTIONS } });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      'kpi: this is a defect of kpi: TypeError: broken\\u{1b}[31m (while reading fixtures/plan-2021.txt); run again with KPI_DEBUG=1 for the trace\n',
    );
  });

  test('with the trace when asked', () => {
    const { stderr } = kpi(['ingest', 'fixtures/plan-2021.txt', '--dry-run'], { env: { NODE_OPTIONS, KPI_DEBUG: '1' } });
    expect(stderr).toMatch(/\n {4}at /);
  });
});
