import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder, fixture } from './kpi.ts';

const PLAN = readFileSync(fixture('plan-2021.txt'), 'utf8');
/** 150,000 ÷ 240,000 is 62.5 %. */
const SLIP = PLAN.replace('実施率 62.5％（実施見込者数：150,000人）', '実施率 62.7％（実施見込者数：150,000人）');
const LINE = 43;
const ONLY = ['--rule', 'coverage/arithmetic'];

/** A folder with a plan that has one slip. */
function folderWithSlip(): Folder {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'plan.txt'), SLIP);
  return folder;
}

const read = (folder: Folder, name: string): string => readFileSync(join(folder.path, name), 'utf8');
const configure = (folder: Folder, config: unknown) => writeFileSync(join(folder.path, 'kpi.config.json'), JSON.stringify(config));

function idOf(folder: Folder): string {
  const { stdout } = folder.run(['check', 'plan.txt', ...ONLY, '--format', 'json', '--no-store']);
  return JSON.parse(stdout)[0].id;
}

describe('kpi check', () => {
  test('a slip is where, what and the sum; standard error is silent, and the exit code 1', () => {
    const folder = folderWithSlip();
    const { status, stdout, stderr } = folder.run(['check', 'plan.txt', ...ONLY]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const [head, quote, marks] = stdout.split('\n');
    expect(head).toMatch(new RegExp(`^plan\\.txt:${LINE}: エラー: .*62\\.7.* \\[coverage/arithmetic\\]$`));
    expect(quote).toBe(`  ${LINE} | ・ 生活習慣病予防健診 実施率 62.7％（実施見込者数：150,000人）`);
    expect(marks).toMatch(/^ +\| +\^{4,}/);
    expect(stdout).toMatch(/\n指摘 1: エラー 1（文書 1）\n$/);
  });

  test('a clean plan: nothing found, exit code 0', () => {
    expect(emptyFolder().run(['check', fixture('plan-2021.txt'), ...ONLY, '--lang', 'en'])).toEqual({
      status: 0,
      stdout: 'nothing found (documents 1)\n',
      stderr: '',
    });
  });

  test('a folder, a glob and standard input, each file once', () => {
    const folder = folderWithSlip();
    mkdirSync(join(folder.path, 'more'));
    writeFileSync(join(folder.path, 'more', 'other.txt'), PLAN);
    const { stdout } = folder.run(['check', '.', '*.txt', '-', ...ONLY], { input: SLIP });
    expect(stdout).toContain('plan.txt:43: ');
    expect(stdout).toContain('<stdin>:43: ');
    expect(stdout).toMatch(/= kpi explain coverage\/arithmetic:[0-9a-f]{8} -\n/);
    expect(stdout).toMatch(/エラー 2（文書 3）\n$/);
  });

  test('findings stand by document, as the command line names them, then by place, however often it is run', () => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'a.txt'), SLIP.replace('9.0％', '9.3％'));
    const run = () => folder.run(['check', 'plan.txt', 'a.txt', ...ONLY, '--format', 'json']).stdout;
    const places = JSON.parse(run()).map(({ source }: { source: { document: string; lineStart: number } }) => [
      source.document,
      source.lineStart,
    ]);
    expect(places).toEqual([
      ['plan.txt', 43],
      ['a.txt', 43],
      ['a.txt', 44],
    ]);
    expect(run()).toBe(run());
  });

  test('an id stays while the passage does, wherever it stands', () => {
    const folder = folderWithSlip();
    const id = idOf(folder);
    writeFileSync(join(folder.path, 'plan.txt'), SLIP.replace('\n', '\n\n\n'));
    expect(idOf(folder)).toBe(id);
    expect(id).toMatch(/^coverage\/arithmetic:[0-9a-f]{8}$/);
  });

  test('a document in which nothing could be read is told', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'plan.txt'), '令和3年度 事業計画（熊本支部）\n\nあいさつだけの文書です。\n');
    const { status, stdout, stderr } = folder.run(['check', 'plan.txt', '--rule', 'coverage']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '指摘なし（文書 1）\n' });
    expect(stderr).toMatch(/^plan\.txt:1: KPIの目標も実績も見つかりませんでした。/);
  });

  test('--branch and --year for a document that does not say', () => {
    const folder = emptyFolder();
    const lines = '○ 被保険者（実施対象者数：1,000人）\n・ 生活習慣病予防健診 実施率 62.7％（実施見込者数：625人）\n';
    writeFileSync(join(folder.path, 'part.txt'), lines);
    expect(folder.run(['check', 'part.txt']).status).toBe(2);
    const { stdout } = folder.run(['check', 'part.txt', '--branch', '43', '--year', 'R3', '--family', 'plan', '--format', 'json', ...ONLY]);
    expect(JSON.parse(stdout)).toMatchObject([{ rule: 'coverage/arithmetic', branch: '熊本', fiscalYear: 2021 }]);
  });
});

