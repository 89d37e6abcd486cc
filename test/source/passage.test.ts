import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/model/index.ts';
import { passageIn } from '../../src/source/passage.ts';
import { documentFromText } from '../../src/source/text.ts';

const document = documentFromText(
  'plan.txt',
  ['一', '二', '■ KPI：受診率を', '- 10 -', '\f', '68.7％以上とする', '六', '七', '八'].join('\n'),
);
const source = (lineStart: number, lineEnd: number, quote: string, page = 1): Source => ({
  document: 'plan.txt',
  page,
  lineStart,
  lineEnd,
  quote,
});

describe('a passage in its document', () => {
  test('stands between the lines around it, over a page end too', () => {
    const lines = passageIn(document, source(3, 6, '■ KPI：受診率を\n68.7％以上とする'), 2);
    expect(lines?.map(({ number, text, quoted }) => `${quoted ? '>' : ' '}${number} ${text}`)).toEqual([
      ' 1 一',
      ' 2 二',
      '>3 ■ KPI：受診率を',
      '>4 - 10 -',
      '>5 ',
      '>6 68.7％以上とする',
      ' 7 六',
      ' 8 七',
    ]);
  });

  test('begins and ends with the document', () => {
    expect(passageIn(document, source(1, 1, '一'), 3)?.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(passageIn(document, source(9, 9, '八', 2), 1)?.map(({ number }) => number)).toEqual([8, 9]);
  });

  test('counts on its page where that is of paper, and may run on to the next', () => {
    const pdf = {
      ...document,
      pages: [
        {
          number: 1,
          lines: [
            // Blank space above it: the number of the whole text runs ahead of the page's.
            { number: 2, onPage: 1, text: '一' },
            { number: 3, onPage: 2, onPageEnd: 3, text: '■ KPI：受診率を' },
          ],
        },
        { number: 2, lines: [{ number: 4, onPage: 1, text: '68.7％以上とする' }] },
      ],
    };
    const place = { ...source(2, 1, '■ KPI：受診率を\n68.7％以上とする'), pageEnd: 2 };
    expect(passageIn(pdf, place, 1)?.map(({ number, text, quoted }) => `${quoted ? '>' : ' '}${number} ${text}`)).toEqual([
      ' 1 一',
      '>2 ■ KPI：受診率を',
      '>1 68.7％以上とする',
    ]);
  });

  test.each([
    ['other words stand there', source(2, 2, '三')],
    ['the lines are in another order', source(1, 2, '二\n一')],
    ['the document ends before', source(20, 20, '一')],
    ['it is on another page', source(1, 1, '一', 2)],
  ])('null where %s', (_, wanted) => {
    expect(passageIn(document, wanted)).toBeNull();
  });
});
