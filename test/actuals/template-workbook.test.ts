import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readActuals, readActualsTable } from '../../src/actuals/read.ts';
import { template } from '../../src/actuals/template.ts';
import { templateWorkbook } from '../../src/actuals/template-workbook.ts';
import { readWorkbookTable } from '../../src/actuals/workbook.ts';
import { openArchive } from '../../src/source/office/archive.ts';
import { zipOf } from '../office/zip.ts';
import { catalog, target } from '../score/make.ts';

const MAX = 2 ** 26;
const TARGETS = [
  target('郵送化率', '>= 95.0 %'),
  target('査定率', '>= 前年度', { indicator: 'receipt-reduction-rate-combined', baselines: ['令和元年度 0.369%'] }),
  target('健康宣言事業所数', '= 1850 社', { measure: 'コラボヘルスの推進' }),
  target('平均日数', '<= 6.5 日', { indicator: null, measure: 'サービス' }),
  target('効果的な意見発信', 'do', { indicator: null, measure: '意見発信' }),
];
/** A document may say anything. */
const HOSTILE = target('=HYPERLINK("http://example.com","x")', '>= 1 %', { indicator: null, measure: '+1\u001b[31m\u0000<&>"', id: 'h' });

describe('the template as a workbook', () => {
  it('has the cells of the CSV', async () => {
    const table = await readWorkbookTable('t.xlsx', await templateWorkbook(TARGETS, catalog), { maxBytes: MAX });
    const lines = template(TARGETS, catalog).slice(1).split('\r\n').slice(0, -1);
    const cells = [table.header, ...table.rows].map((row) => row.cells);
    expect(cells.map((row) => row.join(','))).toEqual(lines.map((line) => line.replaceAll('"', '').replace(/,+$/, '')));
  });

  it('has widths, a head that stays, formats by unit, and lists to choose from', async () => {
    const bytes = await filledIn(await templateWorkbook(TARGETS, catalog), { F2: 1, F3: 1, F4: 1, F5: 1, F6: 'x' });
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const [sheet] = sheets;
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.autoFilter?.range).toBe('A1:L6');
    expect(sheet?.columns?.map(({ width }) => width)).toEqual([8, 7, 30, 48, 18, 13, 8, 13, 24, 13, 12, 36]);
    const formats = [1, 2, 3, 4, 5].map((row) => sheet?.cells?.get(`${row},5`)?.style?.numFmt);
    expect(formats).toEqual(['0.0##%', '0.0##%', '#,##0', '#,##0.0', '@']);
    expect(sheet?.dataValidations?.map(({ range, values }) => [range, values])).toEqual([
      ['I2:I6', ['計画通りに実施し、効果的な結果が得られた', '計画通りに実施', '計画の一部を実施']],
      ['J2:J6', ['あり', 'なし']],
      ['F6:F6', ['実施', '未実施']],
    ]);
  });

  it('filled in, gives what was filled in', async () => {
    const figures = { F2: 0.961, H2: 0.948, I2: '計画通りに実施', F3: 0.00341, F4: 1900, F5: 6.2, F6: '実施' };
    const bytes = await filledIn(await templateWorkbook(TARGETS, catalog), figures);
    const table = await readWorkbookTable('t.xlsx', bytes, { maxBytes: MAX });
    const { actuals, efforts, findings } = readActualsTable('t.xlsx', table, { catalog, targets: TARGETS });
    expect(findings).toEqual([]);
    expect(efforts).toMatchObject([{ completion: 'as_planned' }]);
    expect(actuals.map(({ name, fiscalYear, value, unit, text }) => [name, fiscalYear, value?.text ?? null, unit, text])).toEqual([
      ['郵送化率', 2021, '96.1', '%', '96.1%'],
      ['郵送化率', 2020, '94.8', '%', '94.8%'],
      ['査定率', 2021, '0.341', '%', '0.341%'],
      ['健康宣言事業所数', 2021, '1900', '社', '1,900'],
      ['平均日数', 2021, '6.2', '日', '6.2'],
      ['効果的な意見発信', 2021, null, null, '実施'],
    ]);
  });

  it('a name that a spreadsheet would run is text, comes back as it was, and control characters do no harm', async () => {
    const bytes = await templateWorkbook([HOSTILE]);
    const cell = (await readXlsx(bytes, { readStyles: true })).sheets[0]?.cells?.get('1,3');
    expect([cell?.type, cell?.formula, cell?.style?.numFmt]).toEqual(['string', undefined, '@']);
    const { rows } = await readWorkbookTable('t.xlsx', bytes, { maxBytes: MAX });
    expect(rows[0]?.cells[3]).toBe(HOSTILE.name);
    expect(rows[0]?.cells[2]).toMatch(/^\+1.*<&>"$/);
  });
});

/** What Excel does to the cells that somebody fills in: their styles stay. */
async function filledIn(bytes: Uint8Array, cells: Readonly<Record<string, string | number>>): Promise<Uint8Array> {
  const archive = await openArchive('t.xlsx', bytes, MAX);
  const parts = [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
  ];
  const read = async (name: string) => {
    let content = '';
    for await (const piece of archive.part(name) ?? []) content += piece;
    return { name, content };
  };
  const sheet = await read('xl/worksheets/sheet1.xml');
  const content = Object.entries(cells).reduce((xml, [at, value]) => {
    const filled = typeof value === 'number' ? `><v>${value}</v></c>` : ` t="inlineStr"><is><t>${value}</t></is></c>`;
    const changed = xml.replace(new RegExp(`(<c r="${at}" s="\\d+")/>`), `$1${filled}`);
    if (changed === xml) throw new Error(`no empty cell ${at}`);
    return changed;
  }, sheet.content);
  return zipOf([...(await Promise.all(parts.map(read))), { name: sheet.name, content }]);
}

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
  it('opens the template, and what it saves is read', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-soffice-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 't.xlsx'), await templateWorkbook([...TARGETS, HOSTILE], catalog));
    const convert = (to: string, into: string) => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const run = spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', join(folder, into), join(folder, 't.xlsx')]);
      expect(run.status).toBe(0);
    };
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', 'csv');
    const csv = readFileSync(join(folder, 'csv', 't.csv'), 'utf8');
    const lines = csv.trimEnd().split('\n');
    expect(lines[1]).toBe('熊本,2021,サービス水準の向上,郵送化率,95.0％以上,,%,,,,,');
    expect(lines[6]).toContain('=HYPERLINK(""http://example.com"",""x"")');
    expect(readActuals('t.csv', csv, { catalog }).findings).toEqual([]);
    convert('xlsx', 'saved');
    const saved = await readWorkbookTable('t.xlsx', readFileSync(join(folder, 'saved', 't.xlsx')), { maxBytes: MAX });
    expect(saved.rows.slice(0, 5).map(({ cells }) => cells[3])).toEqual(TARGETS.map(({ name }) => name));
  });
});
