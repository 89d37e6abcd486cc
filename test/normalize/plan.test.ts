import { describe, expect, it } from 'vitest';
import { KpiError } from '../../src/model/index.ts';
import { inShort, read } from './read.ts';

const shown = (value: { toString(): string } | null) => value?.toString() ?? null;

describe('what stands beside a target', () => {
  const rows: [lines: string[], baselines: string[]][] = [
    [['■ KPI：郵送化率 96.0％以上（令和 2年度見込み 95.5％）'], ['令和2年度見込み 95.5%']],
    [['■ KPI：回収率 対前年度以上 (令和 2年度見込み 91.80％)'], ['令和2年度見込み 91.80%']],
    [['■ KPI：回収率を対前年度（0.369%）以上とする'], ['対前年度 0.369%']],
    [['■ KPI：郵送化率を 96.5％以上とする', '【参考】令和２年度実績 96.3％（10 月末現在）'], ['令和2年度実績(10月末現在) 96.3%']],
    [['■ KPI：使用割合を 80.5％以上とする（令和 2年度見込', 'み 79.5％）'], ['令和2年度見込み 79.5%']],
    [
      ['■ KPI：回収率を対前年度以上とする', '（参考：令和元年度 57.28％ 令和２年度上期 31.17％）'],
      ['令和元年度 57.28%', '令和2年度上期 31.17%'],
    ],
    [['■ KPI：実施率を 38.3％以上とする（2年度 41.5％以上）'], ['2年度 41.5%']],
    [
      ['■ KPI：申請割合を対前年度以下とする', '【参考】 令和元年度実績 504件 0.47％'],
      ['令和元年度実績 504件', '令和元年度実績 0.47%'],
    ],
    [['■ KPI：宣言事業所数を 2,350事業所以上とする（令和 5年度末目標 3,000事業所）'], []],
    [['■ KPI：実施率を 31.1％以上とする（実施見込者数：9,400人）'], []],
  ];
  it.each(rows)('%j', (lines, baselines) => {
    const [target] = read(lines).targets;
    expect(target?.baselines.map(({ label, value, unit }) => `${label} ${shown(value)}${unit}`)).toEqual(baselines);
  });

  it('gives a numbered reference to the statement of that number', () => {
    const { targets } = read([
      '■ KPI：① 達成状況を 100％とする',
      '② 郵送化率を 95.0％以上とする',
      '【参考①】 令和元年度実績 99％',
      '令和２年度実績 98％（令和２年度上期）',
      '【参考②】 令和元年度実績 91.2％',
    ]);
    expect(targets.map((target) => target.baselines.map(({ value }) => shown(value)))).toEqual([['99', '98'], ['91.2']]);
  });

  const cases: [lines: string[], target: string, conditions: string[]][] = [
    [
      ['■ KPI：一者応札の割合を 20％以下とする。ただし、入札件数の見込み件数が 4件以下の', '場合は一者応札件数を 1件以下とする。'],
      '一者応札の割合 <= 20%',
      ['ただし、入札件数の見込み件数が4件以下の場合は一者応札件数を1件以下とする'],
    ],
    [
      ['■ KPI：一者応札の割合を 20%以下とする', '入札件数が４件以下となる場合は一者応札件数を一件以下とする'],
      '一者応札の割合 <= 20%',
      ['入札件数が４件以下となる場合は一者応札件数を一件以下とする'],
    ],
    [
      [
        '■ KPI：一者応札の割合を２０％以下とする。前年度において２０％以下となった',
        '場合は前年度以下とする。ただし入札件数が４件以下',
        'となる場合は一者応札件数を１件以下とする',
      ],
      '一者応札の割合 <= 20%',
      ['前年度において２０％以下となった場合は前年度以下とする', 'ただし入札件数が４件以下となる場合は一者応札件数を１件以下とする'],
    ],
    [
      ['■ KPI：一者応札の割合を 20％以下とする', '（入札件数が4件以下の場合は一者応札件数を1件以下とする）'],
      '一者応札の割合 <= 20%',
      ['入札件数が4件以下の場合は一者応札件数を1件以下とする'],
    ],
    [['■ KPI：入札件数が 5件以上の場合、一者応札の割合を 20％以下とする'], '一者応札の割合 <= 20%', ['入札件数が5件以上の場合']],
    [
      ['■KPI：一者応札の割合を 20％以下とする（12月末 14.3％）。ただし、入札件数が 4件以下の場合は 1件以下とする'],
      '一者応札の割合 <= 20%',
      ['ただし、入札件数が4件以下の場合は1件以下とする'],
    ],
  ];
  it.each(cases)('%j', (lines, target, conditions) => {
    const { targets } = read(lines);
    expect(targets.map(inShort)).toEqual([target]);
    expect(targets[0]?.conditions.map(({ text }) => text)).toEqual(conditions);
  });

  it('a figure alone in brackets behind 対前年度以上 is that of the year before', () => {
    expect(read('■ KPI：査定率 対前年度以上（0.330％）').targets[0]?.baselines).toMatchObject([{ label: '対前年度', unit: '%' }]);
  });

  it('keeps the grades that a table prints', () => {
    const table = ['| 指標 | 令和3年度目標 | 令和3年度実績 | 評価 |', '|---|---|---|---|', '| 喫煙率 | 28.0％以下 | 29.1％ | C |'];
    expect(read(table).records.filter((record) => record.type === 'rating')).toMatchObject([{ measure: '喫煙率', grade: 'C' }]);
  });

  it('how hard a measure is said to be is no part of its name', () => {
    const lines = ['令和3年度 事業計画（熊本支部）', '（１）相談業務の充実【重要度：高】【困難度：高】', '■ KPI：満足度を95％以上とする'];
    expect(read(lines, { bare: true }).targets[0]?.measure).toBe('相談業務の充実');
  });

  it('chapters and sections head areas and measures', () => {
    const lines = [
      '令和3年度 事業計画（熊本支部）',
      '第一章 基盤的保険者機能関係',
      '第２節 サービス水準の向上',
      '■ KPI：郵送化率を95％以上とする',
    ];
    expect(read(lines, { bare: true }).targets[0]).toMatchObject({ area: '基盤的保険者機能', measure: 'サービス水準の向上' });
  });

  it('a figure that bounds the case is no baseline', () => {
    const { targets } = read('■ KPI：一者応札の割合を15％以下とする。ただし、前年度の入札件数が6件以下の場合は1件以下とする');
    expect(targets[0]?.baselines).toEqual([]);
  });
});

