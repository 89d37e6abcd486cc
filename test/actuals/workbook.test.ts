import { describe, expect, it } from 'vitest';
import { type ActualsReading, readActualsTable } from '../../src/actuals/read.ts';
import { readWorkbookTable } from '../../src/actuals/workbook.ts';
import type { Actual } from '../../src/model/index.ts';
import { book, type TestCell, type TestSheet } from '../office/book.ts';
import { xlsxOf } from '../office/zip.ts';
import { catalog } from '../score/make.ts';

const MAX = 2 ** 26;

async function read(bytes: Uint8Array, sheet?: string): Promise<ActualsReading> {
  return readActualsTable('r.xlsx', await readWorkbookTable('r.xlsx', bytes, { maxBytes: MAX, sheet }), { catalog });
}

const HEADER = ['支部', '年度', '施策', '指標', '実績', '単位', '前年度実績', '計画達成度', '時点'];
const table = (...rows: TestCell[][]): TestSheet => ({ rows: [HEADER, ...rows] });
const shown = ({ fiscalYear, value, unit, text }: Actual) => `${fiscalYear}: ${value?.text ?? 'null'}${unit ?? ''} "${text}"`;
const said = ({ findings }: ActualsReading) => findings.map(({ severity, rule, source }) => `${severity} ${rule} row ${source.lineStart}`);

describe('a number is read as its format shows it', () => {
  it.each<[holds: number, format: string | undefined, indicator: string, record: string]>([
    [0.961, '0.0%', '郵送化率', '96.1% "96.1%"'],
    [0.95, '0.0%', '郵送化率', '95.0% "95.0%"'],
    [0.961, '0.0##%', '郵送化率', '96.1% "96.1%"'],
    [1, '0%', 'サービススタンダードの達成状況', '100% "100%"'],
    [0.0115, '0.0%', 'レセプト点検の査定率', '1.2% "1.2%"'],
    [0.00341, '0.000%', 'レセプト点検の査定率', '0.341% "0.341%"'],
    [96.1, '0.0"%"', '郵送化率', '96.1% "96.1%"'],
    [96.1, '0.0"％"', '郵送化率', '96.1% "96.1％"'],
    [95, '0.0', '郵送化率', '95.0% "95.0"'],
    [96.1, undefined, '郵送化率', '96.1% "96.1"'],
    [1850, '#,##0', '健康宣言事業所数', '1850事業所 "1,850"'],
    [1850, '#,##0_ ;[Red]\\-#,##0\\ ', '健康宣言事業所数', '1850事業所 "1,850"'],
    [-0.5, '0.0;"▲"0.0', '健康宣言事業所数', '-0.5事業所 "▲0.5"'],
    [0.1 + 0.2, undefined, '健康宣言事業所数', '0.3事業所 "0.3"'],
  ])('%d in the format %s', async (value, format, indicator, record) => {
    const unit = record.includes('事業所') ? '事業所' : '%';
    const cell = format === undefined ? value : { value, format };
    const { actuals } = await read(await book(table(['熊本', 2021, '', indicator, cell, unit])));
    expect(actuals.map(shown)).toEqual([`2021: ${record}`]);
  });

  it('17 digits in the file are the number that was typed', async () => {
    const bytes = xlsxOf(
      `<sheetData><row><c t="inlineStr"><is><t>指標</t></is></c><c t="inlineStr"><is><t>実績</t></is></c></row>
       <row><c t="inlineStr"><is><t>郵送化率</t></is></c><c s="1"><v>0.96099999999999997</v></c></row></sheetData>`,
      { styles: '<cellXfs><xf/><xf numFmtId="10"/></cellXfs>' },
    );
    const one = await readWorkbookTable('r.xlsx', bytes, { maxBytes: MAX });
    const { actuals, findings } = readActualsTable('r.xlsx', one, { catalog, branch: '熊本', fiscalYear: 2021 });
    expect([actuals.map(shown), findings]).toEqual([['2021: 96.10% "96.10%"'], []]);
  });

  it('a fraction without a format is decided as in a CSV', async () => {
    const reading = await read(await book(table(['熊本', 2021, '', '郵送化率', 0.961, '%', 94.8])));
    expect(reading.actuals.map(shown)).toEqual(['2021: 96.1% "0.961"', '2020: 94.8% "94.8"']);
    expect(said(reading)).toEqual(['note actuals/percent row 2']);
  });

  it.each([
    ['typed', undefined, ['warning actuals/rounded row 2']],
    ['made by a formula', 'A1/B1', ['note actuals/rounded row 2']],
  ])('digits that the format hides, %s', async (_, formula, findings) => {
    const cell = { value: 0.9561, format: '0%', ...(formula !== undefined && { formula }) };
    const reading = await read(await book(table(['熊本', 2021, '', '郵送化率', cell, '%'])));
    expect(reading.actuals.map(shown)).toEqual(['2021: 96% "96%"']);
    expect(said(reading)).toEqual(findings);
    if (formula === undefined)
      expect(reading.findings[0]?.message.en).toBe(
        '「実績」 shows "96%" but holds 95.61%; what it shows is read. Show more digits if they count',
      );
  });
});

