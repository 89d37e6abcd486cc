import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { KpiError } from '../../src/model/errors.ts';
import { withLineFeedBytes } from '../../src/source/line-feeds.ts';
import { decodeText } from '../../src/source/text.ts';

/** With what only Windows-31J has: ①, ㈱, 髙, －, ～. */
const TEXT = '■ ＫＰＩ：① 申請書郵送化率を ９５．０％以上とする\r\n（㈱髙橋 5～6 月、－12 件、ﾃｽﾄ）\r\n';
const NO_EXTENSION = '■ ＫＰＩ：申請書郵送化率を ９５．０％以上とする\n';

/** JIS X 0208 is EUC-JP without the high bits, between escape sequences. */
function iso2022jp(text: string): Buffer {
  const bytes: number[] = [];
  for (const run of text.match(/[\0-\x7f]+|[^\0-\x7f]+/g) ?? []) {
    const euc = iconv.encode(run, 'euc-jp');
    if (euc.length === run.length) bytes.push(...euc);
    else bytes.push(0x1b, 0x24, 0x42, ...euc.map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42);
  }
  return Buffer.from(bytes);
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof KpiError) return error.text.en;
    throw error;
  }
  return 'no error';
}

describe('recognises', () => {
  test.each([
    ['utf-8', iconv.encode(TEXT, 'utf8'), TEXT],
    ['utf-8', iconv.encode(TEXT, 'utf8', { addBOM: true }), TEXT],
    ['cp932', iconv.encode(TEXT, 'cp932'), TEXT],
    ['euc-jp', iconv.encode(NO_EXTENSION, 'euc-jp'), NO_EXTENSION],
    ['iso-2022-jp', iso2022jp(NO_EXTENSION), NO_EXTENSION],
    ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), TEXT],
    ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), TEXT],
    ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: false }), TEXT],
    ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: false }), TEXT],
    ['utf-16be', iconv.encode('　ひらがな　だけ　の　ぶん　です\n', 'utf-16be', { addBOM: false }), '　ひらがな　だけ　の　ぶん　です\n'],
    ['utf-8', Buffer.from('KPI: 95.0%\n'), 'KPI: 95.0%\n'],
    ['utf-8', Buffer.from('\u001b[31mKPI\u001b[0m: 95.0%\n'), '\u001b[31mKPI\u001b[0m: 95.0%\n'],
  ])('%s %#', (encoding, bytes, text) => {
    expect(decodeText(bytes, undefined, 'plan.txt')).toEqual({ text, encoding });
  });

  test('a view into a larger buffer', () => {
    const bytes = iconv.encode(TEXT, 'cp932');
    const around = new Uint8Array(bytes.length + 20).fill(0xff);
    around.set(bytes, 10);
    expect(decodeText(around.subarray(10, 10 + bytes.length), undefined, 'plan.txt').text).toBe(TEXT);
  });
});

