import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { councilWorkbook } from '../../../src/report/council/workbook.ts';
import { openArchive } from '../../../src/source/office/archive.ts';
import { readSheet } from '../../../src/source/office/sheet.ts';
import { chooseSheet, openWorkbook } from '../../../src/source/office/workbook.ts';
import { reportOf } from './make.ts';

const DATA = reportOf(
  '■ KPI：郵送化率を 95.0％以上とする',
  '■ KPI：健康宣言事業所数を 1,850 事業所以上とする',
  '■ KPI：=HYPERLINK("http://example.com","x")率を 10％以上とする',
);

/** Read by the project's own reader of workbooks, not by the library that wrote it. */
async function rows(name: string): Promise<string[][]> {
  const workbook = await openWorkbook(await archive());
  const found = await readSheet(workbook, chooseSheet(workbook, name));
  return found.map(({ cells }) => cells.map(({ text }) => text));
}

const archive = async () => openArchive('report.xlsx', await councilWorkbook(DATA, 'ja'), 2 ** 26);

describe('the report as a workbook', () => {
  it('has a sheet for summary, scores, targets, actuals and findings, each with a head that stays and filters', async () => {
    const { sheets } = await readXlsx(await councilWorkbook(DATA, 'ja'), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['概要', '採点', '目標', '実績', '指摘']);
    expect(sheets.every(({ freezePane, autoFilter }) => freezePane?.rows === 1 && autoFilter !== undefined)).toBe(true);
    expect(sheets[1]?.conditionalRules?.map(({ formula }) => String(formula))).toEqual(
      ['未達成', '概ね達成', '達成'].flatMap((verdict) => [`"${verdict}"`, `"${verdict}（暫定）"`]),
    );
  });

  it('keeps numbers numbers, as the document shows them', async () => {
    const [head, ...targets] = await rows('目標');
    expect(head?.slice(4, 8)).toEqual(['指標', '目標（記載）', '目標', '単位']);
    expect(targets.slice(0, 2).map((row) => row.slice(4, 8))).toEqual([
      ['郵送化率', '95.0%以上', '95.0%', '%'],
      ['健康宣言事業所数', '1,850事業所以上', '1,850', '事業所'],
    ]);
  });

  it('leads from a score to its target', async () => {
    const { sheets } = await readXlsx(await councilWorkbook(DATA, 'ja'), { readStyles: true });
    expect(sheets[1]?.cells?.get('1,5')?.hyperlink?.location).toBe("'目標'!A2");
  });

  it('runs nothing that a document says', async () => {
    const whole = await archive();
    for (const at of [1, 2, 3, 4, 5]) {
      let text = '';
      for await (const piece of whole.part(`xl/worksheets/sheet${at}.xml`) ?? []) text += piece;
      expect(text).toContain('<sheetData>');
      expect(text).not.toMatch(/<f[ >]/);
    }
    expect((await rows('目標'))[3]?.[4]).toContain('=HYPERLINK');
  });
});
