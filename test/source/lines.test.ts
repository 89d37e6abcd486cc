import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { documentFromText } from '../../src/source/text.ts';

/** Pages as `number:text` of their lines. */
const read = (text: string) =>
  documentFromText('plan.txt', text).pages.map((page) => page.lines.map((line) => `${line.number}:${line.text}`));

describe('lines', () => {
  test.each<[string, string, string[][]]>([
    ['LF', '目標\n実績\n', [['1:目標', '2:実績']]],
    ['CRLF', '目標\r\n実績\r\n', [['1:目標', '2:実績']]],
    ['CR', '目標\r実績\r', [['1:目標', '2:実績']]],
    ['all three', '目標\r\n\r実績\n\r\n見込み', [['1:目標', '2:', '3:実績', '4:', '5:見込み']]],
    ['no line break at the end', '目標\n実績', [['1:目標', '2:実績']]],
    ['blank lines count', '\n\n目標\n', [['1:', '2:', '3:目標']]],
    ['spaces stay', ' 目標 \n　実績\n', [['1: 目標 ', '2:　実績']]],
    ['a byte-order mark goes', '\ufeff目標\n', [['1:目標']]],
    ['vertical tab, NEL and line separator break nothing', 'a\vb\u0085c\u2028d\n実績\n', [['1:a\vb\u0085c\u2028d', '2:実績']]],
    ['nothing', '', [[]]],
  ])('%s', (_, text, pages) => {
    expect(read(text)).toEqual(pages);
  });
});

describe('a form feed starts a page; lines count on', () => {
  test.each<[string, string, string[][]]>([
    ['at the start of a line', '目標\n- 1 -\n\f実績\n', [['1:目標', '2:- 1 -'], ['3:実績']]],
    ['at the end of a line', '目標\n- 1 -\f\n実績\n', [['1:目標', '2:- 1 -'], ['3:実績']]],
    ['on a line of its own, which counts', '目標\n\f\n実績\n', [['1:目標'], ['2:', '3:実績']]],
    [
      'inside a line, which it breaks',
      '目標\n- 1 -\f実績\n次\n',
      [
        ['1:目標', '2:- 1 -'],
        ['3:実績', '4:次'],
      ],
    ],
    ['with CRLF', '目標\r\n\f実績\r\n', [['1:目標'], ['2:実績']]],
    ['an empty page keeps its number', '目標\n\f\f実績\n', [['1:目標'], [], ['2:実績']]],
    ['an empty first page', '\f目標\n', [[], ['1:目標']]],
    ['one at the end opens no page', '目標\n\f実績\n\f', [['1:目標'], ['2:実績']]],
  ])('%s', (_, text, pages) => {
    expect(read(text)).toEqual(pages);
  });

  test('pages count from 1', () => {
    expect(documentFromText('plan.txt', 'a\n\fb\n\fc\n').pages.map((page) => page.number)).toEqual([1, 2, 3]);
  });
});

describe('hash', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  test.each([['目標\n実績\n'], ['目標\r\n実績\r\n'], ['目標\r実績\r'], ['\ufeff目標\r\n実績\n']])(
    'of the text, whatever its line breaks: %j',
    (text) => {
      expect(documentFromText('plan.txt', text).hash).toBe(sha256('目標\n実績\n'));
    },
  );

  test('changes with the text', () => {
    expect(documentFromText('plan.txt', '目標 95.0％').hash).not.toBe(documentFromText('plan.txt', '目標 95.1％').hash);
  });
});

test('reads millions of form feeds and line breaks in linear time', () => {
  expect(documentFromText('plan.txt', '\f'.repeat(1_000_000)).pages).toHaveLength(1);
  expect(documentFromText('plan.txt', 'a\f'.repeat(300_000)).pages).toHaveLength(300_000);
  expect(documentFromText('plan.txt', '\n'.repeat(1_000_000)).pages[0]?.lines).toHaveLength(1_000_000);
});
