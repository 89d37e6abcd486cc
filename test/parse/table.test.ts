import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/index.ts';
import { attainmentOf } from '../../src/score/attainment.ts';
import { actualSaid, readSummary, targetSaid, verdictSaid } from './said.ts';

/** What a table says: its targets, results and verdicts in the order of its lines, and what it leaves unread. */
function said(lines: readonly string[], name = 'summary.md'): string[] {
  const { targets, actuals, verdicts, findings } = readSummary(lines, name);
  return [
    ...targets.map(targetSaid),
    ...actuals.map(actualSaid),
    ...verdicts.map(verdictSaid),
    ...findings.map(({ rule, source }) => `${rule}: ${source.quote}`),
  ];
}

describe('one table, in every way that a file keeps it', () => {
  const expected = [
    '本部 2026 生活習慣病予防健診 = 64.8%',
    '熊本 2024 生活習慣病予防健診 >= 68.2%',
    '熊本 2023 生活習慣病予防健診 = 66.5%',
    '本部 2026 健康宣言事業所数 = 110000事業所',
    '熊本 2024 健康宣言事業所数 = 2930事業所',
    '熊本 2023 健康宣言事業所数 = 2080事業所',
    '熊本 2023 生活習慣病予防健診 達成見込み (forecast)',
    '熊本 2023 健康宣言事業所数 達成済み (forecast)',
  ];
  const HEAD = '項目\tR8KPI 協会全体\tR6KPI 熊本支部\tR5KPI 熊本支部\tR5達成状況';
  const rows: [name: string, lines: string[], file?: string][] = [
    [
      'tabs',
      [
        HEAD,
        '生活習慣病 予防健診\t64.8%\t68.2％以上\t66.5%\t○：達成見込み',
        '健康宣言 事業所数\t11万 事業所\t2,930 事業所\t2,080 事業所\t◎：達成済み',
      ],
    ],
    [
      'tabs, broken inside the cells of the head and the rows',
      [
        '項目\tR8KPI',
        '協会全体\tR6KPI',
        '熊本支部\tR5KPI',
        '熊本支部\tR5達成状況',
        '生活習慣病',
        '予防健診\t64.8%\t68.2％以上\t66.5%\t○：',
        '達成見込み',
        '健康宣言',
        '事業所数\t11万',
        '事業所\t2,930 事業所\t2,080',
        '事業所\t◎：達成済み',
      ],
    ],
    [
      'pipes',
      [
        '| 項目 | R8KPI<br>協会全体 | R6KPI<br>熊本支部 | R5KPI<br/>熊本支部 | R5達成状況 |',
        '|:---|---:|---:|---:|:---:|',
        '| 生活習慣病<br>予防健診 | 64.8% | **68.2％以上** | 66.5% | ○：達成見込み |',
        '| 健康宣言<br>事業所数 | 11万<br>事業所 | 2,930 事業所 | 2,080 事業所 | ◎：達成済み |',
      ],
    ],
    [
      'pipes in plain text, broken inside cells',
      [
        '| 項目 | R8KPI 協会全体 | R6KPI 熊本支部 | R5KPI 熊本支部 | R5達成状況 |',
        '|---|---|---|---|---|',
        '| 生活習慣病',
        '予防健診 | 64.8% | 68.2％以上 | 66.5% | ○：',
        '達成見込み |',
        '| 健康宣言<br>事業所数 | 11万 事業所 | 2,930 事業所 | 2,080 事業所 | ◎：達成済み |',
      ],
      'summary.txt',
    ],
    [
      'pipes, a row for each line of a cell',
      [
        '| 項目 | R8KPI | R6KPI | R5KPI | R5 |',
        '| | 協会全体 | 熊本支部 | 熊本支部 | 達成状況 |',
        '|---|---|---|---|---|',
        '| 生活習慣病 | 64.8% | 68.2％以上 | 66.5% | ○：達成見込み |',
        '| 予防健診 | | | | |',
        '| 健康宣言事業所数 | 11万 | 2,930 | 2,080 | ◎：達成済み |',
        '| | 事業所 | 事業所 | 事業所 | |',
      ],
    ],
    [
      'aligned columns',
      [
        '項目                R8KPI         R6KPI          R5KPI          R5達成状況',
        '                    協会全体      熊本支部       熊本支部',
        '生活習慣病          64.8%         68.2％以上     66.5%          ○：達成見込み',
        '予防健診',
        '健康宣言',
        '事業所数            11万 事業所   2,930 事業所   2,080 事業所   ◎：達成済み',
      ],
    ],
    [
      'single spaces, as PDF extraction leaves them',
      [
        '項目 R8KPI 協会全体 R6KPI 熊本支部 R5KPI 熊本支部 R5達成状況',
        '生活習慣病 予防健診 64.8% 68.2％以上 66.5% ○：達成見込み',
        '健康宣言 事業所数 11万 事業所 2,930 事業所 2,080 事業所 ◎：達成済み',
      ],
    ],
    [
      'a line for each cell',
      [
        ...['項目', 'R8KPI', '協会全体', 'R6KPI 熊本支部', 'R5KPI 熊本支部', 'R5達成状況'],
        ...['生活習慣病', '予防健診', '64.8%', '68.2％以上', '66.5%', '○：達成見込み'],
        ...['健康宣言 事業所数', '11万 事業所', '2,930 事業所', '2,080 事業所', '◎：達成済み'],
      ],
    ],
    [
      'years in full, a legend for the marks, the head again on the next page',
      [
        '項目\t令和8年度KPI（協会全体）\t令和6年度KPI\t令和5年度KPI（熊本支部）\t令和5年度の達成見込み',
        '生活習慣病予防健診\t64.8％\t68.2％以上\t66.5％\t○',
        '項目\t令和8年度KPI（協会全体）\t令和6年度KPI\t令和5年度KPI（熊本支部）\t令和5年度の達成見込み',
        '健康宣言事業所数\t11万事業所\t2,930事業所\t2,080事業所\t◎',
        '',
        '※ ◎：達成済み　○：達成見込み　△：達成困難',
      ],
    ],
  ];
  it.each(rows)('%s', (_, lines, file) => {
    expect(said(lines, file)).toEqual(expected);
  });
});

