import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell } from '../../src/actuals/csv-cell.ts';
import { readActuals, readActualsTable } from '../../src/actuals/read.ts';
import { unescapeCell } from '../../src/actuals/row-part.ts';
import { readWorkbookTable } from '../../src/actuals/workbook.ts';
import { KpiError } from '../../src/model/errors.ts';
import { Decimal } from '../../src/model/index.ts';
import { visible } from '../../src/model/visible.ts';
import { exactJson } from '../../src/report/exact-json.ts';
import { documentFromDocx } from '../../src/source/office/docx.ts';
import { decodeText } from '../../src/source/text.ts';
import { book } from '../office/book.ts';
import { docxOf, xlsxOf } from '../office/zip.ts';
import { catalog } from '../score/make.ts';

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', '+SUM(A1)', '-5', '-5.25', '-x', '@a', '＝1', '\t=1', '"', 'a,b', "'=1"),
);

async function refusedOrFine(read: () => unknown): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    expect(error.text.en).not.toContain('\n');
  }
}

describe('a cell of a CSV', () => {
  test('comes back as it was, with what nobody sees made visible', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [[cell = ''] = []] = parse(`${csvCell(text)},x\n`, { relax_column_count: true });
        const seen = text.split('\t').map(visible).join('\t');
        expect([seen, `'${seen}`]).toContain(cell);
        if (!seen.startsWith("'")) expect(unescapeCell(cell).replace(/^'(?=[\t\n])/, '')).toBe(seen);
      }),
    );
  });

  test('is nothing that a spreadsheet runs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = csvCell(text).replace(/^"/, '');
        expect(/^[=+@\t\n]/.test(cell) || /^-(?![\d,.]+"?$)/.test(cell)).toBe(false);
      }),
    );
  });
});

test('a decimal is the same number in JSON', () => {
  const digits = fc.stringMatching(/^-?\d{1,30}(\.\d{1,30})?$/);
  fc.assert(
    fc.property(digits, fc.string({ unit: 'binary' }), (text, name) => {
      const json = exactJson({ value: Decimal.of(text), name, list: [text, null] });
      expect(JSON.parse(json)).toEqual({ value: Number(text), name, list: [text, null] });
    }),
  );
});

describe('whatever the bytes, a reading or one line', () => {
  test('of a text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => refusedOrFine(() => decodeText(bytes, undefined, 'a.txt'))),
    );
  });

  test('of a CSV', async () => {
    const cell = fc.oneof(
      anyText,
      fc.constantFrom('熊本', '2021', '郵送化率', '96.1％', '907/96,681', '指標', '実績', '１／４', '"', ',', '\n', ';', '\t'),
    );
    const csv = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }).map((rows) => rows.map((row) => row.join(',')).join('\n'));
    await fc.assert(
      fc.asyncProperty(csv, (text) => refusedOrFine(() => readActuals('a.csv', `支部,年度,指標,実績\n${text}`, { catalog }))),
      { numRuns: 500 },
    );
  });

  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
  const damaged = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of changes) copy[at % copy.length] = byte;
    return copy;
  };

  test('of a workbook', { timeout: 60_000 }, async () => {
    const whole = await book({
      rows: [
        ['支部', '年度', '指標', '実績'],
        ['熊本', 2021, '郵送化率', { value: 0.961, format: '0.0%' }],
      ],
    });
    for (const bytes of [whole, xlsxOf('<sheetData><row><c><v>1</v></c></row></sheetData>')]) {
      await fc.assert(
        fc.asyncProperty(damage, (changes) =>
          refusedOrFine(async () =>
            readActualsTable('a.xlsx', await readWorkbookTable('a.xlsx', damaged(bytes, changes), { maxBytes: 2 ** 24 }), { catalog }),
          ),
        ),
        { numRuns: 300 },
      );
    }
  });

  test('of a Word document', { timeout: 60_000 }, async () => {
    const whole = docxOf('<w:p><w:r><w:t>■ KPI：郵送化率を95％以上とする</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>');
    await fc.assert(
      fc.asyncProperty(damage, (changes) => refusedOrFine(() => documentFromDocx('a.docx', damaged(whole, changes), 2 ** 24))),
      { numRuns: 300 },
    );
  });

  test('of XML that is well-formed and makes no sense', { timeout: 60_000 }, async () => {
    const element = (names: readonly string[]) =>
      fc.letrec<{ node: string }>((tie) => ({
        node: fc.oneof(
          { maxDepth: 6 },
          fc.constantFrom('1', 'x', '熊本', '0.5', ''),
          fc
            .tuple(
              fc.constantFrom(...names),
              fc.constantFrom('', ' r="B2"', ' t="s"', ' s="1"', ' w:val="1"', ' ref="A1:B9"', ' w:type="page"'),
              fc.array(tie('node'), { maxLength: 4 }),
            )
            .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
        ),
      })).node;
    const sheet = element(['row', 'c', 'v', 'f', 'is', 't', 'sheetData', 'mergeCell', 'rPh', 'constructor']);
    await fc.assert(
      fc.asyncProperty(sheet, (xml) => refusedOrFine(() => readWorkbookTable('a.xlsx', xlsxOf(xml), { maxBytes: 2 ** 24 }))),
      { numRuns: 300 },
    );
    const body = element([
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:br',
      'w:tab',
      'w:del',
      'w:pStyle',
      'w:numId',
      'w:ilvl',
      'w:gridSpan',
      'w:sym',
    ]);
    await fc.assert(
      fc.asyncProperty(body, (xml) => refusedOrFine(() => documentFromDocx('a.docx', docxOf(xml), 2 ** 24))),
      { numRuns: 300 },
    );
  });
});
