import { describe, expect, it } from 'vitest';
import { parseBranch } from '../../src/normalize/branch.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { eraName, parseFiscalYear } from '../../src/normalize/fiscal-year.ts';

describe('fiscal years', () => {
  const rows: [text: string, year: number | null][] = [
    ['2021', 2021],
    ['2021年度', 2021],
    ['令和3年度', 2021],
    ['令和 ３ 年度', 2021],
    ['令和元年度', 2019],
    ['R3', 2021],
    ['r6年度', 2024],
    ['H30', 2018],
    ['平成31年度', 2019],
    ['2020（令和2）年度', 2020],
    ['2020（令和3）年度', null],
    ['来年度', null],
    ['', null],
  ];
  it.each(rows)('%s', (text, year) => expect(parseFiscalYear(text)).toBe(year));

  it.each([
    [2021, '令和3年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
  ])('%i is %s', (year, name) => expect(eraName(year)).toBe(name));
});

describe('branches', () => {
  const rows: [text: string, name: string | null][] = [
    ['熊本', '熊本'],
    ['熊本支部', '熊本'],
    ['熊本県支部', '熊本'],
    ['京都府', '京都'],
    ['東京都', '東京'],
    ['北海道', '北海道'],
    ['Kumamoto', '熊本'],
    ['43', '熊本'],
    ['４３', '熊本'],
    ['1', '北海道'],
    ['本部', '本部'],
    ['全国健康保険協会', '本部'],
    ['48', null],
    ['京', null],
    ['', null],
  ];
  it.each(rows)('%s', (text, name) => expect(parseBranch(text)?.name ?? null).toBe(name));
});

describe('indicators keep their identity through renamings', () => {
  const catalog = createCatalog();
  const rows: [name: string, id: string | null][] = [
    ['生活習慣病予防健診実施率', 'lifestyle-checkup-rate'],
    ['生活習慣病予防健診 受診率', 'lifestyle-checkup-rate'],
    ['健康づくり宣言事業所数', 'health-declaration-offices'],
    ['健康経営宣言事業所数', 'health-declaration-offices'],
    ['申請書郵送化率', 'mailing-rate'],
    ['熊本支部のジェネリック医薬品使用割合', 'generic-medicine-share'],
    ['福岡支部における令和4年3月のジェネリック医薬品使用割合', 'generic-medicine-share'],
    ['ジェネリック医薬品使用割合（※）', 'generic-medicine-share'],
    ['ジェネリック医薬品使用割合（医科、DPC、調剤、歯科）', 'generic-medicine-share'],
    ['受診勧奨後３ヶ月以内に医療機関を受診した者の割合', 'consultation-rate'],
    ['返納金債権（資格喪失後受診に係るものに限る。）の回収率', 'claim-recovery-rate'],
    ['サービススタンダートの達成状況', 'service-standard'],
    // A change of definition is not a renaming.
    ['社会保険診療報酬支払基金と合算したレセプト点検の査定率', 'receipt-reduction-rate-combined'],
    ['協会のレセプト点検の査定率', 'receipt-reduction-rate-own'],
    ['窓口の待ち時間', null],
  ];
  it.each(rows)('%s', (name, id) => expect(catalog.resolve(name)?.id ?? null).toBe(id));

  it('has one indicator for each name', () => {
    const owners = new Map<string, string>();
    for (const { id, name, aliases } of catalog.indicators) {
      for (const one of [name, ...aliases]) {
        expect(catalog.resolve(one)?.id, one).toBe(id);
        expect(owners.get(one) ?? id, one).toBe(id);
        owners.set(one, id);
      }
    }
  });

  it("takes the user's own names, for a known indicator or a new one", () => {
    const own = createCatalog([
      {
        id: 'mailing-rate',
        name: '現金給付等の申請に係る郵送化率',
        aliases: ['郵便申請率'],
        unit: '%',
        direction: 'higher',
        area: null,
        measures: [],
      },
      { id: 'counter-minutes', name: '窓口の待ち時間', aliases: [], unit: '分', direction: 'lower', area: null, measures: [] },
    ]);
    expect(own.resolve('郵便申請率')?.id).toBe('mailing-rate');
    expect(own.resolve('申請書郵送化率')?.id).toBe('mailing-rate');
    expect(own.resolve('窓口の待ち時間')).toMatchObject({ id: 'counter-minutes', direction: 'lower' });
  });
});
