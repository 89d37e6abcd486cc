import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actual, Finding, KpiRecord, Rating, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';
import { inShort } from '../normalize/read.ts';

const TITLE = '令和3年度事業報告書';
const AREA = '戦略的保険者機能関係';

/** Reads lines as an annual report of the headquarters, under its title and an area. */
function read(lines: readonly string[], { name = 'report.txt', head = [TITLE, '', AREA, ''] } = {}) {
  const { records, ...reading } = readPaper(documentFromText(name, [...head, ...lines].join('\n')), { catalog: createCatalog() });
  const of = <T extends KpiRecord['type']>(type: T) =>
    records.filter((record): record is Extract<KpiRecord, { type: T }> => record.type === type);
  return {
    ...reading,
    targets: of('target'),
    actuals: of('actual'),
    verdicts: of('verdict'),
    ratings: of('rating'),
    findings: of('finding'),
  };
}

interface Read {
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
  readonly verdicts: readonly Verdict[];
}

/** A row in a line: measure, mark and target with its baselines, result, verdict. */
function rowsOf({ targets, actuals, verdicts }: Read): string[] {
  return targets.map((target, index) => {
    const baselines = target.baselines.map(({ label, value, unit }) => `（${label} ${value}${unit}）`).join('');
    const goal = `${target.marker}${inShort(target)}${baselines}`;
    return [target.measure, goal, actuals[index]?.text ?? '', verdicts[index]?.verdict ?? ''].join(' | ');
  });
}

const HEAD = '具体的施策 結果 達成状況';
const FULL_HEAD = '具体的施策 KPI 目標 結果 達成状況';

describe('the left column in front of the head', () => {
  it('goes back to its rows, by the catalog and in order', () => {
    const { targets, findings } = read([
      '特定健診受診率・事業者健診データ',
      '取得率等の向上',
      'ジェネリック医薬品の使用促進',
      '調査研究の推進',
      HEAD,
      '① 生活習慣病予防健診実施率を61.2％以上とする 61.2% 56.4% 未達成',
      '② 事業者健診データ取得率を9.1％以上とする 9.1% 8.8% 概ね達成',
      'ジェネリック医薬品使用割合を80％以上とする 80% 81.7% 達成',
      '調査研究報告書を3本以上とする 3本 4本 達成',
      '組織・運営体制関係',
      '具体的施策',
      '費用対効果を踏まえたコスト削減等',
      'KPI 目標 結果 達成状況',
      '一般競争入札に占める一者応札案件の割合について、20％以下とする 20％以下 15.5％ 達成',
    ]);
    expect(targets.map(({ area, measure }) => [area, measure])).toEqual([
      ['戦略的保険者機能', '特定健診受診率・事業者健診データ取得率等の向上'],
      ['戦略的保険者機能', '特定健診受診率・事業者健診データ取得率等の向上'],
      ['戦略的保険者機能', 'ジェネリック医薬品の使用促進'],
      ['戦略的保険者機能', '調査研究の推進'],
      ['組織・運営体制', '費用対効果を踏まえたコスト削減等'],
    ]);
    expect(findings).toEqual([]);
  });
});

describe('what a row says twice or in other words', () => {
  const cases: [row: string, expected: string][] = [
    [
      '査定率について対前年度以上とする 対前年度以上（0.362%） 0.337% 未達成',
      ' | 査定率 >= previous_year（対前年度 0.362%） | 0.337% | 未達成',
    ],
    [
      '効果的な意見発信を全支部で実施する 全支部（47支部） 30支部 未達成',
      ' | 効果的な意見発信を全支部で実施する = 47支部 | 30支部 | 未達成',
    ],
    ['郵送化率を95％以上とする 95% 96.1% ○達成', ' | 郵送化率 >= 95% | 96.1% | 達成'],
  ];
  it.each(cases)('%s', (row, expected) => {
    expect(rowsOf(read([FULL_HEAD, row])).map((one) => one.replace(/^[^|]*/, ' ').trim())).toEqual([expected.trim()]);
  });
});

