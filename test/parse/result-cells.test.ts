import { describe, expect, it } from 'vitest';
import { readProgress, said } from './progress-said.ts';

const HEAD = ['戦略的保険者機能関係', '| 施策 | KPI | 上期実績 |', '|---|---|---|'];
const RANKED = ['| 項目 | KPI | 実績（9月末） | 全国順位 |', '|---|---|---|---|'];

/** What a table of a progress sheet says, without the names that the catalog does not know. */
const rows = (head: readonly string[], ...lines: string[]) =>
  said([...head, ...lines.map((line) => `| ${line} |`)]).filter((line) => line !== 'F indicator/unknown');

describe('the cells of results in a table', () => {
  const cases: [what: string, row: string, records: string[]][] = [
    [
      'enumerated, with a rank each',
      'サービス | ①サービススタンダードの達成状況を100％とする<br>②郵送化率を96.0％以上とする | ① 96.1%（全国3位）<br>② 15.4%',
      ['T service-standard = 100%', 'T mailing-rate >= 96.0%', 'A service-standard 96.1% 上期 #3', 'A mailing-rate 15.4% 上期'],
    ],
    [
      'words around a figure, and in place of one',
      '喫煙 | 1) 使用量を前年度比6％以上削減<br>2) 講習会を累計100件以上<br>3) 喫煙者数 ▲2,700人 | 1) 6.1％削減<br>2) 累計120件<br>3) 減少した',
      [
        'T 使用量の前年度比削減率 >= 6%',
        'T 講習会 >= 100件',
        'T 喫煙者数 = -2700人',
        'A 使用量の前年度比削減率 6.1% 上期',
        'A 講習会 120件 上期',
        'A 喫煙者数 “減少した” 上期',
      ],
    ],
    [
      'what has risen is below zero where a reduction is the target, and a decrease is below zero where ▲ is',
      '紙 | 1) 使用量を前年度比6％以上削減<br>2) 喫煙者数 ▲2,700人 | 1) 2.0％増加（9月末）<br>2) 3,100人減少',
      ['T 使用量の前年度比削減率 >= 6%', 'T 喫煙者数 = -2700人', 'A 使用量の前年度比削減率 -2.0% 9月末', 'A 喫煙者数 -3100人 上期'],
    ],
    [
      'a change beside a level is a figure of its own',
      '紙 | 使用量を900箱以下とする | 6.1％削減',
      ['T 使用量 <= 900箱', 'A 使用量の削減率 6.1% 上期'],
    ],
    [
      'two times in one cell, the rank behind the second',
      '指導 | 特定保健指導実施率を30.0％以上とする | 9月 18.2%／累計 15.4%（全国5位）',
      ['T guidance-rate >= 30.0%', 'A guidance-rate 18.2% 9月', 'A guidance-rate 15.4% 累計 #5'],
    ],
    [
      'a date in short is no name',
      '後発 | ジェネリック医薬品使用割合を82％以上とする | R6.6：85.1%',
      ['T generic-medicine-share >= 82%', 'A generic-medicine-share 85.1% R6.6'],
    ],
    [
      'not begun',
      '健診 | 健診実施率を62.0％以上とする | 実施前（10月開始予定）',
      ['T checkup-rate >= 62.0%', 'A checkup-rate “実施前（10月開始予定）” 上期'],
    ],
    [
      'parts, by names of their own',
      '指導 | 特定保健指導実施率を30.0％以上とする | 被保険者 13.6％、被扶養者 7.2％',
      ['T guidance-rate >= 30.0%', 'A insured-guidance-rate 13.6% 上期', 'A dependant-guidance-rate 7.2% 上期'],
    ],
    [
      'parts beside two names',
      '指導 | ①被保険者の特定保健指導実施率を30％以上とする<br>②被扶養者の特定保健指導実施率を8％以上とする | 被保険者 13.6％、被扶養者 7.2％',
      [
        'T insured-guidance-rate >= 30%',
        'T dependant-guidance-rate >= 8%',
        'A insured-guidance-rate 13.6% 上期',
        'A dependant-guidance-rate 7.2% 上期',
      ],
    ],
    [
      'the figure of the whole country is not the sheet’s own',
      '後発 | ジェネリック医薬品使用割合を82％以上とする | 83.1%（全国平均 80.4%）',
      ['T generic-medicine-share >= 82%', 'A generic-medicine-share 83.1% 上期', 'A 本部 generic-medicine-share 80.4% 上期'],
    ],
    [
      'a figure among what was done',
      '郵送 | 郵送化率を96.0％以上とする | 94.1%（9月末）<br>・窓口で案内した',
      ['T mailing-rate >= 96.0%', 'A mailing-rate 94.1% 9月末'],
    ],
    [
      'a second target in words, without a number',
      '宣言 | 健康宣言事業所数を1,200事業所以上とする<br>関係団体と連携した広報を実施する | 1,158事業所<br>6月に実施',
      [
        'T health-declaration-offices >= 1200事業所',
        'T 関係団体と連携した広報を実施する do qualitative',
        'A health-declaration-offices 1158事業所 上期',
        'A 関係団体と連携した広報を実施する “6月に実施” 6月',
      ],
    ],
    [
      'a target without a comparator, where the KPI is a statement',
      'サービス | サービススタンダードの達成状況100％ | 99.9%',
      ['T service-standard = 100%', 'A service-standard 99.9% 上期'],
    ],
    [
      'any word counts what a result is of; a place is no figure',
      '支援 | 研修会に参加した団体 27保険者以上 | 26保険者',
      ['T 研修会に参加した団体 >= 27保険者', 'A 研修会に参加した団体 26保険者 上期'],
    ],
    ['a page is no result', '支援 | 研修会の開催回数を4回以上とする | 12頁', ['T 研修会の開催回数 >= 4回', 'F actual/unread']],
    [
      'a result that cannot be told apart is not lost',
      'サービス | ①郵送化率を96.0％以上とする<br>②健診実施率を62％以上とする | 94.1%',
      ['T mailing-rate >= 96.0%', 'T checkup-rate >= 62%', 'F actual/unread'],
    ],
  ];
  it.each(cases)('%s', (_, row, records) => {
    expect(rows(HEAD, row)).toEqual(records);
  });

  const ranked: [what: string, row: string, records: string[]][] = [
    ['全国順位 in a column', '健診実施率 | 60.0%以上 | 28.3% | 12位', ['T checkup-rate >= 60.0%', 'A checkup-rate 28.3% 9月末 #12']],
    ['as a number alone', '健診実施率 | 60.0%以上 | 28.3% | 5', ['T checkup-rate >= 60.0%', 'A checkup-rate 28.3% 9月末 #5']],
    [
      'how it stands, behind the figure',
      '健診実施率 | 60.0%以上 | 61.2%　○達成 | 5',
      ['T checkup-rate >= 60.0%', 'A checkup-rate 61.2% 9月末 #5', 'V checkup-rate 達成 (headquarters)'],
    ],
    [
      'the phrase of a target stands in the name as well',
      '返納金債権の回収率について対前年度以上とする | 対前年度以上（54.11%） | 53.40% | 20',
      ['T claim-recovery-rate >= previous_year (対前年度 54.11%)', 'A claim-recovery-rate 53.40% 9月末 #20'],
    ],
  ];
  it.each(ranked)('%s', (_, row, records) => {
    expect(rows(RANKED, row)).toEqual(records);
  });
});

