import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../src/source/read.ts';
import { textOf } from './message.ts';

const root = mkdtempSync(join(tmpdir(), 'kpi-read-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
};

afterAll(() => rmSync(root, { recursive: true }));

describe('a file', () => {
  test('becomes pages and lines under the path as given', async () => {
    const path = file('青森.txt', iconv.encode('① 目標\r\n\f② 実績\r\n', 'cp932'));
    expect(await readDocument(path)).toMatchObject({
      name: path,
      encoding: 'cp932',
      pages: [
        { number: 1, lines: [{ number: 1, text: '① 目標' }] },
        { number: 2, lines: [{ number: 2, text: '② 実績' }] },
      ],
    });
  });

  test('is the same document in another encoding and with other line breaks', async () => {
    const [a, b] = await Promise.all([
      readDocument(file('a.txt', iconv.encode('目標\r\n実績\r\n', 'cp932'))),
      readDocument(file('b.txt', iconv.encode('目標\n実績\n', 'utf8', { addBOM: true }))),
    ]);
    expect(a.hash).toBe(b.hash);
  });

  test('is read in the encoding that is named', async () => {
    const path = file('short.txt', iconv.encode('者\n', 'cp932'));
    expect((await readDocument(path, { encoding: 'sjis' })).pages[0]?.lines[0]?.text).toBe('者');
  });

  test.each<[string, () => string, RegExp]>([
    ['missing', () => join(root, 'none.txt'), /none\.txt: no such file or folder/],
    ['empty', () => file('empty.txt', ''), /empty\.txt: the file is empty/],
    ['a folder', () => root, /: a folder\. Give a file/],
    ['a device', () => '/dev/zero', /^\/dev\/zero: neither a file nor a folder/],
  ])('%s: refused', async (_, path, message) => {
    expect((await textOf(readDocument(path()))).en).toMatch(message);
  });

  test.skipIf(process.getuid?.() === 0)('without permission: refused', async () => {
    const path = file('secret.txt', 'KPI');
    chmodSync(path, 0);
    expect((await textOf(readDocument(path))).en).toMatch(/secret\.txt: permission denied/);
  });

  test('a FIFO: refused without waiting for a writer', async () => {
    mkdirSync(join(root, 'pipes'));
    execFileSync('mkfifo', [join(root, 'pipes/pipe')]);
    expect((await textOf(readDocument(join(root, 'pipes/pipe')))).en).toMatch(/neither a file nor a folder/);
  });
});

describe('standard input', () => {
  test('is read whole, though chunks cut characters in two', async () => {
    const bytes = iconv.encode('① 郵送化率\n', 'cp932');
    const standardInput = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);
    expect(await readDocument('-', { standardInput })).toMatchObject({
      name: '<stdin>',
      encoding: 'cp932',
      pages: [{ lines: [{ text: '① 郵送化率' }] }],
    });
  });

  test('with nothing in it: refused', async () => {
    expect((await textOf(readDocument('-', { standardInput: Readable.from([]) }))).en).toBe(
      '<stdin>: the file is empty. Give another file.',
    );
  });
});