describe('a list in aligned columns', () => {
  it('wraps in its cells, with the areas between the rows', () => {
    const found = read([
      '具体的施策                        KPI                                                目標         実績         達成度',
      '基盤的保険者機能関係',
      ' サービス水準の向上               ① サービススタンダードの達成状況を                 100%         99.9%        未達成',
      '                                     100％とする',
      '                                  ② 現金給付等の申請に係る郵送化率を95.5％           95.5%        95.7%        達成',
      '                                     以上とする',
      ' 効果的なレセプト点検の           協会のレセプト点検の査定率について対前年度         対前年度以上  0.137%      達成',
      ' 推進                             以上とする                                         （0.130%）',
      '戦略的保険者機能関係',
      ' コラボヘルスの推進               健康宣言事業所数を80,000事業所以上とする           80,000事業所 87,000事業所 達成',
      '                                  意見発信を実施した支部数                           全支部（47支部） 41支部／47支部 未達成',
    ]);
    expect(rowsOf(found)).toEqual([
      'サービス水準の向上 | ①サービススタンダードの達成状況 = 100% | 99.9% | 未達成',
      'サービス水準の向上 | ②現金給付等の申請に係る郵送化率 >= 95.5% | 95.7% | 達成',
      '効果的なレセプト点検の推進 | 協会のレセプト点検の査定率 >= previous_year（対前年度 0.130%） | 0.137% | 達成',
      'コラボヘルスの推進 | 健康宣言事業所数 >= 80000事業所 | 87,000事業所 | 達成',
      'コラボヘルスの推進 | 意見発信を実施した支部数 = 47支部 | 41支部／47支部 | 未達成',
    ]);
    expect(found.targets.map(({ area }) => area)).toEqual([...Array(3).fill('基盤的保険者機能'), ...Array(2).fill('戦略的保険者機能')]);
    expect(found.actuals.at(-1)).toMatchObject({ unit: '支部', asOf: null });
    expect(String(found.actuals.at(-1)?.value)).toBe('41');
  });
});

describe('the list of KPIs in running text', () => {
  const cases: [what: string, lines: string[], rows: string[]][] = [
    [
      'words wrapped over lines, then the figures',
      [
        HEAD,
        'ジェネリック医薬品の',
        '',
        '使用促進',
        '',
        'ジェネリック医薬品使用割合',
        '(※)を80％以上とする',
        '※医科、DPCなど',
        '',
        '80% 80.4% 達成',
      ],
      ['ジェネリック医薬品の使用促進 | ジェネリック医薬品使用割合 >= 80% | 80.4% | 達成'],
    ],
    [
      'a row on one line',
      [FULL_HEAD, 'コラボヘルスの推進 健康宣言事業所数を70,000事業所以上とする 70,000事業所 68,992事業所 概ね達成'],
      ['コラボヘルスの推進 | 健康宣言事業所数 >= 70000事業所 | 68,992事業所 | 概ね達成'],
    ],
    [
      'figures one under the other, a verdict cut in two',
      [
        '具体的施策',
        'KPI',
        '目標',
        '結果',
        '達成状況',
        '限度額適用認定証の利用促進',
        '限度額適用認定証の使用割合を84％以上とする',
        '84%',
        '81.4%',
        '概ね',
        '達成',
      ],
      ['限度額適用認定証の利用促進 | 限度額適用認定証の使用割合 >= 84% | 81.4% | 概ね達成'],
    ],
    [
      'a statement that goes on behind its figures, beside a measure that wraps',
      [FULL_HEAD, '特定保健指導の実施率 特定保健指導の実施率を 20.6% 15.4% 未達成', 'の向上 20.6％以上とする'],
      ['特定保健指導の実施率の向上 | 特定保健指導の実施率 >= 20.6% | 15.4% | 未達成'],
    ],
    [
      'the figure beside 対前年度 is the year before’s',
      [FULL_HEAD, '広報の推進 加入者理解率の平均について対前年度以上とする 45.6% 41.0% 未達成'],
      ['広報の推進 | 加入者理解率の平均 >= previous_year（対前年度 45.6%） | 41.0% | 未達成'],
    ],
    [
      'the figure beside words is the target',
      [FULL_HEAD, '医療制度に関する意見発信 効果的な意見発信を全支部で実施する 47支部 30支部 未達成'],
      ['医療制度に関する意見発信 | 効果的な意見発信を全支部で実施する = 47支部 | 30支部 | 未達成'],
    ],
    [
      'a qualitative target, answered in words',
      [FULL_HEAD, '医療制度に関する意見発信 関係会議において意見を発信する 実施 達成'],
      ['医療制度に関する意見発信 | 関係会議において意見を発信する do qualitative | 実施 | 達成'],
    ],
    [
      'no target column: the statement has it',
      [HEAD, '支部独自の新しい取組の推進', '新しい取組の参加者数を', '500人以上とする', '512人 達成'],
      ['支部独自の新しい取組の推進 | 新しい取組の参加者数 >= 500人 | 512人 | 達成'],
    ],
    [
      'columns in another order, the target with its comparator, the year before',
      ['KPI 2年度実績 3年度目標 3年度実績 達成状況', '② 郵送化率 94.8% 95%以上 95.5% 達成'],
      [' | ②郵送化率 >= 95%（2年度実績 94.8%） | 95.5% | 達成'],
    ],
    [
      'a result that is not there',
      [FULL_HEAD, 'ジェネリック医薬品の使用促進 ジェネリック医薬品使用割合を80％以上とする 80% － －'],
      ['ジェネリック医薬品の使用促進 | ジェネリック医薬品使用割合 >= 80% | － | '],
    ],
    [
      'yen, and the figure of the year before in brackets',
      ['KPI 結果 達成状況', '再審査レセプト1件当たりの査定額を対前年度以上（6,330円）とする 7,125円 達成'],
      [' | 再審査レセプト1件当たりの査定額 >= previous_year（対前年度 6330円） | 7,125円 | 達成'],
    ],
  ];
  it.each(cases)('%s', (_, lines, rows) => {
    const reading = read(lines);
    expect(rowsOf(reading)).toEqual(rows);
    expect(reading.findings).toEqual([]);
  });

  it('keeps the lines of a row, and for its result those of the figures', () => {
    const { targets, actuals, verdicts } = read([HEAD, '', 'ジェネリック医薬品使用割合を80％', '以上とする', '', '80% 80.4% 達成']);
    expect(targets[0]?.source).toMatchObject({
      lineStart: 7,
      lineEnd: 10,
      quote: 'ジェネリック医薬品使用割合を80％\n以上とする\n80% 80.4% 達成',
    });
    for (const record of [actuals[0], verdicts[0]])
      expect(record?.source).toMatchObject({ lineStart: 10, lineEnd: 10, quote: '80% 80.4% 達成' });
  });
});