describe('what a cell of targets holds', () => {
  it.each([
    ['95.0%', '= 95.0%'],
    ['68.7', '= 68.7'],
    ['95.0％以上', '>= 95.0%'],
    ['前年度以上', '>= previous_year'],
    ['前年度同額以下', '<= previous_year'],
    ['対前年度（0.376％）以上', '>= previous_year (対前年度 0.376%)'],
    ['前年度以上（62.49％）', '>= previous_year (対前年度 62.49%)'],
    ['前年度と過去3年度の平均値のいずれか高い値以上', '>= max_of_previous_year_and_3y_mean'],
    ['過去3年度の平均値以上', '>= mean_of_3y'],
    ['10営業日以内', '<= 10営業日'],
    ['累計100件以上', '>= 100件'],
    ['▲2,700人', '= -2700人'],
    ['▲2,700人以上', '<= -2700人'],
    ['12億円', '= 1200000000円'],
    ['1,200銘柄', '= 1200銘柄'],
    ['減少', '< previous_year'],
    ['増加させる', '> previous_year'],
    ['実施', 'do qualitative'],
  ])('%s', (cell, promise) => {
    expect(said(['項目\tR6KPI 熊本支部', `保健の指標\t${cell}`])).toEqual([`熊本 2024 保健の指標 ${promise}`]);
  });

  it.each(['－', '-', '設定なし', '（新設）', ''])('nothing: %s', (cell) => {
    expect(said(['項目\tR8KPI 協会全体\tR6KPI 熊本支部', `保健の指標\t${cell}\t50％`])).toEqual(['熊本 2024 保健の指標 = 50%']);
  });

  it.each([
    ['20％以下（入札件数が4件以下の場合は1件以下）', '入札件数が4件以下の場合は1件以下'],
    ['20％以下、ただし入札件数が4件以下の場合は1件以下とする', 'ただし入札件数が4件以下の場合は1件以下とする'],
    ['20％以下（ただし、入札件数が4件以下の場合は1件以下）', 'ただし、入札件数が4件以下の場合は1件以下'],
  ])('a condition: %s', (cell, condition) => {
    const { targets } = readSummary(['項目\tR6KPI 熊本支部', `一者応札割合\t${cell}`]);
    expect(targets.map((target) => [targetSaid(target), target.conditions])).toEqual([
      ['熊本 2024 一者応札割合 <= 20%', [{ text: condition }]],
    ]);
  });

  it('a remark that says what is measured, for that cell alone; a passing one is left out', () => {
    const head = '項目\tR6KPI 熊本支部\tR5KPI 熊本支部';
    expect(
      said([head, '協会のレセプト点検査定率\t前年度以上\t0.376% (基金合算)', '郵送化率\t96.0％（見込み）\t95.0％（全国3位）']),
    ).toEqual([
      '熊本 2024 協会のレセプト点検査定率 >= previous_year',
      '熊本 2023 協会のレセプト点検査定率（基金合算） = 0.376%',
      '熊本 2024 郵送化率 = 96.0%',
      '熊本 2023 郵送化率 = 95.0%',
    ]);
  });

  it('a change is measured on a name that says so, and the result beside it on the other', () => {
    const lines = [
      '指標\t基準値（令和2年度）\t目標値（令和6年度）\t実績値（令和6年度）',
      '紙の使用量\t1,200kg\t令和2年度比5％以上削減\t1,100kg',
    ];
    expect(said(lines)).toEqual([
      '熊本 2024 紙の使用量の令和2年度比削減率 >= 5% (基準値（令和2年度） 1200kg)',
      '熊本 2024 紙の使用量 1100kg',
    ]);
  });
});