describe('what a report answers', () => {
  const [PLAN_FILE, REPORT] = [fixture('check/result-missing.plan.txt'), fixture('check/result-missing.txt')];
  const rules = (folder: Folder, ...args: string[]) =>
    JSON.parse(folder.run(['check', REPORT, '--format', 'json', ...args]).stdout).map(({ rule }: { rule: string }) => rule);

  test('is a plan of the command line, or of the store, unless --no-store', () => {
    const folder = emptyFolder();
    expect(rules(folder)).toEqual([]);
    expect(rules(folder, PLAN_FILE)).toEqual(['result/missing']);
    folder.run(['ingest', PLAN_FILE]);
    expect(rules(folder)).toEqual(['result/missing']);
    expect(rules(folder, '--no-store')).toEqual([]);
  });

  test('a document is not held against its own reading in the store', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'plan.txt'), PLAN);
    folder.run(['ingest', 'plan.txt']);
    expect(folder.run(['check', 'plan.txt']).stdout).toBe(folder.run(['check', 'plan.txt', '--no-store']).stdout);
    writeFileSync(join(folder.path, 'moved.txt'), PLAN);
    expect(folder.run(['check', 'moved.txt']).stdout).toBe(folder.run(['check', 'moved.txt', '--no-store']).stdout);
  });
});

describe('input that cannot be read is one line and exit code 2', () => {
  test('beside others, which are checked all the same', () => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    const { status, stdout, stderr } = folder.run(['check', 'picture.txt', 'plan.txt', ...ONLY]);
    expect(status).toBe(2);
    expect(stdout).toContain('plan.txt:43: ');
    expect(stderr).toMatch(/^kpi: picture\.txt: .+\n$/);
  });

  test.each([
    [['check'], /調べる文書がありません/],
    [['check', 'absent.txt'], /^kpi: absent\.txt: 見つかりません/],
    [['check', 'plan.txt', '--rule', 'coverage/arithmetik'], /「coverage\/arithmetic」ではありませんか。kpi check --list-rules/],
    [['check', 'plan.txt', '--ignore', 'nothing'], /規則「nothing」はありません/],
    [['check', 'plan.txt', '--fail-on', 'eror'], /「error」ではありませんか/],
    [['check', 'plan.txt', '--format', 'sarf'], /「sarif」ではありませんか/],
    [['check', 'plan.txt', '--format', 'json', '--format', 'tap'], /--format json --format tap=FILE/],
    [['check', 'plan.txt', '--format', 'sarif=no/such/folder.sarif'], /フォルダ no\/such がありません/],
    [['check', 'plan.txt', '--db', 'absent.db'], /absent\.db/],
    [['check', 'plan.txt', '--config', 'absent.json'], /設定ファイル absent\.json/],
    [['check', 'plan.txt', '--baseline', 'absent.json'], /ベースライン absent\.json/],
    [['check', '--explain', 'coverage/arithmetc'], /「coverage\/arithmetic」ではありませんか/],
  ])('kpi %j', (args, line) => {
    const { status, stdout, stderr } = folderWithSlip().run(args);
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 });
    expect(stderr).toMatch(line);
  });
});