describe('the left column', () => {
  const rows = ['① 研修を受けた者の割合を90％以', '上とする', '90% 93.5% 達成', '② 監査の改善率を70％以上とする', '70% 68.0% 概ね達成'];
  const more = ['① 電子申請の利用率を30％以上と', 'する', '30% 31.2% 達成'];
  const known = ['① 加入者理解率の平均を40％以上とする', '40% 41.0% 達成'];
  const training = ['人材育成による組織', '力の強化'];
  const digital = ['デジタル化による利', '便性の向上'];
  const cases: [what: string, lines: string[], measures: string[]][] = [
    ['one cell for ①②, in front of ①', [...training, ...rows], ['人材育成による組織力の強化', '人材育成による組織力の強化']],
    [
      'one cell for ①②, between them',
      [...rows.slice(0, 3), ...training, ...rows.slice(3)],
      ['人材育成による組織力の強化', '人材育成による組織力の強化'],
    ],
    [
      'behind the table, in order',
      [...rows, ...more, 'KPI', ...training, ...digital],
      ['人材育成による組織力の強化', '人材育成による組織力の強化', 'デジタル化による利便性の向上'],
    ],
    [
      'behind the table, what the catalog knows first',
      [...rows, ...known, '広報活動や健康保険委員を', '通じた加入者等の理解促進', ...training],
      ['人材育成による組織力の強化', '人材育成による組織力の強化', '広報活動や健康保険委員を通じた加入者等の理解促進'],
    ],
    [
      'all of it in front',
      [...training, ...digital, ...rows, ...more],
      ['人材育成による組織力の強化', '人材育成による組織力の強化', 'デジタル化による利便性の向上'],
    ],
  ];
  it.each(cases)('%s', (_, lines, measures) => {
    const { targets, verdicts, findings } = read([HEAD, ...lines, '', '● この先は次の計画の説明が続き、一覧の行はもうありません。']);
    expect(targets.map(({ measure }) => measure)).toEqual(measures);
    expect(verdicts.map(({ measure }) => measure)).toEqual(measures);
    expect(new Set(targets.map(({ area }) => area))).toEqual(new Set(['戦略的保険者機能']));
    expect(findings).toEqual([]);
  });

  it('where cells are missing, gives out none by order', () => {
    expect(read([HEAD, ...rows, ...more, ...digital]).targets.map(({ measure }) => measure)).toEqual([null, null, null]);
  });
});