describe('what stands behind the statement of a target in its cell', () => {
  const BIDS = '一般競争入札に占める一者応札案件の割合を15％以下とする。';
  const FEW = 'ただし、入札件数が6件以下の場合は一者応札件数を1件以下とする';
  const cases: [statement: string, target: [name: string, baselines: string[], conditions: string[]]][] = [
    [BIDS + FEW, ['一般競争入札に占める一者応札案件の割合', [], [FEW]]],
    [
      `${BIDS}前年度において15％以下となった場合は、前年度以下とする`,
      ['一般競争入札に占める一者応札案件の割合', [], ['前年度において15％以下となった場合は、前年度以下とする']],
    ],
    ['郵送化率を対前年度（95.8％）以上とする', ['郵送化率', ['対前年度 95.8%'], []]],
    ['郵送化率を対前年度以上とする（95.8％）', ['郵送化率', ['対前年度 95.8%'], []]],
    ['郵送化率を対前年度以上とする（令和5年度実績 95.8％）', ['郵送化率', ['令和5年度実績 95.8%'], []]],
    ['ジェネリック医薬品使用割合（※）を80％以上とする ※医科、調剤', ['ジェネリック医薬品使用割合', [], []]],
  ];
  it.each(cases)('%s', (statement, expected) => {
    const { targets } = readProgress([...HEAD.slice(1), `| 施策 | ${statement} | 94.1％ |`]);
    const printed = targets.map(({ name, baselines, conditions }) => [
      name,
      baselines.map(({ label, value, unit }) => `${label} ${value}${unit}`),
      conditions.map(({ text }) => text),
    ]);
    expect(printed).toEqual([expected]);
  });

  it('a legend below the table explains its marks and is no verdict', () => {
    const lines = [
      '| KPI | 実績（9月末） | 進捗状況 |',
      '|---|---|---|',
      '| 郵送化率を95％以上とする | 未集計 | － |',
      '',
      '※ ○：達成見込み △：達成困難',
    ];
    expect(said(lines)).toEqual(['T mailing-rate >= 95%', 'A mailing-rate “未集計” 9月末']);
  });
});

describe('the date that a target names', () => {
  const cases: [statement: string, name: string, asOf: string | undefined][] = [
    ['令和6年11月末時点のマイナ保険証利用率を50％以上とする', 'マイナ保険証利用率', '令和6年11月末時点'],
    ['ジェネリック医薬品使用割合（令和4年3月診療分）を80％以上とする', 'ジェネリック医薬品使用割合', '令和4年3月診療分'],
    ['健診実施率を年度末時点で62％以上とする', '健診実施率', '年度末時点'],
    ['令和4年度における健診実施率を62％以上とする', '健診実施率', undefined],
  ];
  it.each(cases)('%s', (statement, name, asOf) => {
    expect(readProgress(['【KPI】', statement]).targets.map((target) => [target.name, target.asOf])).toEqual([[name, asOf]]);
    const [, ...table] = HEAD;
    expect(readProgress([...table, `| 目標 | ${statement} | 40％ |`]).targets.map((target) => [target.name, target.asOf])).toEqual([
      [name, asOf],
    ]);
  });
});