describe('rules', () => {
  test('--rule and --ignore take ids and groups', () => {
    const folder = folderWithSlip();
    const ignoring = folder.run(['check', 'plan.txt', '--rule', 'coverage', '--ignore', 'coverage/arithmetic']);
    expect({ stderr: ignoring.stderr, found: ignoring.stdout.includes('coverage/arithmetic]') }).toEqual({ stderr: '', found: false });
    expect(folder.run(['check', 'plan.txt', '--rule', 'coverage/*']).stdout).toContain('[coverage/arithmetic]');
  });

  test('--list-rules names them, --explain tells more of one', () => {
    const folder = emptyFolder();
    const listed = folder.run(['check', '--list-rules', '--format', 'json']);
    const ids = JSON.parse(listed.stdout).map(({ id }: { id: string }) => id);
    expect(ids).toContain('coverage/arithmetic');
    expect(folder.run(['check', '--list-rules']).stdout).toContain('coverage/arithmetic');
    for (const id of ids) {
      const { status, stdout } = folder.run(['check', '--explain', id, '--lang', 'en']);
      expect(status).toBe(0);
      expect(stdout.split('\n')[0]).toMatch(new RegExp(`^${id} \\((?:error|warning|note)\\)$`));
      expect(stdout).toContain('\nExample');
    }
  });

  test.each([
    ['error', 'warning', 0],
    ['warning', 'warning', 1],
    ['warning', 'note', 0],
    ['never', 'error', 0],
    ['error', 'error', 1],
  ])('--fail-on %s with a finding of severity %s: %i', (failOn, severity, status) => {
    const folder = folderWithSlip();
    configure(folder, { rules: { 'coverage/arithmetic': severity } });
    expect(folder.run(['check', 'plan.txt', ...ONLY, '--fail-on', failOn]).status).toBe(status);
  });
});

describe('formats', () => {
  test('several in one run: one to standard output, the others into files', () => {
    const folder = folderWithSlip();
    const args = ['check', 'plan.txt', ...ONLY, '--format', 'github', '--format', 'sarif=report.sarif', '--format', 'junit=report.xml'];
    const { status, stdout } = folder.run(args);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=plan\.txt,line=43,/);
    expect(JSON.parse(read(folder, 'report.sarif')).runs[0].results).toHaveLength(1);
    expect(read(folder, 'report.xml')).toMatch(/^<\?xml /);
  });

  test.each([
    [['--format', 'sarif=plan.txt'], 'plan.txt is one of the documents and is not overwritten'],
    [['--format', 'json', '--output', './plan.txt'], './plan.txt is one of the documents'],
    [['--output', 'plan.txt'], 'plan.txt is one of the documents'],
    [['--format', 'sarif=a.txt', '--format', 'junit=./a.txt'], 'two formats cannot go to the same file, ./a.txt'],
    [['--format', 'sarif=a.txt', '--format', 'junit', '--output', 'a.txt'], 'two formats cannot go to the same file, a.txt'],
  ])('%j would write over something else', (args, said) => {
    const folder = folderWithSlip();
    const before = read(folder, 'plan.txt');
    const { status, stdout, stderr } = folder.run(['check', 'plan.txt', ...ONLY, '--lang', 'en', ...args]);
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 });
    expect(stderr).toContain(said);
    expect(read(folder, 'plan.txt')).toBe(before);
  });

  test('only into files: standard output stays empty', () => {
    const folder = folderWithSlip();
    const { stdout } = folder.run(['check', 'plan.txt', ...ONLY, '--format', 'tap=report.tap']);
    expect(stdout).toBe('');
    expect(read(folder, 'report.tap')).toMatch(/^TAP version 14\n1\.\.1\nnot ok 1 - /);
  });

  test('--output takes the one that would be printed', () => {
    const folder = folderWithSlip();
    const { stdout } = folder.run(['check', 'plan.txt', ...ONLY, '--format', 'ndjson', '--output', 'findings.ndjson']);
    expect(stdout).toBe('');
    expect(JSON.parse(read(folder, 'findings.ndjson'))).toMatchObject({ type: 'finding', severity: 'error' });
  });
});