describe('areas and chapters', () => {
  it('takes the area from the title of the list, which opens no appendix', () => {
    const head = [TITLE, '（参考）2021年度 事業計画 KPI一覧 組織・運営体制関係', '', HEAD];
    const { targets } = read(['費用対効果を踏まえたコスト削減等', '一者応札案件の割合について、20％以下とする', '20% 15.5% 達成'], {
      head,
    });
    expect(targets).toMatchObject([
      { area: '組織・運営体制', outline: ['組織・運営体制関係', '費用対効果を踏まえたコスト削減等'], duplicateOf: null },
    ]);
  });

  it('puts a table without a column of measures under the heading of its chapter', () => {
    const { targets } = read([
      '（1） 特定保健指導の実施率の向上',
      '・面談の機会を増やしました。',
      'KPI 目標 実績 達成状況',
      '特定保健指導の実施率 20.6%以上 21.0% 達成',
      '（2） 重症化予防対策の推進',
      '・案内を見直しました。',
      'KPI 目標 実績 達成状況',
      '受診勧奨後3か月以内に医療機関を受診した者の割合 12.9%以上 10.1% 未達成',
    ]);
    expect(targets.map(({ measure, area }) => [area, measure])).toEqual([
      ['戦略的保険者機能', '特定保健指導の実施率の向上'],
      ['戦略的保険者機能', '重症化予防対策の推進'],
    ]);
  });

  it('reads tables without verdicts, whose targets stand in the names or in a column of words', () => {
    const head = ['平成28年度事業報告書', '（1） サービス水準の向上'];
    const lines = [
      '目標指標 平成28年度実績',
      'サービススタンダードの達成状況を100％とする 99.99%',
      '（2） レセプト点検の推進',
      '目標指標 目標 平成27年度実績 平成28年度実績',
      '診療内容等の査定効果額 前年度を上回る 144円 153円',
      '・次の年度も同じ取組を続けます。',
    ];
    const reading = read(lines, { head });
    expect(rowsOf(reading)).toEqual([
      'サービス水準の向上 | サービススタンダードの達成状況 = 100% | 99.99% | ',
      'レセプト点検の推進 | 診療内容等の査定効果額 > previous_year（対前年度 144円） | 153円 | ',
    ]);
  });

  it('reads the KPIs that a chapter marks as a plan does; the list behind repeats them', () => {
    const { targets, markers } = read([
      '（1） ジェネリック医薬品の使用促進',
      '■ KPI：ジェネリック医薬品使用割合を80％以上とする',
      '・使用割合は前の年を上回りました。',
      FULL_HEAD,
      'ジェネリック医薬品の使用促進 ジェネリック医薬品使用割合を80％以上とする 80% 80.4% 達成',
    ]);
    expect(targets.map(({ id, duplicateOf }) => [id, duplicateOf])).toEqual([
      ['honbu-2021-generic-medicine-share', null],
      ['honbu-2021-generic-medicine-share~2', 'honbu-2021-generic-medicine-share'],
    ]);
    expect(markers).toBe(2);
  });
});

describe('explicit tables', () => {
  const markdown = [
    '| 具体的施策 | KPI | 目標 | 実績 | 達成状況 |',
    '|---|---|---:|---:|:---:|',
    '| サービス水準の向上 | ① サービススタンダードの達成状況を100％とする | 100% | 99.9% | 概ね達成 |',
    '| | ② 郵送化率を<br>95％以上とする | 95% | 95.6% | 達成 |',
    '| コラボヘルスの推進 | ①健康宣言事業所数を80,000事業所以上とする<br>②喫煙率を前年度以下とする | ①80,000事業所<br>②30.1% | ①79,000事業所<br>②29.8% | ①概ね達成<br>②達成 |',
    '| 特定健診の推進 | （参考）特定健診実施率 | 56.3% | 51.1% | 未達成 |',
  ];
  const expected = [
    'サービス水準の向上 | ①サービススタンダードの達成状況 = 100% | 99.9% | 概ね達成',
    'サービス水準の向上 | ②郵送化率 >= 95% | 95.6% | 達成',
    'コラボヘルスの推進 | ①健康宣言事業所数 >= 80000事業所 | 79,000事業所 | 概ね達成',
    'コラボヘルスの推進 | ②喫煙率 <= previous_year（対前年度 30.1%） | 29.8% | 達成',
    '特定健診の推進 | （参考）特定健診実施率 = 56.3% | 51.1% | 未達成',
  ];

  it('Markdown', () => {
    const reading = read([...markdown, '', '達成 2 概ね達成 2 未達成 0'], { name: 'report.md' });
    expect(rowsOf(reading)).toEqual(expected);
    expect(reading.findings).toEqual([]);
  });

  it('tabs', () => {
    const tabs = markdown
      .filter((line) => !line.includes('---') && !line.includes('<br>'))
      .map((line) => line.slice(2, -2).replaceAll(' | ', '\t'));
    expect(rowsOf(read(tabs))).toEqual([expected[0], expected[4]]);
  });
});

