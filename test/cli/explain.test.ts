import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder, fixture, folderWithPlan } from './kpi.ts';

const SLIP = readFileSync(fixture('plan-2021.txt'), 'utf8').replace(
  '実施率 62.5％（実施見込者数：150,000人）',
  '実施率 62.7％（実施見込者数：150,000人）',
);

/** A folder with a plan that has a slip, and the id of what `kpi check` finds. */
function folderWithSlip(): Folder & { readonly id: string } {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'plan.txt'), SLIP);
  const { stdout } = folder.run(['check', 'plan.txt', '--rule', 'coverage/arithmetic', '--format', 'json']);
  return { ...folder, id: JSON.parse(stdout)[0].id };
}

describe('kpi explain <finding>', () => {
  test('of a document that cannot be read, that is all that is said', () => {
    const { run, id } = folderWithSlip();
    const said = 'kpi: gone.txt: no such file or folder. Check the path.\n';
    expect(run(['explain', id, 'gone.txt', '--lang', 'en'])).toEqual({ status: 2, stdout: '', stderr: said });
  });

  test('the passage with the lines around it, the figures marked, the sum, and what the rule does', () => {
    const { run, id } = folderWithSlip();
    const { status, stdout, stderr } = run(['explain', id, 'plan.txt']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.slice(0, 2)).toEqual([id, 'エラー, 熊本 令和3年度']);
    const at = lines.indexOf('  plan.txt:43');
    expect(lines.slice(at + 1, at + 9)).toEqual([
      '  40 | ② 被扶養者には受診券とともに会場の地図を送る。',
      '  41 |',
      '  42 | ○ 被保険者（40歳以上）（実施対象者数：240,000人）',
      '> 43 | ・ 生活習慣病予防健診 実施率 62.7％（実施見込者数：150,000人）',
      expect.stringMatching(/^ {5}\| +\^{4,}/),
      '  44 | ・ 事業者健診データ 取得率 9.0％（取得見込者数：21,600人）',
      '  45 | ○ 被扶養者（実施対象者数：70,000人）',
      '  46 | ・ 特定健康診査 実施率 28.0％（実施見込者数：19,600人）',
    ]);
    expect(stdout).toMatch(/\n計算\n {2}.*150,000 ÷ 240,000.*\n/);
    expect(stdout).toContain('\n規則 coverage/arithmetic\n');
  });

  test('without paths the documents on record are looked through', () => {
    const { run, id } = folderWithSlip();
    run(['ingest', 'plan.txt']);
    expect(run(['explain', id]).stdout).toContain('> 43 | ');
  });

  test('in JSON', () => {
    const { run, id } = folderWithSlip();
    const { stdout } = run(['explain', id, 'plan.txt', '--format', 'json', '--lang', 'en']);
    expect(JSON.parse(stdout)).toMatchObject({
      id,
      finding: { rule: 'coverage/arithmetic', branch: '熊本' },
      rule: { id: 'coverage/arithmetic', summary: expect.any(String) },
      passage: { document: 'plan.txt', lineStart: 43 },
    });
    expect(JSON.parse(stdout).passage.lines).toHaveLength(7);
  });

  test('a rule that the configuration leaves out is explained all the same', () => {
    const folder = folderWithSlip();
    writeFileSync(join(folder.path, 'kpi.config.json'), JSON.stringify({ rules: { 'coverage/arithmetic': 'off' } }));
    expect(folder.run(['explain', folder.id, 'plan.txt']).status).toBe(0);
  });

  test('one that has been mended is said not to be there', () => {
    const folder = folderWithSlip();
    copyFileSync(fixture('plan-2021.txt'), join(folder.path, 'plan.txt'));
    const { status, stdout, stderr } = folder.run(['explain', folder.id, 'plan.txt']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `kpi: 指摘 ${folder.id} は plan.txt にありません。直されたか、別の文書のものです。kpi check で今の ID を確かめてください。\n`,
    );
  });

  test.each([
    [['coverage/arithmetic:00000000'], /を探す文書がありません。kpi explain coverage\/arithmetic:00000000 plan\.txt/],
    [['coverage/arithmetik:00000000', 'plan.txt'], /「coverage\/arithmetic」ではありませんか/],
    [['coverage/arithmetic:00000000', 'absent.txt'], /absent\.txt: 見つかりません/],
  ])('kpi explain %j', (args, line) => {
    const { status, stdout, stderr } = folderWithSlip().run(['explain', ...args]);
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 });
    expect(stderr).toMatch(line);
  });
});