describe('dates, words and errors', () => {
  it('a date is the text that is shown', async () => {
    const { actuals } = await read(
      await book(table(['熊本', 2021, '', '郵送化率', '96.1%', '', '', '', { value: 44469, format: 'yyyy"年"m"月"d"日"' }])),
    );
    expect(actuals[0]?.asOf).toBe('2021年9月30日');
  });

  it.each<[string, TestCell, string]>([
    ['a year with its word', { value: 2021, format: '0"年度"' }, '2021'],
    ['令和3年度', '令和3年度', '2021'],
    ['the first day of the year', { value: 44287, format: '[$-411]ggge"年度"' }, '2021'],
  ])('the fiscal year as %s', async (_, cell, year) => {
    const { actuals } = await read(await book(table(['熊本', cell, '', '郵送化率', '96.1%'])));
    expect(String(actuals[0]?.fiscalYear)).toBe(year);
  });

  it('1/4 that became a date is refused, as in a CSV', async () => {
    const reading = await read(await book(table(['熊本', 2021, '', '一者応札割合', { value: 44565, format: 'm"月"d"日"' }])));
    expect(reading.actuals).toEqual([]);
    expect(reading.findings[0]?.message.en).toContain('this is a date');
  });

  it('an error, and a formula without its result', async () => {
    const cells = (cell: string) => `<c r="D2" t="inlineStr"><is><t>郵送化率</t></is></c>${cell}`;
    const sheet = (cell: string) =>
      xlsxOf(
        `<sheetData><row r="1">${['支部', '年度', '施策', '指標', '実績'].map((title) => `<c t="inlineStr"><is><t>${title}</t></is></c>`).join('')}</row>
         <row r="2"><c r="A2" t="inlineStr"><is><t>熊本</t></is></c><c r="B2"><v>2021</v></c>${cells(cell)}</row></sheetData>`,
      );
    const error = await read(sheet('<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'));
    expect([error.actuals, said(error)]).toEqual([[], ['warning actuals/unreadable row 2']]);
    const unsaved = await read(sheet('<c r="E2"><f>E1*2</f></c>'));
    expect(unsaved.actuals).toEqual([]);
    expect(unsaved.findings[0]?.message.en).toMatch(/^「実績」 is a formula that was saved without its result/);
    const empty = await read(sheet('<c r="E2" t="str"><f>IF(1,"","")</f><v></v></c>'));
    expect([empty.actuals, empty.findings]).toEqual([[], []]);
  });

  it('kanji come without the readings that Excel keeps', async () => {
    const bytes = xlsxOf(
      `<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c><v>96.1</v></c></row></sheetData>`,
      {
        strings:
          '<si><r><t>指</t></r><r><t xml:space="preserve">標 </t></r><rPh sb="0" eb="2"><t>シヒョウ</t></rPh></si><si><t>実績_x000A_（％）</t></si><si><t>郵送化率</t><phoneticPr fontId="1"/></si>',
      },
    );
    const one = await readWorkbookTable('r.xlsx', bytes, { maxBytes: MAX });
    expect([one.header.cells, one.rows[0]?.cells]).toEqual([
      ['指標', '実績\n（％）'],
      ['郵送化率', '96.1'],
    ]);
  });
});

describe('the shape of a sheet', () => {
  it('titles that are merged stand above the header', async () => {
    const { actuals } = await read(
      await book({
        rows: [['令和3年度 KPI実績一覧'], [], ['熊本支部'], HEADER, ['熊本', 2021, '', '郵送化率', '96.1%']],
        merges: ['A1:I1', 'A3:C3'],
      }),
    );
    expect(actuals).toMatchObject([
      { source: { document: 'r.xlsx', page: 1, lineStart: 5, lineEnd: 5, quote: '熊本 | 2021 |  | 郵送化率 | 96.1%' } },
    ]);
  });

  it('the header may stand in row 20', async () => {
    const above = Array.from({ length: 19 }, (_, at) => [`注 ${at + 1}`]);
    const { actuals } = await read(await book({ rows: [...above, HEADER, ['熊本', 2021, '', '郵送化率', '96.1%']] }));
    expect(actuals[0]?.source.lineStart).toBe(21);
  });

  it('a cell that is merged over rows holds for each; a figure belongs to the first', async () => {
    const reading = await read(
      await book({
        rows: [
          HEADER,
          ['熊本', 2021, '健診', '郵送化率', '96.1%', '', '', '計画通りに実施'],
          ['', '', '', '生活習慣病予防健診実施率', '63.0%'],
          ['', '', '', '事業者健診データ取得率', ''],
        ],
        merges: ['A2:A4', 'B2:B4', 'C2:C4', 'H2:H4', 'E3:E4'],
      }),
    );
    expect(reading.actuals.map(({ branch, name, text }) => `${branch} ${name} ${text}`)).toEqual([
      '熊本 郵送化率 96.1%',
      '熊本 生活習慣病予防健診実施率 63.0%',
    ]);
    expect(reading.efforts.map(({ measure, completion }) => `${measure} ${completion}`)).toEqual(Array(3).fill('健診 as_planned'));
    expect(said(reading)).toEqual(['warning actuals/merged row 4']);
  });

  it('the first sheet that is not hidden; --sheet names another, or counts', async () => {
    const one = (indicator: string) => table(['熊本', 2021, '', indicator, '96.1%']);
    const bytes = await book(
      { name: '控え', hidden: true, ...one('査定率') },
      { name: '令和3年度', ...one('郵送化率') },
      { name: '令和2年度', ...one('回収率') },
    );
    const name = async (sheet?: string) => (await read(bytes, sheet)).actuals.map((actual) => `${actual.source.page} ${actual.name}`);
    expect(await name()).toEqual(['2 郵送化率']);
    expect(await name('令和2年度')).toEqual(['3 回収率']);
    expect(await name('1')).toEqual(['1 査定率']);
    await expect(name('令和4年度')).rejects.toThrow('r.xlsx: there is no sheet "令和4年度"; there are "控え", "令和3年度", "令和2年度".');
  });

  it('a sheet without a header is refused, and the other sheets are named', async () => {
    const bytes = await book({ name: '表紙', rows: [['事業計画']] }, { name: '実績', ...table() });
    await expect(read(bytes)).rejects.toThrow(/^r\.xlsx \(表紙\): no header row; .*; --sheet chooses another: 実績$/);
  });
});