describe('results in grades', () => {
  const lines = [
    '指標 目標値 実績値 達成度 評定',
    '相談件数 12,000件 14,520件 121.0% A',
    '満足度 90%以上 88.2% 98.0% B',
    '処理期間 10営業日以内 9営業日 111.1% B',
  ];

  it('of a table whose rows name no measure', () => {
    const reading = read(lines, { head: ['独立行政法人の例 令和5年度業務実績等報告書'] });
    expect(reading.family).toBe('annual');
    expect(rowsOf(reading)).toEqual([
      ' | 相談件数 = 12000件 | 14,520件 | ',
      ' | 満足度 >= 90% | 88.2% | ',
      ' | 処理期間 <= 10営業日 | 9営業日 | ',
    ]);
    expect(reading.ratings.map(({ measure, grade, rubric }: Rating) => `${measure} ${grade} ${rubric}`)).toEqual([
      '相談件数 A iaa',
      '満足度 B iaa',
      '処理期間 B iaa',
    ]);
    expect(reading.actuals.map(({ attainment }) => attainment?.text)).toEqual(['121.0', '98.0', '111.1']);
  });
});

describe('what does not agree', () => {
  const row = (goal: string, rest: string) => `ジェネリック医薬品の使用促進 ジェネリック医薬品使用割合を${goal}とする ${rest}`;
  const cases: [what: string, lines: string[], findings: string[]][] = [
    ['the statement and the column of targets', [FULL_HEAD, row('80％以上', '85% 86.1% 達成')], ['result/target 5']],
    ['the rows and the printed counts', [FULL_HEAD, row('80％以上', '80% 80.4% 達成'), '達成 1 概ね達成 1 未達成 0'], ['result/summary 6']],
    [
      'a verdict and the rule that the report states',
      [FULL_HEAD, row('80％以上', '80% 70.0% 概ね達成'), '※「概ね達成」は達成度95％以上としている。'],
      ['result/verdict 5'],
    ],
    ['figures without a KPI', [FULL_HEAD, '80% 80.4% 達成', row('80％以上', '80% 80.4% 達成')], ['target/unread 5']],
  ];
  it.each(cases)('%s', (_, lines, findings) => {
    const found = read(lines, { head: [TITLE, '', AREA] }).findings;
    expect(found.map(({ rule, source }: Finding) => `${rule} ${source.lineStart}`)).toEqual(findings);
  });

  it('says both counts', () => {
    const [finding] = read([FULL_HEAD, row('80％以上', '80% 80.4% 達成'), '達成 0 概ね達成 0 未達成 1']).findings;
    expect(finding?.message.ja).toBe(
      '記載の件数は 達成 0 / 概ね達成 0 / 未達成 1 ですが、一覧の行を数えると 達成 1 / 概ね達成 0 / 未達成 0 です。',
    );
  });
});