describe('kpi.config.json', () => {
  test('severities and ignored findings; that of the nearest parent folder counts', () => {
    const folder = folderWithSlip();
    mkdirSync(join(folder.path, 'inner'));
    configure(folder, { rules: { 'coverage/arithmetic': 'off' } });
    const inside = (...args: string[]) => folder.run(['check', 'plan.txt', ...args]);
    expect(inside('--rule', 'coverage').stdout).not.toContain('coverage/arithmetic]');
    expect(inside(...ONLY).status).toBe(1);
    writeFileSync(join(folder.path, 'other.json'), '{}');
    expect(inside('--rule', 'coverage', '--config', 'other.json').stdout).toContain('coverage/arithmetic]');
  });

  test('an ignored finding is counted, by id and by rule and branch', () => {
    const folder = folderWithSlip();
    const id = idOf(folder);
    for (const entry of [{ id }, { rule: 'coverage/arithmetic' }, { rule: 'coverage/arithmetic', branch: 'kumamoto' }]) {
      configure(folder, { ignore: [{ ...entry, reason: '印刷済み', until: '2999-12-31' }] });
      const { status, stdout, stderr } = folder.run(['check', 'plan.txt', ...ONLY]);
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '指摘なし（文書 1、設定で除いた指摘 1）\n', stderr: '' });
    }
    configure(folder, { ignore: [{ rule: 'coverage/arithmetic', branch: '福岡', reason: '印刷済み', until: '2999-12-31' }] });
    expect(folder.run(['check', 'plan.txt', ...ONLY]).status).toBe(1);
  });

  test('past its day it is back, and a line says so', () => {
    const folder = folderWithSlip();
    configure(folder, { ignore: [{ rule: 'coverage/arithmetic', reason: '印刷済み', until: '2020-03-31' }] });
    const { status, stderr } = folder.run(['check', 'plan.txt', ...ONLY]);
    expect(status).toBe(1);
    expect(stderr).toBe('coverage/arithmetic を除く期限（2020-03-31）が過ぎたので、指摘 1 件をまた挙げます（理由: 印刷済み）。\n');
  });

  test('failOn is for where the command line says nothing', () => {
    const folder = folderWithSlip();
    configure(folder, { failOn: 'never' });
    expect(folder.run(['check', 'plan.txt', ...ONLY]).status).toBe(0);
    expect(folder.run(['check', 'plan.txt', ...ONLY, '--fail-on', 'error']).status).toBe(1);
  });

  test.each([
    [{ rulez: {} }, '"rulez", did you mean "rules"?'],
    [{ ignore: [{ id: 'x', raeson: 'y', until: '2999-12-31' }] }, 'ignore.0: Unrecognized key: "raeson", did you mean "reason"?'],
    [{ thresholds: { nearly: 95 } }, 'Unrecognized key: "nearly"; known: nearlyMet'],
    [{ rules: { 'coverage/arithmetik': 'off' } }, 'did you mean "coverage/arithmetic"?'],
    [{ rules: { 'coverage/arithmetic': 'fatal' } }, 'rules.coverage/arithmetic: '],
    [{ ignore: [{ id: 'x', reason: 'y' }] }, 'ignore.0.until: '],
    [{ ignore: [{ id: 'x', reason: 'y', until: '31.3.2027' }] }, 'expected a day, such as 2027-03-31'],
    [{ ignore: [{ reason: 'y', until: '2999-12-31' }] }, 'name either an id or a rule'],
    [{ ignore: [{ rule: 'coverage/arithmetic', branch: '熊元', reason: 'y', until: '2999-12-31' }] }, 'did you mean "熊本"?'],
    ['{', 'kpi.config.json'],
  ])('%j is refused', (config, said) => {
    const folder = folderWithSlip();
    if (typeof config === 'string') writeFileSync(join(folder.path, 'kpi.config.json'), config);
    else configure(folder, config);
    const { status, stdout, stderr } = folder.run(['check', 'plan.txt', '--lang', 'en']);
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 });
    expect(stderr).toContain(said);
  });

  test.each([
    ['{"rulez": {}}', '"rulez" という項目はありません。"rules" ではありませんか'],
    ['{"thresholds": {"nearly": 95}}', 'thresholds: "nearly" という項目はありません。使えるのは nearlyMet です'],
    ['[]', 'オブジェクト {…}を書きます（今は配列 […]）'],
    ['{"failOn": "note"}', 'failOn: "error"、"warning"、"never" のいずれかを書きます'],
    ['{"thresholds": {"nearlyMet": "95"}}', 'thresholds.nearlyMet: 数値を書きます（今は文字列）'],
    ['{"thresholds": {"nearlyMet": 950}}', 'thresholds.nearlyMet: 100 以下の数値を書きます'],
    ['{"ignore": [{"id": "x", "until": "2999-12-31"}]}', 'ignore.0.reason: 必ず書きます（文字列）'],
    ['{"ignore": [{"id": "x", "reason": "", "until": "2999-12-31"}]}', 'ignore.0.reason: 空にはできません'],
    ['{"ignore": [{"id": "x", "reason": "y", "until": "3月末"}]}', 'ignore.0.until: 2027-03-31 のような日付を書きます'],
    ['{"ignore": [{"reason": "y", "until": "2999-12-31"}]}', 'ignore.0: id か rule のどちらか一つを書きます'],
    ['{', 'JSON として読めません'],
  ])('%s is refused in Japanese', (config, said) => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'kpi.config.json'), config);
    const { status, stderr } = folder.run(['check', 'plan.txt', '--lang', 'ja']);
    expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 2, lines: 2 });
    expect(stderr).toContain(`の書き方が違います（${said}`);
  });
});