describe('parts of an overall KPI', () => {
  it('names the whole in each part under （内訳）', () => {
    const { targets } = read([
      '■ KPI：特定健診実施率を 55.0％以上とする',
      ' （内訳）',
      '① 生活習慣病予防健診実施率を 52.4％以上とする',
      '・ 被保険者（40歳以上）：実施対象者数 791,721人、実施見込者数 414,600人',
      '② 事業者健診データ取得率を 10.1％以上とする',
    ]);
    const [whole] = targets;
    expect(targets.map((target) => [target.role, target.parentId, inShort(target)])).toEqual([
      ['kpi', null, '特定健診実施率 >= 55.0%'],
      ['breakdown', whole?.id, '生活習慣病予防健診実施率 >= 52.4%'],
      ['breakdown', whole?.id, '事業者健診データ取得率 >= 10.1%'],
    ]);
  });

  it('reads parts that stand in a coverage table, when they say とする', () => {
    const { targets } = read([
      '■KPI：特定保健指導の実施率を 25.0％以上とする',
      '○被保険者（受診対象者数：16,867人）',
      '・特定保健指導  実施率 26.0％とする（実施見込者数：4,380人）',
      '（内訳）①協会実施分 15.2％（実施見込者数：2,560人）',
      '  アウトソーシング分 10.8％（実施見込者数：1,820人）',
    ]);
    expect(targets.map((target) => [target.role, target.indicator, inShort(target)])).toEqual([
      ['kpi', 'guidance-rate', '特定保健指導の実施率 >= 25.0%'],
      ['breakdown', 'insured-guidance-rate', '特定保健指導実施率 = 26.0%'],
      ['breakdown', null, '協会実施分 = 15.2%'],
      ['breakdown', null, 'アウトソーシング分 = 10.8%'],
    ]);
  });
});

