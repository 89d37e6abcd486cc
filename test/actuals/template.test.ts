import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/actuals/csv-cell.ts';
import { indexTargets } from '../../src/actuals/match.ts';
import { readActuals } from '../../src/actuals/read.ts';
import { template } from '../../src/actuals/template.ts';
import { catalog, target } from '../score/make.ts';

const GUIDANCE = '特定保健指導の実施率の向上';
/** 山梨 splits the rate twice, under the same names. */
const TARGETS = [
  target('サービススタンダードの達成状況', '= 100 %'),
  target('郵送化率', '>= 95.0 %'),
  target('査定率', '>= 前年度', { indicator: 'receipt-reduction-rate-combined', baselines: ['令和元年度 0.369%'] }),
  target('健康宣言事業所数', '= 1850 社', { measure: 'コラボヘルスの推進' }),
  target('一者応札割合', '<= 20 %', {
    measure: '費用対効果を踏まえたコスト削減等',
    conditions: ['ただし、入札件数の見込み件数が4件以下の場合は一者応札件数を1件以下とする'],
  }),
  target('効果的な意見発信', 'do', { indicator: null, measure: '意見発信' }),
  target('被保険者の特定保健指導の実施率', '>= 26.0 %', { id: 'a', measure: GUIDANCE }),
  target('協会実施分', '= 15.2 %', { id: 'a1', measure: GUIDANCE, role: 'breakdown', parentId: 'a', indicator: null }),
  target('被扶養者の特定保健指導の実施率', '>= 11.4 %', { id: 'b', measure: GUIDANCE }),
  target('協会実施分', '= 7.7 %', { id: 'b1', measure: GUIDANCE, role: 'breakdown', parentId: 'b', indicator: null }),
  target('郵送化率', '>= 95.0 %', { id: 'appendix', duplicateOf: '熊本-2021-郵送化率' }),
];

const rowsOf = (text: string) => parse(text, { bom: true });

describe('the template', () => {
  const text = template(TARGETS, catalog);

  it('opens right in Excel: BOM, CRLF', () => {
    expect(text.startsWith('\ufeff支部,年度,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(text.split('\n').length);
  });

  it('asks for no row that is shown for reference only', () => {
    const reference = { ...target('健診実施率', '= 56.3 %', { id: 'reference' }), marker: '（参考）' };
    expect(template([...TARGETS, reference], catalog)).toBe(text);
  });

  it('has one row a target; an appendix repeats none, parts are told apart', () => {
    expect(rowsOf(text).map((row) => row.slice(0, 7).join('|') + (row[11] ? `|${row[11]}` : ''))).toEqual([
      '支部|年度|施策|指標|目標|実績|単位|備考',
      '熊本|2021|サービス水準の向上|サービススタンダードの達成状況|100％||%',
      '熊本|2021|サービス水準の向上|郵送化率|95.0％以上||%',
      '熊本|2021|サービス水準の向上|査定率|対前年度以上||%',
      '熊本|2021|コラボヘルスの推進|健康宣言事業所数|1,850社||社',
      '熊本|2021|費用対効果を踏まえたコスト削減等|一者応札割合|20％以下||%|ただし、入札件数の見込み件数が4件以下の場合は一者応札件数を1件以下とする',
      '熊本|2021|意見発信|効果的な意見発信|実施||',
      `熊本|2021|${GUIDANCE}|被保険者の特定保健指導の実施率|26.0％以上||%`,
      `熊本|2021|${GUIDANCE}|被保険者の特定保健指導の実施率／協会実施分|15.2％||%`,
      `熊本|2021|${GUIDANCE}|被扶養者の特定保健指導の実施率|11.4％以上||%`,
      `熊本|2021|${GUIDANCE}|被扶養者の特定保健指導の実施率／協会実施分|7.7％||%`,
    ]);
  });

  it.each([
    ['>= 前年度か3年平均', '前年度と過去3年度の平均値のいずれか高い値以上'],
    ['>= 3年平均', '過去3年度の平均値以上'],
    ['<= 前年度', '対前年度以下'],
    ['> 50 %', '50％超'],
    ['< 50 %', '50％未満'],
  ])('%s is written %s', (says, expected) => expect(rowsOf(template([target('郵送化率', says)]))[1]?.[4]).toBe(expected));

  it('filled in, is read back target by target, without a finding', () => {
    const rows = rowsOf(text);
    const filled = rows.map((row, index) =>
      index === 0 ? row : row.map((cell, column) => (column === 5 ? (row[4] === '実施' ? '○' : `${index}.5`) : cell)),
    );
    const { actuals, findings } = readActuals('filled.csv', filled.map((row) => row.map(csvCell).join(',')).join('\r\n'), {
      catalog,
      targets: TARGETS,
    });
    expect(findings).toEqual([]);
    const index = indexTargets(TARGETS);
    expect(actuals.map(({ name, indicator }) => index.find(name, indicator)?.id)).toEqual(index.targets.map(({ id }) => id));
    expect(actuals.map(({ value, text: cell }) => value?.text ?? cell)).toEqual([
      '1.5',
      '2.5',
      '3.5',
      '4.5',
      '5.5',
      '○',
      '7.5',
      '8.5',
      '9.5',
      '10.5',
    ]);
  });

  it('not filled in, says nothing', () => {
    expect(readActuals('empty.csv', text, { catalog, targets: TARGETS })).toEqual({ actuals: [], efforts: [], findings: [] });
  });
});

describe('cells that a spreadsheet would run', () => {
  it.each([
    ['=HYPERLINK("http://example.com")', `"'=HYPERLINK(""http://example.com"")"`],
    ['+1+2', "'+1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['＝1+2', "'＝1+2"],
    ['\tx', "'\tx"],
    ['\rx', '\\u{d}x'],
    ['-0.5', '-0.5'],
    ['-1,234', '"-1,234"'],
    ['郵送化率', '郵送化率'],
    ['a "b", c', '"a ""b"", c"'],
  ])('%j becomes %j', (cell, expected) => expect(csvCell(cell)).toBe(expected));

  it('the name of such a KPI still finds its target', () => {
    const targets = [target('=危険な指標', '>= 50 %', { indicator: null })];
    const rows = rowsOf(template(targets));
    expect(rows[1]?.[3]).toBe("'=危険な指標");
    const { actuals, findings } = readActuals('x.csv', template(targets).replace('50％以上,', '50％以上,60％'), { catalog, targets });
    expect(findings).toEqual([]);
    expect(actuals[0]?.name).toBe('=危険な指標');
  });
});
