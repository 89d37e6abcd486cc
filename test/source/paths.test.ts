import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPaths } from '../../src/source/paths.ts';
import { expandPaths } from '../../src/source/read.ts';
import { textOf } from './message.ts';

const home = process.cwd();
const root = mkdtempSync(join(tmpdir(), 'kpi-paths-'));

beforeAll(() => {
  for (const folder of ['plans/2021/b', 'plans/.git', 'plans/node_modules', 'empty/deeper', 'links', 'broken', '計画'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    'plans/b.txt',
    'plans/a.TXT',
    'plans/table.csv',
    'plans/plan.pdf',
    'plans/c.docx',
    'plans/~$c.docx',
    'plans/2021/10.md',
    'plans/2021/2.text',
    'plans/2021/b/熊本.txt',
    'plans/.git/config.txt',
    'plans/.hidden.txt',
    'plans/node_modules/readme.md',
    'empty/deeper/table.csv',
    '計画/[1].txt',
    '計画/青森.txt',
  ]) {
    writeFileSync(join(root, file), 'KPI\n');
  }
  symlinkSync('../plans/b.txt', join(root, 'links/file.txt'));
  symlinkSync('../plans', join(root, 'links/folder'));
  symlinkSync('nowhere.txt', join(root, 'broken/broken.txt'));
  process.chdir(root);
});

afterAll(() => {
  process.chdir(home);
  rmSync(root, { recursive: true });
});

describe('stand for', () => {
  test.each<[string, string[], string[]]>([
    ['a file, whatever its ending', ['plans/table.csv'], ['plans/table.csv']],
    ['a file, written another way', ['./plans//b.txt'], ['plans/b.txt']],
    ['standard input', ['-'], ['-']],
    [
      'a folder: the text files in it and below, sorted',
      ['plans'],
      ['plans/2021/10.md', 'plans/2021/2.text', 'plans/2021/b/熊本.txt', 'plans/a.TXT', 'plans/b.txt', 'plans/c.docx', 'plans/plan.pdf'],
    ],
    ['a folder with a slash', ['plans/2021/'], ['plans/2021/10.md', 'plans/2021/2.text', 'plans/2021/b/熊本.txt']],
    ['a folder with a link to a file; links to folders are not followed', ['links'], ['links/file.txt']],
    ['a glob', ['plans/*.{txt,csv}'], ['plans/b.txt', 'plans/table.csv']],
    ['a glob through folders', ['plans/**/*.md'], ['plans/2021/10.md']],
    ['a glob with Windows backslashes', ['plans\\2021\\*.md'], ['plans/2021/10.md']],
    ['a glob in Japanese', ['計画/青*.txt'], ['計画/青森.txt']],
    ['a file whose name looks like a glob', ['計画/[1].txt'], ['計画/[1].txt']],
    [
      'several, in their order, each once',
      ['plans/b.txt', '-', 'plans/*.txt', './plans/b.txt', 'plans/2021'],
      ['plans/b.txt', '-', 'plans/2021/10.md', 'plans/2021/2.text', 'plans/2021/b/熊本.txt'],
    ],
  ])('%s', async (_, inputs, paths) => {
    expect(await expandPaths(inputs)).toEqual(paths);
  });

  test('this folder', async () => {
    process.chdir(join(root, 'plans/2021'));
    try {
      expect(await expandPaths(['.'])).toEqual(['10.md', '2.text', 'b/熊本.txt']);
      expect(await expandPaths(['../*.txt'])).toEqual(['../b.txt']);
    } finally {
      process.chdir(root);
    }
  });

  test('absolute paths stay absolute', async () => {
    expect(await expandPaths([join(root, 'plans/b.txt'), join(root, 'plans/2021/*.md')])).toEqual([
      join(root, 'plans/b.txt'),
      join(root, 'plans/2021/10.md'),
    ]);
  });
});

describe('refused, with where and what to do', () => {
  test.each<[string, string, RegExp]>([
    ['no such file', 'plans/c.txt', /^plans\/c\.txt: no such file or folder\. Check the path\.$/],
    ['a file as a folder', 'plans/b.txt/c.txt', /^plans\/b\.txt\/c\.txt: no such file: a part of the path is not a folder/],
    ['a broken link', 'broken/broken.txt', /^broken\/broken\.txt: no such file/],
    ['a broken link in a folder', 'broken', /^broken\/broken\.txt: no such file/],
    ['a folder without text files', 'empty', /^empty: no readable file \(\.txt, \.md, \.text, \.docx, \.pdf\) in this folder/],
    ['a glob without a match', 'plans/*.odt', /^plans\/\*\.odt: no file matches this pattern/],
    ['nothing', '', /^"": no such file/],
    ['a device', '/dev/null', /^\/dev\/null: neither a file nor a folder/],
  ])('%s', async (_, input, message) => {
    expect((await textOf(expandPaths([input]))).en).toMatch(message);
  });

  test('a FIFO, without waiting for a writer', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect((await textOf(expandPaths(['pipe']))).en).toMatch(/^pipe: neither a file nor a folder .* standard input with -/);
  });

  test('one by one, where each is to be told', async () => {
    const found = await findPaths(['plans/c.txt', 'plans/b.txt', 'broken', 'plans/*.odt', 'links']);
    expect(found.map(({ path, refused }) => [path, refused === null])).toEqual([
      ['plans/c.txt', false],
      ['plans/b.txt', true],
      ['broken/broken.txt', false],
      ['plans/*.odt', false],
      ['links/file.txt', true],
    ]);
  });

  test('in Japanese, too', async () => {
    expect((await textOf(expandPaths(['計画/岩手.txt']))).ja).toBe('計画/岩手.txt: 見つかりません。パスを確かめてください。');
  });
});