describe('area, measure and outline', () => {
  it('learns the levels from the numbering, and picks the measure that the catalog names', () => {
    const { targets } = read(
      [
        '令和 3年度 事業計画（熊本支部）',
        '２．戦略的保険者機能関係 （１）データヘルス計画の着実な実施',
        'ⅰ）特定健診実施率・事業者健診データ取得率等の向上',
        '○ 被扶養者への受診勧奨の強化',
        '■ KPI：被扶養者の特定健診実施率を 28.4％以上とする',
        '（２）ジェネリック医薬品の使用促進',
        '■ KPI：ジェネリック医薬品使用割合を 80％以上とする',
      ],
      { bare: true },
    );
    expect(targets.map(({ area, measure, outline }) => ({ area, measure, outline }))).toEqual([
      {
        area: '戦略的保険者機能',
        measure: '特定健診実施率・事業者健診データ取得率等の向上',
        outline: [
          '戦略的保険者機能関係',
          'データヘルス計画の着実な実施',
          '特定健診実施率・事業者健診データ取得率等の向上',
          '被扶養者への受診勧奨の強化',
        ],
      },
      {
        area: '戦略的保険者機能',
        measure: 'ジェネリック医薬品の使用促進',
        outline: ['戦略的保険者機能関係', 'ジェネリック医薬品の使用促進'],
      },
    ]);
  });

  it('puts an interleaved statement back under the measure that it means', () => {
    const { targets } = read([
      '・加入者の利便性の向上を図る。',
      '２．柔道整復施術療養費の照会業務の強化',
      '・文書照会を強化する。',
      'KPI：現金給付等の申請に係る郵送化率を 95.0％以上とする',
    ]);
    expect(targets.map((target) => target.measure)).toEqual(['サービス水準の向上']);
  });

  it('does not take a numbered sentence for a heading', () => {
    const { targets } = read(['① 標準期間を遵守する。', '② 郵送による申請を促進する。', '■ KPI：郵送化率を 95％以上とする']);
    expect(targets[0]?.outline).toEqual(['基盤的保険者機能関係', 'サービス水準の向上']);
  });
});

describe('KPI一覧 behind the body', () => {
  const body = ['■ KPI：① サービススタンダードの達成状況を 100％とする', '② 現金給付等の申請に係る郵送化率を 95.0％以上とする', ''];

  it('recognises its rows as duplicates of the body', () => {
    const { targets } = read([
      ...body,
      'KPI一覧表 １．基盤的保険者機能関係',
      '',
      '①サービス水準の向上 ①サービススタンダードの達成状況を 100％とする',
      '',
      '②現金給付等の申請に係る郵送化率を 95.0％以上とする',
    ]);
    expect(targets.map((target) => [target.duplicateOf, target.measure, inShort(target)])).toEqual([
      [null, 'サービス水準の向上', 'サービススタンダードの達成状況 = 100%'],
      [null, 'サービス水準の向上', '現金給付等の申請に係る郵送化率 >= 95.0%'],
      ['kumamoto-2021-service-standard', 'サービス水準の向上', 'サービススタンダードの達成状況 = 100%'],
      ['kumamoto-2021-mailing-rate', 'サービス水準の向上', '現金給付等の申請に係る郵送化率 >= 95.0%'],
    ]);
  });

  it('puts the columns of a table back together that extraction stacked, with last year as baseline', () => {
    const { targets } = read([
      ...body,
      '熊本支部事業計画 KPI一覧',
      '（参考）',
      '令和 2 年度 KPI',
      '②サービス水準の向上',
      '【KPI】① サービススタンダードの達成状況',
      '② 現金給付等の申請に係る郵送化率',
      '①100％',
      '②95.0 以上',
      '①99％',
      '②93.1％以上',
    ]);
    expect(
      targets
        .slice(2)
        .map((target) => [inShort(target), target.duplicateOf !== null, target.baselines.map((b) => `${b.label} ${b.value}${b.unit}`)]),
    ).toEqual([
      ['サービススタンダードの達成状況 = 100%', true, ['令和2年度KPI 99%']],
      ['現金給付等の申請に係る郵送化率 >= 95.0', true, ['令和2年度KPI 93.1%']],
    ]);
    expect(targets[3]?.source).toMatchObject({ lineStart: 13, lineEnd: 15, quote: '② 現金給付等の申請に係る郵送化率\n②95.0 以上' });
  });
});

