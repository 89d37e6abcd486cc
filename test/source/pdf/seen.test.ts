import { describe, expect, test } from 'vitest';
import { documentFromPdf } from '../../../src/source/pdf/read.ts';
import { at, type Extra, pagesOf, stream } from './handmade.ts';

const SEEN = ['郵送化率を 95.0％以上とする、とこの計画は定める', '健診の枠を持つ機関を増やし、予約の取りにくい月をなくす'];
const UNSEEN = '査定率を 0.1％以上とする';

const body = (prefix = '') => SEEN.map((text, i) => `${prefix}${at(50, 700 - 20 * i, text)}`).join('');

async function linesOf(content: string, extra?: Extra): Promise<string[]> {
  const { pages } = await documentFromPdf('a.pdf', pagesOf([content], undefined, undefined, extra), {});
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

/** A picture of one grey point, spread over a part of the page. */
const PICTURE = stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray', '\x7f');
const LARGE = stream('/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray', '\x7f\x7f');
const pictured = (picture: Uint8Array): Extra => ({ resources: '/XObject << /X1 6 0 R >>', objects: [picture] });

describe('what a reader does not see is no text', () => {
  test.each([
    ['white on white paper', `1 g ${at(50, 500, UNSEEN)} 0 g `, {}],
    ['without ink, where nothing stands for it', `3 Tr ${at(50, 500, UNSEEN)} 0 Tr `, {}],
    ['all paper shining through', `/G1 gs ${at(50, 500, UNSEEN)}`, { resources: '/ExtGState << /G1 << /ca 0 >> >>' }],
    ['outside of what is clipped', `q 0 0 10 10 re W n ${at(50, 500, UNSEEN)} Q `, {}],
    ['beside the page', at(700, 500, UNSEEN), {}],
    ['cut off the page', at(50, 500, UNSEEN), { pages: '/CropBox [0 550 595 842]' }],
    [
      'in a form, outside of its box',
      '/X1 Do ',
      {
        resources: '/XObject << /X1 6 0 R >>',
        objects: [stream('/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /Font << /F1 3 0 R >> >>', at(50, 500, UNSEEN))],
      },
    ],
  ])('%s', async (_, content, extra) => {
    expect(await linesOf(`${body()}q ${content}Q\n`, extra)).toEqual(SEEN);
  });
});

describe('what a reader sees is', () => {
  test.each([
    ['white on a coloured ground', `0.2 0.3 0.6 rg 40 490 300 30 re f 1 g ${at(50, 500, UNSEEN)}`, {}],
    ['white on a picture', `q 300 0 0 30 40 490 cm /X1 Do Q 1 g ${at(50, 500, UNSEEN)}`, pictured(PICTURE)],
    ['white on a picture that is too large to be looked at', `q 300 0 0 30 40 490 cm /X1 Do Q 1 g ${at(50, 500, UNSEEN)}`, pictured(LARGE)],
    ['the text of a picture, read by a machine', `q 300 0 0 30 40 490 cm /X1 Do Q 3 Tr ${at(50, 500, UNSEEN)}`, pictured(LARGE)],
    ['only outlines', `1 Tr ${at(50, 500, UNSEEN)}`, {}],
    ['within what is clipped', `40 490 300 30 re W n ${at(50, 500, UNSEEN)}`, {}],
  ])('%s', async (_, content, extra) => {
    expect(await linesOf(`${body()}q ${content} Q\n`, extra)).toEqual([...SEEN, UNSEEN]);
  });

  test('the text of a scanned page, also beside a page number that is printed', async () => {
    expect(await linesOf(body('3 Tr '))).toEqual(SEEN);
    expect(await linesOf(body('3 Tr ') + at(290, 30, '- 3 -', 10).replace('BT', 'BT 0 Tr'))).toEqual([...SEEN, '- 3 -']);
  });

  test('printed text that a machine has read again, once', async () => {
    const again = SEEN.map((text, i) => at(50.8, 700.4 - 20 * i, text, 9.9)).join('');
    expect(await linesOf(`${body()}3 Tr ${again}`)).toEqual(SEEN);
  });

  test('red outlines are red', async () => {
    const { pages } = await documentFromPdf('a.pdf', pagesOf([`1 0 0 RG 1 Tr ${at(50, 700, '94.6％')}`]), {});
    expect(pages[0]?.lines[0]?.red).toEqual(['94.6％']);
  });

  test.each([
    ['in pink', '1 0.8 0.8 rg', {}],
    ['let through to a fifth', '/G1 gs 0 g', { resources: '/ExtGState << /G1 << /ca 0.2 >> >>' }],
  ])('a large watermark behind the text, %s, is none of its lines', async (_, colour, extra) => {
    expect(await linesOf(`q ${colour} ${at(60, 690, '取扱注意', 60)} Q ${body()}`, extra)).toEqual(SEEN);
  });
});
