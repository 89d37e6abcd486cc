import { describe, expect, test } from 'vitest';
import { KpiError } from '../../../src/model/index.ts';
import { documentFromPdf } from '../../../src/source/pdf/read.ts';
import { encrypted } from './encrypted.ts';
import { at, deflated, pagesOf, pdfOf, shown, stream } from './handmade.ts';

const PLAN = at(50, 800, '令和3年度 事業計画（熊本支部）') + at(50, 780, '■ KPI：郵送化率を 95.0％以上とする');

async function said(bytes: Uint8Array, options: Parameters<typeof documentFromPdf>[2] = {}): Promise<string> {
  try {
    const { pages } = await documentFromPdf('a.pdf', bytes, options);
    return `read: ${pages.map(({ lines }) => lines.map(({ text }) => text).join(' / ')).join(' // ')}`;
  } catch (error) {
    if (error instanceof KpiError) return error.text.en;
    throw error;
  }
}

const whole = pagesOf([PLAN]);

const page = (resources: string, content: Uint8Array, ...others: (string | Uint8Array)[]) =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>`,
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << ${resources} >> >>`,
    content,
    ...others,
  ]);

const form = (inner: string, resources: string) =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`, inner);

describe('PDFs that are not what they should be: one clear line, in time', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['nothing behind the mark', () => Buffer.from('%PDF-1.7\n'), /^a\.pdf: the PDF is broken .* it ends at byte 9 /],
    [
      'the first half',
      () => whole.subarray(0, whole.length >> 1),
      /^a\.pdf: (?:the PDF is broken .* it ends at byte \d+|page 1 of the PDF is broken|the PDF has no text)/,
    ],
    ['noise behind the mark', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_000, 0x5b)]), /^a\.pdf: the PDF is broken/],
    [
      'a page tree that goes round in a circle',
      () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
      /^a\.pdf: (?:page 1 of )?the PDF (?:is broken|has no text)/,
    ],
    [
      'a form that paints itself',
      () => page('/XObject << /X 5 0 R >>', stream('', '/X Do'), form('/X Do', '/XObject << /X 5 0 R >>')),
      /^a\.pdf: the PDF has no text|^a\.pdf: page 1 of the PDF is broken/,
    ],
    [
      'forms that paint each other ten times each, ten deep',
      () =>
        page(
          '/XObject << /X 5 0 R >>',
          stream('', '/X Do '.repeat(10)),
          ...Array.from({ length: 10 }, (_, i) => form(i < 9 ? '/X Do '.repeat(10) : '0 0 m 100 0 l S', `/XObject << /X ${i + 6} 0 R >>`)),
          form('', ''),
        ),
      /^a\.pdf: (?:the PDF has no text|stopped reading the PDF|page 1 of the PDF)/,
    ],
    [
      'a cross-reference table that leads to itself',
      () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'], '/Prev 9'),
      /^a\.pdf: /,
    ],
    ['brackets in brackets', () => page('', stream('', `${'['.repeat(200_000)} Tj`)), /^a\.pdf: /],
    [
      'gigabytes that pack small',
      () => page('', deflated(Buffer.alloc(200_000_000, 0x20))),
      /^a\.pdf: (?:the PDF has no text|stopped reading|page 1 of the PDF)/,
    ],
    [
      '60,000 characters on top of each other',
      () => pagesOf([`BT /F1 10 Tf -9.99 Tc 50 700 Td ${shown('あ'.repeat(60_000))} ET`]),
      /^a\.pdf: page 1 of the PDF has too many characters/,
    ],
    [
      'a picture and no text',
      () =>
        page(
          '/XObject << /I 5 0 R >>',
          stream('', '595 0 0 842 0 0 cm /I Do'),
          stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\0'),
        ),
      /^a\.pdf: the PDF has no text \(pages: 1\)\. It looks scanned, .* Run OCR/,
    ],
    ['blank pages', () => pagesOf(['', '']), /^a\.pdf: the PDF has no text \(pages: 2\)\. .*OCR/],
  ])(
    '%s',
    async (_, bytes, line) => {
      const start = performance.now();
      expect(await said(bytes())).toMatch(line);
      expect(performance.now() - start).toBeLessThan(45_000);
    },
    60_000,
  );

  test('10,000 empty pages: refused by their number, and read in part', async () => {
    const kids = Array.from({ length: 10_000 }, (_, i) => `${i + 3} 0 R`).join(' ');
    const pages = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 10000 /MediaBox [0 0 595 842] >>`,
      ...Array.from({ length: 10_000 }, () => '<< /Type /Page /Parent 2 0 R >>'),
    ]);
    expect(await said(pages)).toMatch(/^a\.pdf: too many pages \(10000; the limit is 3000\)\. Name a range with --pages, or raise/);
    expect(await said(pages, { pages: '1-100' })).toMatch(/^a\.pdf: the PDF has no text \(pages: 100\)/);
    expect(await said(pages, { pages: '1-100', maxPages: 99 })).toMatch(/^a\.pdf: too many pages \(100; the limit is 99\)/);
  }, 60_000);

  test.each([
    [undefined, 'a.pdf: the PDF is encrypted: a password is needed. Give it with --password or KPI_PDF_PASSWORD.'],
    ['', 'a.pdf: the PDF is encrypted: a password is needed. Give it with --password or KPI_PDF_PASSWORD.'],
    ['open', 'a.pdf: the password is wrong. Give the right one with --password or KPI_PDF_PASSWORD.'],
    ['sesame', 'read: 事業計画'],
    ['owner', 'read: 事業計画'],
  ])('an encrypted PDF with the password %s', async (password, expected) => {
    expect(await said(encrypted([at(50, 700, '事業計画')], 'sesame', 'owner'), { password })).toBe(expected);
  });

  test('a PDF that only its owner locked opens without a password', async () => {
    const pdf = encrypted([at(50, 700, '事業計画')], '', 'owner');
    expect(await said(pdf)).toBe('read: 事業計画');
    // One password is given for all files of a folder.
    expect(await said(pdf, { password: 'of another file' })).toBe('read: 事業計画');
  });

  test('the next PDF is read as if nothing had been', async () => {
    expect(await said(whole)).toBe('read: 令和3年度 事業計画（熊本支部） / ■ KPI：郵送化率を 95.0％以上とする');
  });

  test.each([
    ['2', 'read: b'],
    ['2-', 'read: b // c'],
    ['1,3', 'read: a // c'],
    ['9', 'a.pdf: it has no page 9, only 3. Give other pages with --pages.'],
    ['x', 'a.pdf: --pages "x" is no range of pages. Give it as 3-10 or 1,4-6.'],
    ['3-1', 'a.pdf: --pages "3-1" is no range of pages. Give it as 3-10 or 1,4-6.'],
  ])('--pages %s', async (pages, expected) => {
    expect(await said(pagesOf(['a', 'b', 'c'].map((text) => at(50, 700, text))), { pages })).toBe(expected);
  });
});