describe('baseline', () => {
  const check = (folder: Folder, ...args: string[]) => folder.run(['check', 'plan.txt', ...ONLY, '--no-store', ...args]);

  test("old findings do not fail today's job; new ones do, and gone ones are told", () => {
    const folder = folderWithSlip();
    const written = check(folder, '--write-baseline');
    expect(written).toEqual({
      status: 0,
      stdout: '指摘なし（文書 1、ベースラインにある指摘 1）\n',
      stderr: 'kpi.baseline.json に指摘 1 件を書きました。\n',
    });
    const known = check(folder, '--baseline', 'kpi.baseline.json');
    expect({ status: known.status, stderr: known.stderr }).toEqual({ status: 0, stderr: '' });

    writeFileSync(join(folder.path, 'plan.txt'), SLIP.replace('取得率 9.0％', '取得率 9.3％'));
    const grown = check(folder, '--baseline', 'kpi.baseline.json');
    expect(grown.status).toBe(1);
    expect(grown.stdout).toMatch(/指摘 1: エラー 1（文書 1、ベースラインにある指摘 1）\n$/);

    writeFileSync(join(folder.path, 'plan.txt'), PLAN);
    const mended = check(folder, '--baseline', 'kpi.baseline.json');
    expect(mended.status).toBe(0);
    expect(mended.stderr).toMatch(/^ベースラインの指摘 1 件はもうありません: coverage\/arithmetic:[0-9a-f]{8}（/);
  });

  test('a document under another name is known; a copy beside it is not', () => {
    const folder = folderWithSlip();
    check(folder, '--write-baseline', 'known.json');
    writeFileSync(join(folder.path, 'copy.txt'), SLIP);
    const run = (...names: string[]) => folder.run(['check', ...names, ...ONLY, '--baseline', 'known.json']).status;
    expect(run('copy.txt')).toBe(0);
    expect(run('plan.txt', 'copy.txt')).toBe(1);
  });

  test('the configuration may name it, as seen from its own folder', () => {
    const folder = folderWithSlip();
    mkdirSync(join(folder.path, 'ci'));
    check(folder, '--write-baseline', 'ci/known.json');
    writeFileSync(join(folder.path, 'ci', 'check.json'), JSON.stringify({ baseline: 'known.json' }));
    expect(check(folder, '--config', 'ci/check.json').status).toBe(0);
  });

  test('what it says of other documents is kept when it is written anew', () => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'other.txt'), SLIP.replaceAll('150,000', '150,001'));
    check(folder, '--write-baseline', 'known.json');
    folder.run(['check', 'other.txt', ...ONLY, '--write-baseline', 'known.json']);
    const documents = JSON.parse(read(folder, 'known.json')).findings.map(({ document }: { document: string }) => document);
    expect(documents).toEqual(['plan.txt', 'other.txt']);
    expect(folder.run(['check', 'plan.txt', 'other.txt', ...ONLY, '--baseline', 'known.json']).status).toBe(0);
  });

  test('a document is not taken for the name of a baseline', () => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'other.txt'), PLAN);
    const { status, stderr } = folder.run(['check', 'other.txt', '--write-baseline', 'plan.txt']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: plan\.txt はベースラインではないので、書き換えません。/);
    expect(read(folder, 'plan.txt')).toBe(SLIP);
  });

  test('is not written where not every document could be read', () => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    const { status } = folder.run(['check', 'plan.txt', 'picture.txt', '--write-baseline']);
    expect(status).toBe(2);
    expect(existsSync(join(folder.path, 'kpi.baseline.json'))).toBe(false);
  });
});