describe('coverage', () => {
  const rows: [lines: string[], coverage: string[]][] = [
    [
      [
        '○ 被保険者（40歳以上）（実施対象者数：254,483人）',
        '・ 生活習慣病予防健診 実施率 63.0％（実施見込者数： 160,324人）',
        '・ 事業者健診データ  取得率 11.0％（取得見込者数： 27,993人）',
      ],
      ['生活習慣病予防健診 被保険者 160324/254483 63.0', '事業者健診データ 被保険者 27993/254483 11.0'],
    ],
    [['・ 被扶養者（40歳以上）：実施対象者数 222,792人、実施見込者数 63,300人'], ['健診 被扶養者 63300/222792 null']],
    [
      [
        '○被保険者（特定保健指導対象者数：２８，２３３人）',
        '・特定保健指導 実施率２４．１％（実施見込者数：６，８０５人）',
        '（内訳）協会保健師実施分  １６．１％（実施見込者数：４，５４６人）',
      ],
      ['特定保健指導 被保険者 6805/28233 24.1', '特定保健指導/協会保健師実施分 被保険者 4546/28233 16.1'],
    ],
    [
      ['〇被扶養者（受診対象者数：78,137人）', '・特定健康診査    受診率 35.1％', '（受診見込者数：27,420人）'],
      ['特定健康診査 被扶養者 27420/78137 35.1'],
    ],
    [['○ 未治療者に対する受診勧奨における二次勧奨実施予定人数 1,750人'], ['未治療者受診勧奨 二次勧奨  1750/null null']],
    [['○被保険者', '・特定保健指導 実施率 30.9％', '・健診の案内を送付する'], ['特定保健指導 被保険者 null/null 30.9']],
    [
      [
        '40歳以上の健診受診対象 被保険者見込者数 167,924人',
        '被扶養者見込者数 47,254人',
        '【被扶養者】特定健診 実施率 41.3％（実施見込者数： 19,500人）',
      ],
      ['特定健診 被扶養者 19500/47254 41.3'],
    ],
  ];
  it.each(rows)('%j', (lines, coverage) => {
    const found = read(lines).coverage;
    expect(found.map((row) => `${row.name} ${row.group} ${shown(row.planned)}/${shown(row.population)} ${shown(row.rate)}`)).toEqual(
      coverage,
    );
  });
});

describe('whose plan it is', () => {
  const plan = (title: string) => [title, '■ KPI：郵送化率を 95％以上とする'];
  const titles: [title: string, branch: string, fiscalYear: number][] = [
    ['令和 3年度 事業計画（北海道支部）', '北海道', 2021],
    ['令和３年度 事業計画（茨城支部）', '茨城', 2021],
    ['令和6年度 熊本支部事業計画', '熊本', 2024],
    ['2024（令和6）年度 事業計画（和歌山支部）', '和歌山', 2024],
    ['令和元年度事業計画 全国健康保険協会本部', '本部', 2019],
    ['全国健康保険協会 大阪支部 R6年度', '大阪', 2024],
  ];
  it.each(titles)('%s', (title, branch, fiscalYear) => {
    expect(read(plan(title), { bare: true }).targets).toMatchObject([{ branch, fiscalYear }]);
  });

  it('reads a file of many plans', () => {
    const { scopes, targets } = read([...plan('令和 3年度 事業計画（青森支部）'), ...plan('令和 3年度 事業計画（岩手支部）')], {
      bare: true,
    });
    expect(scopes).toEqual([
      { branch: '青森', fiscalYear: 2021 },
      { branch: '岩手', fiscalYear: 2021 },
    ]);
    expect(targets.map((target) => [target.branch, target.source.lineStart])).toEqual([
      ['青森', 2],
      ['岩手', 4],
    ]);
  });

  it('refuses a paper that says neither, and says what to give', () => {
    expect(() => read('■ KPI：郵送化率を 95％以上とする', { bare: true })).toThrow(KpiError);
    expect(() => read('■ KPI：郵送化率を 95％以上とする', { bare: true })).toThrow('--branch 熊本 --year 2021');
  });

  it('reads Markdown', () => {
    const lines = [
      '# 令和3年度 事業計画（熊本支部）',
      '## １．基盤的保険者機能関係',
      '### （１）サービス水準の向上',
      '- **■ KPI：郵送化率を 95.0％以上とする**',
    ];
    expect(read(lines, { bare: true, name: 'plan.md' }).targets).toMatchObject([{ name: '郵送化率', measure: 'サービス水準の向上' }]);
  });
});
