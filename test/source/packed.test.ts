import { expect, test } from 'vitest';
import type { Document } from '../../src/source/document.ts';
import { packed, unpacked } from '../../src/source/packed.ts';
import { documentFromText } from '../../src/source/text.ts';

/** What goes from one thread to another is copied like this. */
const sent = (document: Document): Document => unpacked(structuredClone(packed(document)));

test.each([
  ['lines', '一行目\n二行目\n'],
  ['blank lines, one of them the last', '\n\n三行目\n\n'],
  ['a last line without a break', '一行目\n二行目'],
  ['pages, one of them empty', '一頁\n\f\f三頁\n\n'],
  ['a form feed inside a line', '- 10 -\f令和3年度\n次の行\n'],
  ['marks that break no line', '一行\u2028目\u000b\u0085続き\r\n二行目\r'],
])('%s', (_, text) => {
  const document = documentFromText('p.txt', text);
  expect(sent(document)).toEqual(document);
});

test('lines of paper: places on the page, red words, cells, and pages without a line', () => {
  const document: Document = {
    name: 'p.pdf',
    hash: 'abc',
    encoding: 'pdf',
    pages: [
      { number: 3, lines: [] },
      {
        number: 4,
        lines: [
          { number: 2, onPage: 1, text: '一行目' },
          { number: 4, onPage: 2, onPageEnd: 3, text: '', red: ['96.1%'] },
          { number: 5, onPage: 4, text: '郵送化率', cell: { table: 0, row: 1, column: 2 } },
        ],
      },
      { number: 5, lines: [{ number: 6, onPage: 1, text: '' }] },
    ],
  };
  expect(sent(document)).toEqual(document);
});
