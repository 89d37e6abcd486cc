import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, kpi } from './kpi.ts';

const HEAD = '令和3年度 熊本支部事業計画\n1．基盤的保険者機能関係\n';

describe('what no terminal and no spreadsheet may get as it stands', () => {
  /** A colour, a title for the window, a bell, directions, a letter without a shape, a C1 control; and what a spreadsheet runs. */
  const EVIL = '\u001b[31m\u001b]0;title\u0007\u202e\u061c\u{e0041}\u2066\u009b1m\u0008\u007f';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  const RAW = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\u{e0000}-\u{e007f}]/u;
  const folder = () => {
    const { path, run } = emptyFolder();
    const plan = [
      `（1）サービス${EVIL}水準の向上`,
      `■ KPI：${EVIL}郵送化${EVIL}率を 95.0％以上とする（令和2年度見込み${EVIL} 92.0％）`,
      `■ KPI：=HYPERLINK("http://example.com")を 3 件以上とする`,
      `■ KPI：${EVIL}`,
      `■ KPI：+SUM(A1)な${EVIL}意見発信を実施する`,
      `ただし${EVIL}、入札件数が4件以下の場合は1件以下とする`,
    ];
    writeFileSync(join(path, 'p.txt'), HEAD + plan.join('\n'));
    writeFileSync(
      join(path, 'a.csv'),
      `支部,年度,施策,指標,実績,計画達成度\n熊本,2021,サービス${EVIL},郵送化${EVIL}率,96${EVIL}％,計画${EVIL}\n${EVIL},20${EVIL}21,x,y,3,\n熊本,2021,x,=cmd|x!A1${EVIL},-5,\n`,
    );
    run(['ingest', 'p.txt', '--quiet']);
    run(['actuals', 'a.csv', '--quiet']);
    return run;
  };

  const reports = [
    'ingest p.txt --dry-run',
    'actuals a.csv --dry-run',
    'list',
    'score',
    'score --actuals a.csv',
    'diff p.txt p.txt',
    'trend --branch 熊本 --indicator 郵送化率',
  ];
  const commands = [
    ...reports.flatMap((command) => ['table', 'csv', 'md'].map((format) => `${command} --format ${format}`)),
    ...['ingest p.txt --dry-run --format json', 'actuals a.csv --dry-run --format ndjson', 'score --format json'],
    ...['stylish', 'json', 'ndjson', 'md', 'junit', 'sarif', 'github', 'tap'].map((format) => `check p.txt --format ${format}`),
    'template',
    'report --branch 熊本 --md',
  ];

  test('every format of every command, and standard error', { timeout: 120_000 }, () => {
    const run = folder();
    for (const command of commands) {
      const { stdout, stderr } = run([...command.split(' '), '--lang', 'en']);
      expect([command, RAW.exec(stdout)?.[0], RAW.exec(stderr)?.[0]]).toEqual([command, undefined, undefined]);
    }
    for (const args of [
      [`${EVIL}.txt`],
      ['--branch', EVIL],
      ['--year', EVIL],
      [`--${EVIL}`],
      ['p.txt', '--family', EVIL],
      ['--catalog', EVIL, 'p.txt'],
    ]) {
      const { status, stderr } = run(['ingest', ...args]);
      expect([status, RAW.exec(stderr)?.[0], stderr.trimEnd().includes('\n')]).toEqual([2, undefined, false]);
    }
  });

  test('a CSV has no cell that a spreadsheet runs, and a negative number stays one', () => {
    const run = folder();
    const sheets = ['list', 'actuals a.csv --dry-run', 'ingest p.txt --dry-run'].map(
      (command) => run([...command.split(' '), '--format', 'csv']).stdout,
    );
    for (const sheet of [...sheets, run(['template']).stdout]) {
      const cells = sheet.replace(/^\ufeff/, '').split(/\r\n|,(?=(?:[^"\n]*"[^"\n]*")*[^"\n]*$)/m);
      expect(cells.filter((cell) => /^"?[=+@]./.test(cell) || /^"?-(?!\d+(?:\.\d+)?"?$)/.test(cell))).toEqual([]);
    }
    expect(sheets[0]).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(sheets[1]).toMatch(/,-5,/);
  });
});

describe('characters that are none', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'NUL bytes',
      Buffer.from(`${HEAD}■ KPI：郵送化率\0を95％以上とする\n`),
      /^kpi: p\.txt: not a text file \(it has NUL bytes\)\. Give a text file\.\n$/,
    ],
    [
      'a lone surrogate in UTF-8',
      Buffer.concat([Buffer.from(HEAD), Buffer.from([0xed, 0xa0, 0x80])]),
      /^kpi: p\.txt: byte \d+ .* is not valid utf-8\..*\n$/,
    ],
    ['a lone surrogate in UTF-16', Buffer.from(`\ufeff${HEAD}\ud800`, 'utf16le'), /^kpi: p\.txt: byte \d+ .* is not valid utf-16le\..*\n$/],
  ])('%s', (_, bytes, line) => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'p.txt'), bytes);
    const { status, stdout, stderr } = run(['ingest', 'p.txt', '--lang', 'en']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(line);
  });
});

describe('size', () => {
  /** Larger than a string that is made at once. */
  function large(path: string, piece: string, times: number): void {
    const file = openSync(path, 'w');
    writeSync(file, HEAD);
    for (let written = 0; written < times; written++) writeSync(file, piece);
    closeSync(file);
  }

  test.each([
    [
      '100 MB of one line',
      'x'.repeat(1024 * 1024),
      100,
      'line 3 is too long (the limit is 16 million characters). Check that its line breaks are not lost.',
    ],
    ['10 million lines of ■ KPI：', '■ KPI：\n'.repeat(10_000), 1000, 'too many lines (the limit is 5,000,000). Split it.'],
    [
      '2 million KPIs of one plan',
      '■ KPI：郵送化率を 95.0％以上とする\n'.repeat(10_000),
      200,
      'the paper from line 1 on is too long (150,000 lines, 16 million characters for one body and year). Split it.',
    ],
    [
      'a title on every line',
      '令和3年度 大分支部事業計画\n令和3年度 熊本支部事業計画\n'.repeat(10_000),
      10,
      'up to line 50002 the branch or year changes 50,000 times. Check that this is the text of plans, or split it.',
    ],
    [
      '130 MB',
      `${'x'.repeat(1023)}\n`.repeat(1024),
      130,
      'too large (the limit is 128 MB). Split it, or raise the limit with --max-bytes.',
    ],
  ])('%s is refused, with the limit and what to do', (_, piece, times, why) => {
    const { path, run } = emptyFolder();
    large(join(path, 'p.txt'), piece, times);
    expect(run(['ingest', 'p.txt', '--lang', 'en'])).toEqual({ status: 2, stdout: '', stderr: `kpi: p.txt: ${why}\n` });
  });

  test('a CSV of actuals with more lines than any has', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'a.csv'), '支部,年度,指標,実績\n'.repeat(200_001));
    expect(run(['actuals', 'a.csv', '--lang', 'en'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'kpi: a.csv: too many lines (the limit is 200,000). Split it.\n',
    });
  });

  test('the same result on every line of a CSV takes linear time', () => {
    const { path, run } = emptyFolder();
    const seconds = (lines: number) => {
      writeFileSync(
        join(path, 'a.csv'),
        `支部,年度,施策,指標,実績,計画達成度\n${'熊本,2021,サービス,郵送化率,95.1,計画通りに実施\n'.repeat(lines)}`,
      );
      const start = performance.now();
      const { status } = run(['actuals', 'a.csv', '--dry-run', '--format', 'ndjson', '--output', 'o', '--quiet']);
      expect(status).toBe(0);
      return (performance.now() - start) / 1000;
    };
    // In quadratic time four times the lines take sixteen times as long.
    expect(seconds(80_000) / seconds(20_000)).toBeLessThan(8);
  });

  test('a text of many plans is read plan by plan, in the order of its lines', () => {
    const { path, run } = emptyFolder();
    const plan = (branch: string) => `令和3年度 ${branch}支部事業計画\n${'■ KPI：郵送化率を 95.0％以上とする\n'.repeat(1000)}`;
    large(join(path, 'p.txt'), plan('大分') + plan('熊本'), 60);
    const { status, stderr } = run(['ingest', 'p.txt', '--dry-run', '--format', 'ndjson', '--output', 'o', '--lang', 'en']);
    expect([status, stderr]).toEqual([
      0,
      'p.txt: plan, 熊本 大分, FY2021, KPI markers 120000, Targets 120000, Coverage 0, Unread 0, Findings 0, dry run\n',
    ]);
    const targets = readFileSync(join(path, 'o'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = Array.from({ length: 120_000 }, (_, at) => ['大分', '熊本'][Math.floor(at / 1000) % 2]);
    expect(targets.map(({ branch }) => branch)).toEqual(expected);
    expect(targets.every(({ source }, at) => at === 0 || source.lineStart > targets[at - 1].source.lineStart)).toBe(true);
  });

  test('the limit can be raised, and lowered', () => {
    const { path, run } = emptyFolder();
    large(join(path, 'p.txt'), `${'x'.repeat(1023)}\n`.repeat(1024), 15);
    expect(run(['check', 'p.txt', '--max-bytes', '8MB', '--lang', 'en']).stderr).toMatch(/too large \(the limit is 8 MB\)/);
    expect(run(['ingest', 'p.txt', '--max-bytes', '16MB', '--dry-run', '--lang', 'en']).status).toBe(0);
    expect(run(['ingest', 'p.txt', '--max-bytes', '1000', '--lang', 'en']).stderr).toMatch(/too large \(the limit is 1,000 bytes\)/);
    expect(run(['actuals', 'p.txt', '--max-bytes', '1k', '--lang', 'en']).stderr).toMatch(/too large/);
    expect(kpi(['ingest', '-', '--max-bytes', '10', '--lang', 'en'], { input: HEAD }).stderr).toMatch(/^kpi: <stdin>: too large/);
    expect(run(['ingest', 'p.txt', '--max-bytes', 'viel', '--lang', 'en']).stderr).toBe(
      'kpi: cannot read --max-bytes "viel": write 64MB or 1GB\n',
    );
  });

  test('a document that takes too long is given up, and the others are read', () => {
    const { path, run } = emptyFolder();
    large(join(path, 'a.txt'), `■ KPI：郵送化率を 95.0％以上とする（令和2年度見込み 92.0％）\n`.repeat(1000), 140);
    writeFileSync(join(path, 'b.txt'), `${HEAD}■ KPI：郵送化率を 95.0％以上とする\n`);
    const { status, stdout, stderr } = run(['ingest', '.', '--timeout', '1', '--dry-run', '--format', 'ndjson', '--lang', 'en']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: a\.txt: not read within 1 second, and given up\. Split it, or allow more with --timeout\.\n/m);
    expect(stdout).toContain('"document":"b.txt"');
    expect(stdout).not.toContain('"document":"a.txt"');
  });

  test('kpi check: a document that takes too long or too much memory is one line, and the others are checked', () => {
    const { path, run } = emptyFolder();
    large(join(path, 'a.txt'), `■ KPI：郵送化率を 95.0％以上とする（令和2年度見込み 92.0％）\n`.repeat(1000), 140);
    writeFileSync(join(path, 'b.txt'), `${HEAD}■ KPI：サービススタンダートを 100％とする\n`);
    const timed = run(['check', '.', '--timeout', '1', '--lang', 'en']);
    expect(timed.status).toBe(2);
    expect(timed.stderr).toBe('kpi: a.txt: not read within 1 second, and given up. Split it, or allow more with --timeout.\n');
    expect(timed.stdout).toMatch(/^b\.txt:\d+: warning: .* \[target\/text\]\n/);
    const full = run(['check', '.', '--lang', 'en'], { env: { NODE_OPTIONS: '--max-old-space-size=60' } });
    expect(full.status).toBe(2);
    expect(full.stderr).toBe('kpi: a.txt: takes more memory than there is. Split it.\n');
    expect(full.stdout).toBe(timed.stdout);
  });

  test.each(['diff a.txt b.txt', 'explain target/text:2adf913d a.txt'])('kpi %s is bounded too', (command) => {
    const { path, run } = emptyFolder();
    large(join(path, 'a.txt'), `■ KPI：郵送化率を 95.0％以上とする（令和2年度見込み 92.0％）\n`.repeat(1000), 140);
    writeFileSync(join(path, 'b.txt'), `${HEAD}■ KPI：サービススタンダートを 100％とする\n`);
    expect(run([...command.split(' '), '--timeout', '1', '--lang', 'en'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'kpi: a.txt: not read within 1 second, and given up. Split it, or allow more with --timeout.\n',
    });
  });
});