describe('what is enumerated in one cell, with results and verdicts in theirs', () => {
  const expected = [
    '熊本 2024 ①債権の回収率 >= max_of_previous_year_and_3y_mean (目標値 88.8%)',
    '熊本 2024 ②マイナ保険証の利用率 >= 50%',
    '熊本 2024 債権の回収率 90.4%',
    '熊本 2024 マイナ保険証の利用率 48%',
    '熊本 2024 債権の回収率 達成 (headquarters)',
    '熊本 2024 マイナ保険証の利用率 概ね達成 (headquarters)',
  ];
  const FIRST = '債権の回収率について、前年度と過去3年度の平均値のいずれか高い値以上とする';
  const SECOND = '令和6年11月末時点のマイナ保険証の利用率を50％以上とする';
  it.each([
    ['①②, parted by breaks', `①${FIRST}<br>②${SECOND}`, '①88.8%<br>②50%', '①90.4%<br>②48%', '①達成<br>②概ね達成'],
    ['①②, run together', `①${FIRST}②${SECOND}`, '①88.8%②50%', '①90.4% ②48%', '①達成②概ね達成'],
    ['lines alone in the other cells', `①${FIRST}<br>②${SECOND}`, '88.8%<br>50%', '90.4%<br>48%', '達成<br>概ね達成'],
  ])('%s', (_, names, targets, results, verdicts) => {
    const head = ['| 具体的施策 | KPI | 目標値 | 結果 | 達成状況 |', '|---|---|---|---|---|'];
    expect(said([...head, `| ③ 債権回収の推進 | ${names} | ${targets} | ${results} | ${verdicts} |`])).toEqual(expected);
  });

  it('1) 2)', () => {
    const lines = ['KPI\t結果\t達成状況', `1) ${FIRST} 2) ${SECOND}\t1) 90.4% 2) 48%\t1) 達成 2) 概ね達成`];
    expect(said(lines)).toEqual(expected.map((line) => line.replace('①', '1)').replace('②', '2)').replace(' (目標値 88.8%)', '')));
  });

  it('marks of a column without a year judge the target beside them; in a paper of the headquarters its own', () => {
    expect(
      said(['項目\tR8KPI 協会全体\tR6KPI 熊本支部\tR5KPI 熊本支部\t達成状況', '郵送化率\t前年度以上\t前年度以上\t96.0%\t○']).at(-1),
    ).toBe('熊本 2023 郵送化率 達成見込み (forecast)');
    expect(said(['項目\tR6KPI 協会全体\tR5KPI 協会全体\tR5達成状況', '郵送化率\t前年度以上\t96.0%\t△']).at(-1)).toBe(
      '本部 2023 郵送化率 達成困難 (forecast)',
    );
  });

  it('one name for several targets that their cell tells apart', () => {
    const lines = ['項目\tR6KPI 熊本支部\tR5達成状況', '特定保健指導\t①被保険者 39.5% ②被扶養者 26.0%\t①○ ②△'];
    expect(said(lines)).toEqual([
      '熊本 2024 ①特定保健指導（被保険者） = 39.5%',
      '熊本 2024 ②特定保健指導（被扶養者） = 26.0%',
      '熊本 2023 特定保健指導（被保険者） 達成見込み (forecast)',
      '熊本 2023 特定保健指導（被扶養者） 達成困難 (forecast)',
    ]);
  });
});