describe('kpi explain <target>', () => {
  const ID = 'kumamoto-2021-mailing-rate';

  /** The plan and results of `fixtures/`, read from copies in the folder. */
  function folderWithResults(): Folder {
    const folder = emptyFolder();
    for (const name of ['plan-2021.txt', 'actuals-2021.csv']) copyFileSync(fixture(name), join(folder.path, name));
    folder.run(['ingest', 'plan-2021.txt']);
    folder.run(['actuals', 'actuals-2021.csv']);
    return folder;
  }

  test('what it asks for, where, what came of it, and why it scored so', () => {
    const { status, stdout, stderr } = folderWithResults().run(['explain', ID]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.slice(0, 3)).toEqual([ID, '現金給付等の申請に係る郵送化率', '熊本 令和3年度, 基盤的保険者機能 ＞ サービス水準の向上']);
    expect(stdout).toContain('\n目標 95.0%以上\n  plan-2021.txt:15\n');
    expect(stdout).toContain(
      `> 15 | ② 現金給付等の申請に係る郵送化率を ９５.０％以上とする（令和２年度見込み 94.1％）\n     | ${' '.repeat(35)}^^^^^^^\n`,
    );
    expect(stdout).toContain('\n並べて書かれた値\n  令和2年度見込み 94.1%\n');
    expect(stdout).toContain('\n実績 ９６.１％\n  actuals-2021.csv:3\n');
    expect(stdout).toContain('\nそれまでの実績\n  令和2年度 94.3%\n  actuals-2021.csv:3\n');
    expect(stdout).toMatch(/\n判定 達成（基準: branch、目標 95\.0%以上、達成度 101\.2%、差 1\.1%）\n {2}実績 96\.1％ ≧ 目標 95\.0％/);
  });

  test('by another rubric, in JSON, exact', () => {
    const { stdout } = folderWithResults().run(['explain', ID, '--rubric', 'headquarters', '--format', 'json']);
    expect(stdout).toContain('"value": 95.0');
    expect(JSON.parse(stdout)).toMatchObject({ id: ID, rubric: 'headquarters', score: { verdict: '達成' }, result: { lineStart: 3 } });
  });

  test('a document that is gone or changed is quoted as it was read', () => {
    const folder = folderWithResults();
    writeFileSync(join(folder.path, 'plan-2021.txt'), '差し替えました。\n');
    expect(folder.run(['explain', ID, '--lang', 'en']).stdout).toContain(
      `> 15 | ② 現金給付等の申請に係る郵送化率を ９５.０％以上とする（令和２年度見込み 94.1％）\n     | ${' '.repeat(35)}^^^^^^^\n  (the document is not at hand, or has changed: as it was read)\n`,
    );
  });

  test('of a document that is named, without any store', () => {
    const { status, stdout } = emptyFolder().run(['explain', ID, fixture('plan-2021.txt')]);
    expect(status).toBe(0);
    expect(stdout).toContain('\n実績 -\n');
    expect(stdout).toMatch(/\n判定 判定できない（基準: branch/);
  });

  test.each([
    ['kumamoto-2021-mailing-rat', /「kumamoto-2021-mailing-rate」ではありませんか/],
    ['nothing-at-all-like-it', /ID「nothing-at-all-like-it」の目標はデータベースにありません/],
  ])('%s', (id, line) => {
    const { status, stdout, stderr } = folderWithPlan().run(['explain', id]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(line);
  });
});