describe('with LF line breaks', () => {
  test.each(['utf8', 'cp932', 'euc-jp', 'utf-16le', 'utf-16be'])('%s', (name) => {
    // ഍ and ഊ have the bytes of CR and LF in UTF-16; they are in no other of these encodings.
    const foreign = name.startsWith('utf') ? 'ഀ഍ഊ\u0d0d\u0a0a\u0a0d' : '';
    for (const text of [`一\r\n二\r三\n${foreign}\r\r\n\n\r四`, '一\n', 'KPI\r', '\r\n一\r\n']) {
      const bytes = iconv.encode(text, name);
      const decoded = decodeText(bytes, name === 'utf8' ? 'utf-8' : name, 'plan.txt', withLineFeedBytes).text;
      expect(decoded).toBe(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
      expect(bytes.equals(iconv.encode(text, name))).toBe(true);
    }
  });

  test('half a unit at the end is left for the decoder to refuse', () => {
    expect([...withLineFeedBytes(Buffer.from([0x0d, 0x00, 0x0a]), 'utf-16le')]).toEqual([0x0a, 0x00, 0x0a]);
  });
});

describe('--encoding', () => {
  test.each([
    ['utf-8', 'utf-8', iconv.encode(TEXT, 'utf8')],
    ['UTF8', 'utf-8', iconv.encode(TEXT, 'utf8', { addBOM: true })],
    ['cp932', 'cp932', iconv.encode(TEXT, 'cp932')],
    ['Shift_JIS', 'cp932', iconv.encode(TEXT, 'cp932')],
    ['SJIS', 'cp932', iconv.encode(TEXT, 'cp932')],
    ['Windows-31J', 'cp932', iconv.encode(TEXT, 'cp932')],
    ['utf-16le', 'utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16BE', 'utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: false })],
  ])('%s', (name, encoding, bytes) => {
    expect(decodeText(bytes, name, 'plan.txt')).toEqual({ text: TEXT, encoding });
  });

  test.each([
    ['EUC-JP', iconv.encode(NO_EXTENSION, 'euc-jp')],
    ['iso-2022-jp', iso2022jp(NO_EXTENSION)],
  ])('%s', (name, bytes) => {
    expect(decodeText(bytes, name, 'plan.txt')).toEqual({ text: NO_EXTENSION, encoding: name.toLowerCase() });
  });

  test('overrides what would be recognised', () => {
    const bytes = iconv.encode('者\r\n', 'cp932'); // valid EUC-JP, too
    expect(decodeText(bytes, 'cp932', 'plan.txt').text).toBe('者\r\n');
  });

  test('an unknown name is answered with the known ones', () => {
    expect(messageOf(() => decodeText(Buffer.from('KPI'), 'latin1', 'plan.txt'))).toBe(
      '--encoding latin1: unknown encoding. Use one of: utf-8, cp932, shift_jis, sjis, windows-31j, euc-jp, iso-2022-jp, utf-16le, utf-16be',
    );
  });

  test('a byte-order mark that says otherwise', () => {
    const bytes = iconv.encode(TEXT, 'utf8', { addBOM: true });
    expect(messageOf(() => decodeText(bytes, 'cp932', 'plan.txt'))).toMatch(
      /^plan\.txt: its byte-order mark says utf-8, but --encoding says cp932/,
    );
  });
});

describe('refuses, with where and what to do', () => {
  const damaged = Buffer.concat([Buffer.from('郵送化率'), Buffer.from([0xff]), Buffer.from('を 95.0％以上とする')]);
  test.each<[string, Uint8Array, string | undefined, RegExp]>([
    ['an empty file', Buffer.alloc(0), undefined, /^a\.txt: the file is empty/],
    ['nothing but a mark and blank lines', Buffer.from('\ufeff \r\n\f\n'), undefined, /^a\.txt: the file is empty/],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2'), undefined, /^a\.txt: a PDF, where text is wanted/],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0'), undefined, /^a\.txt: an Office file or a zip, not text\. Give a plan as \.docx/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), undefined, /^a\.txt: an old Office file .* Save it as \.xlsx/],
    ['a workbook that is said to be text', Buffer.from('PK\u0003\u0004\u0014\0'), 'cp932', /^a\.txt: an Office file/],
    ['NUL bytes', Buffer.from('KPI\0\0\0\u0001\u0002 95\0'), undefined, /^a\.txt: not a text file \(it has NUL bytes\)/],
    ['NUL bytes in a named encoding', Buffer.from('KPI\0 95'), 'utf-8', /^a\.txt: not a text file/],
    ['UTF-8 with a broken byte', damaged, undefined, /^a\.txt: byte 12 .* not valid utf-8\. .*--encoding/],
    ['UTF-8 cut off in a character', Buffer.from('郵送化率').subarray(0, 11), undefined, /^a\.txt: byte 9 .* not valid utf-8/],
    [
      'CP932 with a broken byte',
      Buffer.concat([iconv.encode(TEXT, 'cp932'), Buffer.from([0x81, 0xff])]),
      'cp932',
      /^a\.txt: byte 87 .* not valid cp932/,
    ],
    ['CP932 said to be UTF-8', iconv.encode('目標', 'cp932'), 'utf-8', /^a\.txt: byte 0 .* not valid utf-8/],
    [
      'half a unit of UTF-16',
      Buffer.concat([iconv.encode('目標', 'utf-16le'), Buffer.from([0x42])]),
      'utf-16le',
      /^a\.txt: byte 4 .* utf-16le/,
    ],
    ['bytes of no encoding', Buffer.from([0xff, 0xfd, 0x80, 0xff, 0x20, 0xa0, 0xff]), undefined, /^a\.txt: .*--encoding/],
  ])('%s', (_, bytes, encoding, message) => {
    expect(messageOf(() => decodeText(bytes, encoding, 'a.txt'))).toMatch(message);
  });
});
