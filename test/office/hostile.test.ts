import { describe, expect, test } from 'vitest';
import { readWorkbookTable } from '../../src/actuals/workbook.ts';
import { KpiError } from '../../src/model/errors.ts';
import { documentFromDocx } from '../../src/source/office/docx.ts';
import { docxOf, type Part, xlsxOf, zipOf } from './zip.ts';

const MAX = 2 ** 24;
const ENTITIES = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'abcdefghij'[at + 1]} "${`&${'abcdefghij'[at]};`.repeat(10)}">`).join('')}]>`;
const MEGABYTE = 2 ** 20;

async function refusal(read: () => Promise<unknown>): Promise<string> {
  try {
    await read();
  } catch (error) {
    if (error instanceof KpiError) return error.text.en;
    throw error;
  }
  return 'was read';
}

const workbook = (bytes: Uint8Array) => refusal(() => readWorkbookTable('r.xlsx', bytes, { maxBytes: MAX }));
const word = (bytes: Uint8Array) => refusal(() => documentFromDocx('p.docx', bytes, MAX));

/** Every part of an archive again, some of them changed. */
const withParts = (...changed: Part[]) => zipOf([{ name: '_rels/.rels', content: '' }, ...changed]);

describe('is refused in one line', () => {
  const header = '<row><c t="inlineStr"><is><t>指標</t></is></c><c t="inlineStr"><is><t>実績</t></is></c></row>';
  test.each<[string, () => Promise<string>, RegExp]>([
    [
      'a sheet that unpacks to more than the limit',
      () => workbook(xlsxOf(`<sheetData>${'<row/>\n'.repeat(3 * MEGABYTE)}</sheetData>`)),
      /too large when unpacked \(the limit is 16 MB\)/,
    ],
    ['a text that does', () => word(docxOf(`<w:p>${'<w:r/>\n'.repeat(3 * MEGABYTE)}</w:p>`)), /too large when unpacked/],
    ['strings that do', () => workbook(xlsxOf('', { strings: '<si><t>xxxxx</t></si>'.repeat(MEGABYTE) })), /too large when unpacked/],
    [
      'a part that unpacks to more than the directory says',
      () => workbook(withParts({ name: '_rels/.rels', content: 'x'.repeat(MEGABYTE), claimed: 10 })),
      /cannot be read as an Office file/,
    ],
    ['entities that expand, in a sheet', () => workbook(xlsxOf('&j;', { head: ENTITIES })), /sheet1\.xml: DOCTYPE/],
    ['entities that expand, in a text', () => word(docxOf('&j;', { head: ENTITIES })), /document2\.xml: DOCTYPE/],
    ['an entity that nothing declares', () => workbook(xlsxOf('<sheetData>&j;</sheetData>')), /undefined entity/],
    ['tags that do not close', () => workbook(xlsxOf('<sheetData><row>')), /cannot be read as an Office file/],
    ['a comment of megabytes', () => workbook(xlsxOf(`<!--${'- '.repeat(3 * MEGABYTE)}-->`)), /characters without a tag/],
    ['a text of megabytes', () => word(docxOf(`<w:p><w:t>${'x'.repeat(6 * MEGABYTE)}</w:t></w:p>`)), /characters without a tag/],
    ['a tag of megabytes', () => workbook(xlsxOf(`<sheetData a="${'x'.repeat(6 * MEGABYTE)}"/>`)), /characters without a tag/],
    ['a million elements in elements', () => workbook(xlsxOf('<a>'.repeat(MEGABYTE))), /<a> × 2000/],
    [
      'a number format of megabytes',
      () => workbook(xlsxOf('', { styles: `<numFmt numFmtId="170" formatCode="${'0'.repeat(MEGABYTE)}"/>` })),
      /formatCode: > 255 characters/,
    ],
    ['a million tables in tables', () => word(docxOf('<w:tr><w:tc>'.repeat(300_000))), /<tr> × 100/],
    ['a million paragraphs in paragraphs', () => word(docxOf('<w:p>'.repeat(300_000))), /<p> × 100/],
    [
      'more cells than anybody fills in',
      () => workbook(xlsxOf(`<sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(100)}</sheetData>`)),
      /too many cells \(the limit is 1,000,000\)/,
    ],
    [
      'merged ranges over everything, again and again',
      () =>
        workbook(
          xlsxOf(
            `<sheetData>${header}${'<row><c><v>1</v></c></row>'.repeat(50_000)}</sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(20_000)}</mergeCells>`,
          ),
        ),
      /too many cells/,
    ],
    ['an archive that was cut off', () => workbook(xlsxOf('').subarray(0, -30)), /cannot be read as an Office file/],
    [
      'an archive that is damaged inside',
      () => workbook(Buffer.from(xlsxOf(header.repeat(50)).map((byte, at) => (at > 40 && at < 300 ? byte ^ 0x55 : byte)))),
      /cannot be read as an Office file/,
    ],
    [
      'bytes that are no UTF-8',
      () => workbook(withParts({ name: '_rels/.rels', content: Buffer.from([0x3c, 0x61, 0xff, 0xfe]) })),
      /cannot be read as an Office file/,
    ],
    [
      'an encrypted part',
      () => workbook(withParts({ name: '_rels/.rels', content: '<a/>', encrypted: true })),
      /protected with a password/,
    ],
    [
      'a name that leads out of the archive',
      () => workbook(withParts({ name: '../../etc/passwd', content: 'x' })),
      /cannot be read as an Office file/,
    ],
    ['an empty archive', () => workbook(zipOf([])), /not an Excel workbook/],
  ])(
    '%s',
    async (_, read, line) => {
      const said = await read();
      expect(said).toMatch(line);
      expect(said).not.toContain('\n');
      expect(said.length).toBeLessThan(400);
    },
    20_000,
  );
});

describe('is read all the same', () => {
  test('row and column numbers that are none', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const bytes = xlsxOf(
      `<sheetData><constructor/><__defineGetter__/><row r="x">${cell('?', '指標')}${cell('', '実績')}</row><row r="1e999">${cell('A0', '郵送化率')}<c r="B2" t="s"><v>99</v></c><c t="n"><v>abc</v></c><c s="99"><v>1e400</v></c></row></sheetData>`,
    );
    const { rows } = await readWorkbookTable('r.xlsx', bytes, { maxBytes: MAX });
    expect(rows.map(({ cells }) => cells)).toEqual([['郵送化率', '', 'abc', '1e400']]);
  });

  test('lists whose levels, starts and counts are none', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="4000000000"><w:lvlText w:val="%9"/></w:lvl><w:lvl w:ilvl="0"><w:start w:val="x"/><w:numFmt w:val="__proto__"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (level: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`;
    const { pages } = await documentFromDocx('p.docx', docxOf(item('0') + item('4000000000') + item('-1'), { numbering }), MAX);
    expect(pages[0]?.lines.map(({ text }) => text)).toEqual(['1) a', 'a', 'a']);
  });
});