describe('the counts behind a rate', () => {
  const list = ['組織・運営体制関係', FULL_HEAD, 'コスト削減等の推進 一者応札案件の割合について、20％以下とする 20% 12.0% 達成'];
  const table = (rate: string) => ['契約件数', '一者応札件数', '一者応札割合', '本部 50 10 20.0%', `総計 200 24 ${rate}`];

  it('go to the result that they make, and are a statistic of their own', () => {
    const { actuals } = read([...table('12.0%'), ...list]);
    expect(
      actuals.map(
        ({ name, text, numerator, denominator, statistic }) => `${name} ${text} ${numerator}/${denominator} ${statistic ?? false}`,
      ),
    ).toEqual(['一者応札割合 総計 12.0% 24/200 true', '一者応札案件の割合 12.0% 24/200 false']);
  });

  it('are not taken from a table that says another rate', () => {
    expect(read([...table('14.0%'), ...list]).actuals.map(({ numerator }) => numerator)).toEqual([null]);
  });

  it('of two years, the year before too', () => {
    const { actuals } = read([
      '（5）柔道整復施術療養費の照会業務の強化',
      '20,000 - 10,000 -',
      '頻回の申請 240 1.20% 115 1.15%',
      '2020年度 2021年度',
      FULL_HEAD,
      '柔道整復施術療養費の照会業務の強化 柔道整復施術療養費の申請に占める、施術箇所３部位以上、かつ月15日以上の施術の申請の割合について対前年度以下とする 1.20% 1.15% 達成',
    ]);
    expect(
      actuals.map(({ fiscalYear, numerator, denominator, statistic }) => [fiscalYear, `${numerator}/${denominator}`, statistic ?? false]),
    ).toEqual([
      [2020, '240/20000', true],
      [2021, '115/10000', true],
      [2021, '115/10000', false],
    ]);
  });
});

describe('whose report it is', () => {
  const lines = [FULL_HEAD, 'ジェネリック医薬品の使用促進 ジェネリック医薬品使用割合を80％以上とする 80% 80.4% 達成'];
  const heads: [head: string[], branch: string, fiscalYear: number][] = [
    [['令和2年度事業報告書', '（協会けんぽ2020）'], '本部', 2020],
    [['2022（令和4）年度 事業報告書', '', '・2021年度に静岡支部で始めた試み'], '本部', 2022],
    [
      ['2019年度からの取組を静岡支部がまとめました', '', '平成30年度 事業報告書（概要版）', '', '目次', '第1章', '第2章', '大阪支部'],
      '本部',
      2018,
    ],
    [['令和5年度 熊本支部 事業報告書'], '熊本', 2023],
    [['全国健康保険協会', '令和5年度 事業報告書'], '本部', 2023],
    // Of another body: its figures are none of 協会けんぽ's.
    [['独立行政法人 南方研究機構', '令和5年度 事業報告書'], '独立行政法人南方研究機構', 2023],
  ];
  it.each(heads)('%j', (head, branch, fiscalYear) => {
    const reading = read(lines, { head });
    expect(reading.family).toBe('annual');
    expect(reading.scopes).toEqual([{ branch, fiscalYear }]);
  });
});

describe('fixtures/annual-2020.txt', () => {
  const text = readFileSync('fixtures/annual-2020.txt', 'utf8');
  const reading = readPaper(documentFromText('annual-2020.txt', text), { catalog: createCatalog() });

  it('is read without a finding, each row with its measure', () => {
    const targets = reading.records.filter((record): record is Target => record.type === 'target');
    expect(reading.records.filter(({ type }) => type === 'finding')).toEqual([]);
    expect(targets.map(({ marker, indicator, measure }) => `${marker}${indicator} ${measure}`)).toEqual([
      '①service-standard サービス水準の向上',
      '②mailing-rate サービス水準の向上',
      'receipt-reduction-rate-combined 効果的なレセプト点検の推進',
      '①card-recovery-rate 返納金債権の発生防止のための保険証回収強化、債権管理回収業務の推進',
      '②claim-recovery-rate 返納金債権の発生防止のための保険証回収強化、債権管理回収業務の推進',
      '①employer-checkup-data-rate 特定健診受診率・事業者健診データ取得率の向上',
      '（参考）checkup-rate 特定健診受診率・事業者健診データ取得率の向上',
      'generic-medicine-share ジェネリック医薬品の使用促進',
      '②opinion-by-economic-indicators 地域の医療提供体制への働きかけや医療保険制度改正等に向けた意見発信',
      'single-bid-share 費用対効果を踏まえたコスト削減等',
    ]);
  });
});

it('bounds its work on hostile lines', () => {
  const hostile = [
    FULL_HEAD,
    '1 '.repeat(50_000),
    '達成 '.repeat(50_000),
    'あ '.repeat(50_000),
    `${'①'.repeat(50_000)} 80% 達成`,
    '('.repeat(50_000),
  ];
  const start = performance.now();
  read([...hostile, ...hostile]);
  expect(performance.now() - start).toBeLessThan(2000);
});