describe('tables of other bodies', () => {
  it('KPI 数値 / 結果 / 対計画値: the printed attainment is kept, and is what the two figures give, half up', () => {
    const { actuals, targets } = readSummary([
      'KPI\tKPI数値\t結果\t対計画値',
      '被保険者の特定保健指導実施率を32.0％以上とする\t32.0%\t30.8%\t96.3%',
    ]);
    expect(targets.map(targetSaid)).toEqual(['熊本 2024 被保険者の特定保健指導実施率 >= 32.0%']);
    expect(actuals.map(actualSaid)).toEqual(['熊本 2024 被保険者の特定保健指導実施率 30.8%, 96.3%']);
    expect(attainmentOf(Decimal.of('30.8'), Decimal.of('32.0'), 'higher')?.text).toBe(actuals[0]?.attainment?.text);
  });

  it('基準値 → 目標値 → 実績値: a direction is set against the value it starts from', () => {
    expect(
      said([
        '| 指標 | 単位 | 基準値（令和元年度） | 目標値（令和6年度） | 実績値（令和6年度） | 判定 |',
        '|---|---|---|---|---|---|',
        '| 健康寿命 | 歳 | 72.3 | 73.0 | 72.8 | 未達成 |',
        '| 喫煙率 | % | 25.2 | 減少 | 24.0 | ○ |',
        '| 運動する人の割合 | % | 40.1 | 増加 | 40.0 | × |',
      ]),
    ).toEqual([
      '熊本 2024 健康寿命 = 73.0歳 (基準値（令和元年度） 72.3歳)',
      '熊本 2024 喫煙率 < 25.2% (基準値（令和元年度） 25.2%)',
      '熊本 2024 運動する人の割合 > 40.1% (基準値（令和元年度） 40.1%)',
      '熊本 2024 健康寿命 72.8歳',
      '熊本 2024 喫煙率 24.0%',
      '熊本 2024 運動する人の割合 40.0%',
      '熊本 2024 健康寿命 未達成 (headquarters)',
      '熊本 2024 喫煙率 達成 (headquarters)',
      '熊本 2024 運動する人の割合 未達成 (headquarters)',
    ]);
  });

  it('基準値 in 万 and 億 is as large as its target', () => {
    const rows = ['| 指標 | 基準値 | 目標値 | 実績値 |', '|---|---|---|---|', '| 来訪者数 | 120万人 | 200万人 | 154万人 |'];
    expect(said(rows)).toEqual(['熊本 2024 来訪者数 = 2000000人 (基準値 1200000人)', '熊本 2024 来訪者数 1540000人']);
  });

  it('基準値 → 目標値 → 実績値 with arrows between them', () => {
    expect(said(['指標 基準値 → 目標値 → 実績値', '健康寿命 72.3歳 → 73.0歳以上 → 72.8歳'], 'summary.txt')).toEqual([
      '熊本 2024 健康寿命 >= 73.0歳 (基準値 72.3歳)',
      '熊本 2024 健康寿命 72.8歳',
    ]);
  });

  it('評価 S to D with 重要度 and 困難度, of two years', () => {
    const { ratings } = readSummary([
      '| 令和6年度評価項目 | 重要度 | 困難度 | 評価方法 | 令和6年度自己評価 | 令和5年度最終評価 |',
      '|---|---|---|---|---|---|',
      '| ③特定保健指導実施率及び質の向上 | 高 | 高 | 定量 | B | C |',
      '| ④コラボヘルスの推進 | | 高 | 定性 | A | B |',
    ]);
    const brief = ratings.map(({ fiscalYear, number, measure, grade, rubric, importance, difficulty }) => {
      return [fiscalYear, number, measure, grade, rubric, importance, difficulty];
    });
    expect(brief).toEqual([
      [2024, '③', '特定保健指導実施率及び質の向上', 'B', 'iaa', '高', '高'],
      [2023, '③', '特定保健指導実施率及び質の向上', 'C', 'iaa', '高', '高'],
      [2024, '④', 'コラボヘルスの推進', 'A', 'iaa', null, '高'],
      [2023, '④', 'コラボヘルスの推進', 'B', 'iaa', null, '高'],
    ]);
  });

  it('areas and measures in columns of their own, merged over their rows', () => {
    const { targets, actuals } = readSummary([
      '| 分野 | 具体的施策 | KPI | 令和6年度目標 | 令和6年度実績（12月末） |',
      '|---|---|---|---|---|',
      '| 基盤的保険者機能 | ② サービス水準の向上 | サービススタンダード | 100% | 100% |',
      '| | | 郵送化率 | 前年度以上 | 95.1% |',
      '| 戦略的保険者機能 | コラボヘルスの推進 | 健康宣言事業所数 | 1,250事業所 | 1,240事業所 |',
    ]);
    expect(targets.map(({ area, measure, name }) => [area, measure, name])).toEqual([
      ['基盤的保険者機能', 'サービス水準の向上', 'サービススタンダード'],
      ['基盤的保険者機能', 'サービス水準の向上', '郵送化率'],
      ['戦略的保険者機能', 'コラボヘルスの推進', '健康宣言事業所数'],
    ]);
    expect(actuals.map(({ asOf }) => asOf)).toEqual(['12月末', '12月末', '12月末']);
  });

  it.each([
    ['no head over the names', '|  | R6KPI 熊本支部 | R5達成状況 |'],
    ['区分', '| 区分 | R6KPI 熊本支部 | R5達成状況 |'],
    ['KPI', '| KPI | R6年度目標 | R5達成状況 |'],
    ['指標', '| 指標 | 2024年度目標値 | 2023年度の達成見込み |'],
  ])('names under %s', (_, head) => {
    expect(said([head, '|---|---|---|', '| 郵送化率 | 96.0% | 達成見込み（○） |'])).toEqual([
      '熊本 2024 郵送化率 = 96.0%',
      '熊本 2023 郵送化率 達成見込み (forecast)',
    ]);
  });

  it.each([
    ['figures without targets', ['年度\t件数\t金額', '令和5年度\t10件\t20円']],
    ['prose with tabs', ['項目を見直し\tKPIの達成を目指して\t取り組む。', 'さらに\t続く\t文']],
  ])('no table of KPIs: %s', (_, lines) => {
    expect(said(lines)).toEqual([]);
  });
});
