import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import type { Actual, Finding, KpiRecord, PrintedRubric, Rating, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const TITLE = '令和４年度 支部事業実施結果報告（熊本支部）';

function read(body: string | readonly string[]) {
  const text = typeof body === 'string' ? body : [TITLE, ...body].join('\n');
  const reading = readPaper(documentFromText('results.txt', text), { catalog: createCatalog() });
  const of = <T extends KpiRecord>(type: T['type']) => reading.records.filter((record): record is T => record.type === type);
  return {
    ...reading,
    text,
    targets: of<Target>('target'),
    actuals: of<Actual>('actual'),
    verdicts: of<Verdict>('verdict'),
    ratings: of<Rating>('rating'),
    rubrics: of<PrintedRubric>('rubric'),
    findings: of<Finding>('finding').filter(({ rule }) => rule !== 'document/no-target'),
  };
}

/** The page of one measure, with the lines given in the place of its KPIs. */
const page = (lines: readonly string[], rest: readonly string[] = ['実施内容', '・手順を見直した。', '自己評価：A']) => [
  '１．基盤的保険者機能関係',
  '①サービス水準の向上',
  ...lines,
  ...rest,
];

function targetSaid({ marker, indicator, comparator, basis, value, unit, baselines }: Target): string {
  const promise = basis === 'absolute' ? `${comparator} ${value}${unit ?? ''}` : `${comparator} ${basis}`;
  return `${marker}${indicator} ${promise}${baselines.map((one) => ` (${one.label} ${one.value}${one.unit ?? ''})`).join('')}`;
}

function actualSaid({ branch, fiscalYear, indicator, value, unit, text, asOf, nationalRank, numerator, denominator }: Actual): string {
  const owner = branch === '熊本' && fiscalYear === 2022 ? '' : `${branch} ${fiscalYear} `;
  const counts = denominator ? ` = ${numerator}/${denominator}` : '';
  const beside = `${asOf ? ` ${asOf}` : ''}${nationalRank ? ` #${nationalRank}` : ''}`;
  return `${owner}${indicator} ${value ? `${value}${unit ?? ''}` : text}${counts}${beside}`;
}

const ratingSaid = ({ area, number, measure, group, grade, rubric }: Rating): string =>
  `${area} ${number ?? ''}${measure} ${group ?? '-'} ${grade}${rubric === 'branch' ? '' : ` (${rubric})`}`;

describe('a results report', () => {
  const FIXTURE = new URL('../../fixtures/results-2022.txt', import.meta.url);
  const { text, family, scopes, markers, targets, actuals, verdicts, ratings, findings, records } = read(readFileSync(FIXTURE, 'utf8'));
  const at = ({ source }: KpiRecord) =>
    source.lineStart === source.lineEnd ? `${source.lineStart}` : `${source.lineStart}-${source.lineEnd}`;

  it('is told by its content, and says whose and of which year it is', () => {
    expect([family, scopes, markers]).toEqual(['results', [{ branch: '熊本', fiscalYear: 2022 }], 8]);
  });

  it('gives a target for each KPI, with the year before out of the phrase itself', () => {
    expect(targets.map((target) => `${at(target)} ${targetSaid(target)}`)).toEqual([
      '96 ●service-standard = 100%',
      '98 ●mailing-rate >= 96.2%',
      '123 ●dependant-check-submission-rate >= 93.4%',
      '142 ●receipt-reduction-rate-combined >= previous_year (対前年度 0.305%)',
      '144 ●receipt-reduction-amount >= previous_year (対前年度 7640円)',
      '185 ●lifestyle-checkup-rate >= 64.0%',
      '187 ●dependant-checkup-rate >= 27.5%',
      '230 ●health-declaration-offices >= 2100事業所',
      '248-250 ●opinion-by-medical-data do qualitative',
      '269 ●single-bid-share <= 20.0%',
    ]);
  });

  it('gives the results, then the statistics, whose names and counts tell them apart', () => {
    expect(actuals.map((actual) => `${at(actual)} ${actualSaid(actual)}`)).toEqual([
      '101 service-standard 100%',
      '103 mailing-rate 95.4%',
      '123 dependant-check-submission-rate 93.9%',
      '147 receipt-reduction-rate-combined 0.318%',
      '149 receipt-reduction-amount 7905円',
      '191 lifestyle-checkup-rate 61.2%',
      '193 dependant-checkup-rate 27.9%',
      '204-212 熊本 2021 lifestyle-checkup-rate 59.9% = 119800/200000',
      '204-212 本部 2021 lifestyle-checkup-rate 55.0% = 8250000/15000000',
      '204-212 lifestyle-checkup-rate 61.2% = 123318/201500',
      '204-212 本部 2022 lifestyle-checkup-rate 56.0% = 8512000/15200000',
      '214-222 熊本 2021 dependant-checkup-rate 26.7% = 16020/60000',
      '214-222 本部 2021 dependant-checkup-rate 27.0% = 1080000/4000000',
      '214-222 dependant-checkup-rate 27.9% = 16182/58000',
      '214-222 本部 2022 dependant-checkup-rate 28.0% = 1092000/3900000',
      '230 health-declaration-offices 2168事業所',
      '251 opinion-by-medical-data 意見発信実施',
      '269 single-bid-share 12.5%',
    ]);
    expect(new Set(actuals.filter(({ statistic }) => statistic).map(({ name }) => name))).toEqual(
      new Set(['生活習慣病予防健診（40～74歳の被保険者が対象） 受診率', '特定健診（40～74歳の被扶養者が対象） 受診率']),
    );
    expect(verdicts).toEqual([]);
  });

  it('gives one rating a measure, with number, area and group', () => {
    expect(ratings.map((rating) => `${at(rating)} ${ratingSaid(rating)}`)).toEqual([
      '111-117 基盤的保険者機能 ②サービス水準の向上 業務 B',
      '129-131 基盤的保険者機能 ④被扶養者資格の再確認の徹底 業務 A',
      '155-159 基盤的保険者機能 ③効果的なレセプト内容点検の推進 レセプト A',
      '173 基盤的保険者機能 ①健全な財政運営 企画総務 B',
      '199-203 戦略的保険者機能 ①ⅰ）特定健診実施率・事業者健診データ取得率等の向上 保健 B',
      '238-242 戦略的保険者機能 ①ⅱ）コラボヘルスの推進 保健・企画総務 A',
      '257-261 戦略的保険者機能 ②地域の医療提供体制等への働きかけや医療保険制度に係る意見発信 企画総務 A',
      '275 組織・運営体制 ①費用対効果を踏まえたコスト削減等 企画総務 A',
    ]);
  });

  it('puts the targets under area, the heading above and the measure', () => {
    expect(targets.map(({ outline }) => outline.join(' > '))).toContain(
      '戦略的保険者機能強化 > 保健事業計画（データヘルス計画）の着実な実施 > コラボヘルスの推進',
    );
    expect(targets.map(({ area, measure }) => `${area} ${measure}`)).toContain('戦略的保険者機能 コラボヘルスの推進');
  });

  it('finds nothing to remark: rubric, front table and pages agree', () => {
    expect(findings).toEqual([]);
  });

  it('quotes words that stand in the document, on the lines it names', () => {
    const lines = text.split('\n');
    for (const { source } of records) {
      const printed = lines.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(printed).toContain(line);
    }
  });
});

describe('targets and their results', () => {
  const rows: [lines: string[], pairs: string[]][] = [
    [['KPI目標　郵送化率：96.0％以上 KPI結果 95.1％'], ['mailing-rate >= 96.0%', 'mailing-rate 95.1%']],
    [
      ['KPI目標', '・郵送化率：96.0％以上', 'KPI結果', '・95.1％'],
      ['・mailing-rate >= 96.0%', 'mailing-rate 95.1%'],
    ],
    // The bullets were lost.
    [
      ['KPI目標', '健康宣言事業所数：770事業所', '郵送化率：96.0％以上', 'KPI結果', '801事業所', '95.1％'],
      ['health-declaration-offices = 770事業所', 'mailing-rate >= 96.0%', 'health-declaration-offices 801事業所', 'mailing-rate 95.1%'],
    ],
    // Numbered, all on one line, and in another order than the targets.
    [
      ['KPI目標　①サービススタンダードの達成状況：100％　②郵送化率：96.0％以上', 'KPI結果　②95.1％　①99.9％'],
      ['①service-standard = 100%', '②mailing-rate >= 96.0%', 'mailing-rate 95.1%', 'service-standard 99.9%'],
    ],
    // By name.
    [
      [
        'KPI目標',
        '・サービススタンダードの達成状況：100％',
        '・郵送化率：96.0％以上',
        'KPI結果',
        '・郵送化率 95.1％',
        '・サービススタンダード 100％',
      ],
      ['・service-standard = 100%', '・mailing-rate >= 96.0%', 'mailing-rate 95.1%', 'service-standard 100%'],
    ],
    // Both columns on one line.
    [
      ['KPI目標 KPI結果', '・サービススタンダードの達成状況：100％ 100％', '・郵送化率：96.0％以上 95.1％'],
      ['・service-standard = 100%', 'service-standard 100%', '・mailing-rate >= 96.0%', 'mailing-rate 95.1%'],
    ],
    // Both columns under one head, one below the other.
    [
      ['KPI目標 KPI結果', '・サービススタンダードの達成状況：100％', '・郵送化率：対前年度（95.0％）以上', '・100％', '・95.1％'],
      ['・service-standard = 100%', '・mailing-rate >= previous_year (対前年度 95.0%)', 'service-standard 100%', 'mailing-rate 95.1%'],
    ],
    // The result first; a label that a narrow column broke.
    [
      ['■KPI結果：95.1％', '■KPI目標：郵送化率を 96.0％以上とする'],
      ['mailing-rate 95.1%', 'mailing-rate >= 96.0%'],
    ],
    [
      ['KPI', '目標', '郵送化率：96.0％以上', 'KPI', '結果', '95.1％'],
      ['mailing-rate >= 96.0%', 'mailing-rate 95.1%'],
    ],
    // What stands beside a result.
    [
      ['KPI目標 郵送化率：96.0％以上', 'KPI結果 95.1％（全国12位）'],
      ['mailing-rate >= 96.0%', 'mailing-rate 95.1% #12'],
    ],
    [
      ['KPI目標 郵送化率：96.0％以上', 'KPI結果 95.1％（全国平均 95.6％）'],
      ['mailing-rate >= 96.0%', 'mailing-rate 95.1%', '本部 2022 mailing-rate 95.6%'],
    ],
    [
      ['KPI目標 郵送化率：96.0％以上', 'KPI結果（令和5年3月末時点） 95.1％'],
      ['mailing-rate >= 96.0%', 'mailing-rate 95.1% 令和5年3月末時点'],
    ],
    [
      ['KPI目標 郵送化率：96.0％以上', 'KPI結果 令和3年度 94.8％ → 令和4年度 95.1％'],
      ['mailing-rate >= 96.0%', 'mailing-rate 95.1%', '熊本 2021 mailing-rate 94.8%'],
    ],
    [
      ['KPI目標 一般競争入札に占める一者応札案件の割合：20％以下', 'KPI結果 16.7％（2件/12件）'],
      ['single-bid-share <= 20%', 'single-bid-share 16.7% = 2/12'],
    ],
    [
      ['KPI目標 郵送化率：96.0％以上', 'KPI結果 95.1％（全国平均', '95.6％）'],
      ['mailing-rate >= 96.0%', 'mailing-rate 95.1%', '本部 2022 mailing-rate 95.6%'],
    ],
    // Behind an arrow.
    [['KPI目標　郵送化率：96.0％以上 ⇒ 95.1％'], ['mailing-rate >= 96.0%', 'mailing-rate 95.1%']],
    [
      ['KPI目標', '・サービススタンダードの達成状況：100％ ⇒ 99.99％', '・郵送化率：96.0％以上 → 95.1％（全国平均 95.6％）'],
      [
        '・service-standard = 100%',
        'service-standard 99.99%',
        '・mailing-rate >= 96.0%',
        'mailing-rate 95.1%',
        '本部 2022 mailing-rate 95.6%',
      ],
    ],
    [
      ['KPI目標', '①サービススタンダードの達成状況を100％とする ⇒ 99.9％ ②郵送化率を対前年度（95.0％）以上とする ⇒ 95.1％'],
      ['①service-standard = 100%', '②mailing-rate >= previous_year (対前年度 95.0%)', 'service-standard 99.9%', 'mailing-rate 95.1%'],
    ],
    [
      [
        'KPI目標',
        '１）サービススタンダードの達成状況を100％とする',
        '⇒ 集計中',
        '２）郵送化率を96.0％以上とする ⇒',
        '95.1％（全国',
        '12位）',
      ],
      ['1)service-standard = 100%', 'service-standard 集計中', '2)mailing-rate >= 96.0%', 'mailing-rate 95.1% #12'],
    ],
    [
      ['■KPI：サービススタンダードの達成状況を100％とする → 結果：100％', '■KPI：郵送化率を96.0％以上とする → 結果：95.1％'],
      ['service-standard = 100%', 'service-standard 100%', 'mailing-rate >= 96.0%', 'mailing-rate 95.1%'],
    ],
    [
      ['KPI目標 ⇒ KPI結果', '・郵送化率：96.0％以上 ⇒ 令和3年度 94.8％ → 令和4年度 95.1％'],
      ['・mailing-rate >= 96.0%', 'mailing-rate 95.1%', '熊本 2021 mailing-rate 94.8%'],
    ],
    [
      ['KPI目標（⇒結果）', '健康宣言事業所数：2,100事業所以上', '↓', '2,168事業所'],
      ['health-declaration-offices >= 2100事業所', 'health-declaration-offices 2168事業所'],
    ],
    // No result yet; no KPI at all.
    [
      ['KPI目標 郵送化率：96.0％以上', 'KPI結果 集計中'],
      ['mailing-rate >= 96.0%', 'mailing-rate 集計中'],
    ],
    [['KPI目標 設定なし KPI結果 －'], []],
    [['KPI目標 － KPI結果 －'], []],
  ];
  it.each(rows)('%j', (lines, pairs) => {
    const { records, findings } = read(page(lines));
    const said = records.flatMap((record) =>
      record.type === 'target' ? [targetSaid(record)] : record.type === 'actual' ? [actualSaid(record)] : [],
    );
    expect(said).toEqual(pairs);
    expect(findings).toEqual([]);
  });

  it('reads 達成 and 未達成 beside a result as verdicts', () => {
    const { verdicts } = read(
      page([
        'KPI目標',
        '①サービススタンダードの達成状況：100％',
        '②郵送化率：96.0％以上',
        'KPI結果',
        '①100％（達成）',
        '②９５.１％　未達成',
      ]),
    );
    expect(verdicts.map(({ indicator, verdict, measure }) => [indicator, verdict, measure])).toEqual([
      ['service-standard', '達成', 'サービス水準の向上'],
      ['mailing-rate', '未達成', 'サービス水準の向上'],
    ]);
  });

  it('reads the verdict behind a result behind an arrow', () => {
    const { verdicts, findings } = read(
      page(['KPI目標', '①サービススタンダードの達成状況：100％ ⇒ 100％ ○', '②郵送化率：96.0％以上 ⇒ 95.1％（未達成）']),
    );
    expect(verdicts.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([
      ['service-standard', '達成'],
      ['mailing-rate', '未達成'],
    ]);
    expect(findings).toEqual([]);
  });

  it('says that nothing stands behind an arrow', () => {
    const { findings, actuals } = read(page(['KPI目標', '・サービススタンダードの達成状況：100％ ⇒', '・郵送化率：96.0％以上 ⇒ 95.1％']));
    expect(actuals.map(actualSaid)).toEqual(['mailing-rate 95.1%']);
    expect(findings.map(({ rule }) => rule)).toEqual(['result/unpaired']);
  });

  it.each(['以上', ''])('does not take what an earlier figure becomes for a result: …96.0％%s', (atLeast) => {
    const { targets, actuals, findings } = read(page([`KPI目標 郵送化率 R3：94.0％ → R4：96.0％${atLeast}`, 'KPI結果 95.1％']));
    expect(targets.map(targetSaid)).toEqual([`mailing-rate ${atLeast === '' ? '=' : '>='} 96.0% (R3 94.0%)`]);
    expect(actuals.map(actualSaid)).toEqual(['mailing-rate 95.1%']);
    expect(findings).toEqual([]);
  });

  it('does not take prose for a label: `KPI目標を…`, `KPI結果は…`', () => {
    const { targets, actuals, markers } = read(
      page(['KPI目標 設定なし KPI結果 －', '実施内容', 'KPI目標を達成するため、毎朝', 'KPI結果は 95.1％を見込む。']),
    );
    expect([targets, actuals, markers]).toEqual([[], [], 1]);
  });

  it('says which targets and results it could not pair, and which marker held no target', () => {
    const { findings, actuals } = read(
      page(['KPI目標', '・サービススタンダードの達成状況：100％', '・郵送化率：96.0％以上', 'KPI結果', '・100％'], ['自己評価：B']),
    );
    expect(findings.map(({ rule, severity, source }) => [rule, severity, source.lineStart, source.lineEnd])).toEqual([
      ['result/unpaired', 'warning', 4, 8],
    ]);
    expect(actuals.map(actualSaid)).toEqual(['service-standard 100%']);
    const unread = read(page(['KPI目標 関係者と調整のうえ別途', 'KPI結果 －'])).findings;
    expect(unread.map(({ rule, source }) => [rule, source.quote])).toEqual([['target/unread', 'KPI目標 関係者と調整のうえ別途']]);
  });
});

describe('the self-rating', () => {
  const rows: [lines: string[], grade: string][] = [
    [['自己評価：Ａ', '目標を上回った。'], 'A'],
    [['自己評価【Ｂ】'], 'B'],
    [['自己評価（S）'], 'S'],
    [['評価 C'], 'C'],
    [['自己評価：A（前年度：B）'], 'A'],
    [['自己評価', '・目標を上回った。', 'A'], 'A'],
    [['自己評価 目標を上回った。 A'], 'A'],
    [['自己評価', '目標を上回った。Ａ'], 'A'],
    [['自己', '評価', '目標を上回った。', 'B'], 'B'],
    // Before the statistics; at the foot of the page, behind what follows.
    [['自己評価', '目標を上回った。', 'B', '■ 郵送の件数', 'R3熊本 R4熊本', '対象者数 1,000 1,100', '実施率 95.0% 95.1%'], 'B'],
    [['自己評価', '目標を上回った。', '【今後の課題】', '来所の理由を調べる。', 'B'], 'B'],
  ];
  it.each(rows)('%j', (lines, grade) => {
    const { ratings } = read(page(['KPI目標 設定なし KPI結果 －', '実施内容', '・A社の例を紹介した。'], lines));
    expect(ratings.map(ratingSaid)).toEqual([`基盤的保険者機能 ①サービス水準の向上 - ${grade}`]);
  });

  it('of five grades is not of the branches', () => {
    const { ratings } = read([...page(['KPI目標 設定なし']), '②限度額適用認定証の利用促進', 'KPI目標 設定なし', '自己評価：D']);
    expect(ratings.map(({ grade, rubric }) => `${grade} ${rubric}`)).toEqual(['A iaa', 'D iaa']);
    const said = read(['評価は S・A・B・C・D の５段階とする。', ...page(['KPI目標 設定なし'], ['＜自己評価＞', 'B'])]);
    expect(said.ratings.map(({ grade, rubric }) => `${grade} ${rubric}`)).toEqual(['B iaa']);
  });

  it('that is nowhere is remarked on', () => {
    const { ratings, findings } = read(page(['KPI目標 設定なし KPI結果 －'], ['実施内容', '手順を見直した。']));
    expect(ratings).toEqual([]);
    expect(findings.map(({ rule, severity, source }) => [rule, severity, source.quote])).toEqual([
      ['result/unrated', 'note', '①サービス水準の向上'],
    ]);
  });
});

describe('the headings of the measures', () => {
  const rows: [lines: string[], ratings: string[]][] = [
    [['業務グループ《基盤的保険者機能強化》', '②サービス水準の向上'], ['基盤的保険者機能 ②サービス水準の向上 業務 A']],
    [['【戦略的保険者機能】担当：保健グループ', '（１）コラボヘルスの推進'], ['戦略的保険者機能 （１）コラボヘルスの推進 保健 A']],
    [['組織・運営体制関係', '●費用対効果を踏まえたコスト削減等'], ['組織・運営体制 費用対効果を踏まえたコスト削減等 - A']],
    [
      ['戦略的保険者機能関係', '【①ジェネリック医薬品の使用促進】', '企画総務グループ'],
      ['戦略的保険者機能 ①ジェネリック医薬品の使用促進 企画総務 A'],
    ],
    [['戦略的保険者機能関係', '②調査研究の推進（担当：企画総務グループ）'], ['戦略的保険者機能 ②調査研究の推進 企画総務 A']],
    [
      ['戦略的保険者機能関係', '①保健事業計画の', '着実な実施', 'ⅱ）重症化予防対策の推進'],
      ['戦略的保険者機能 ①ⅱ）重症化予防対策の推進 - A'],
    ],
    [
      ['基盤的保険者機能関係', '⑥返納金債権発生防止のための保険証回収強化及び債権管理', '回収業務の推進'],
      ['基盤的保険者機能 ⑥返納金債権発生防止のための保険証回収強化及び債権管理回収業務の推進 - A'],
    ],
  ];
  it.each(rows)('%j', (lines, ratings) => {
    const read_ = read([...lines, 'KPI目標 設定なし KPI結果 －', '実施内容', '①説明会の開催', '②訪問', '自己評価', '進めた。', 'A']);
    expect(read_.ratings.map(ratingSaid)).toEqual(ratings);
  });

  it('that go on on the next page are one measure', () => {
    const { ratings } = read([
      ...page(['KPI目標 設定なし'], ['実施内容', 'あれこれ。']),
      '①サービス水準の向上（続き）',
      '実施内容',
      'それこれ。',
      '評価：A',
    ]);
    expect(ratings.map(ratingSaid)).toEqual(['基盤的保険者機能 ①サービス水準の向上 - A']);
  });

  it('in a report whose pages open with another label', () => {
    const measures = ['①サービス水準の向上', '②限度額適用認定証の利用促進', '③支部独自の取組の推進'];
    const { ratings } = read(measures.flatMap((name) => [name, '実施内容', '・あれこれ。', '自己評価：B', 'KPI目標 設定なし KPI結果 －']));
    expect(ratings.map(({ number, measure }) => `${number}${measure}`)).toEqual(measures);
  });
});

describe('the front table', () => {
  const TABLE = ['具体的施策等 自己評価 担当G', '①サービス水準の向上 B 業務', '②限度額適用認定証の利用促進 A 業務'];
  const pages = (grades: readonly string[]) => [
    '業務グループ《基盤的保険者機能強化》',
    ...['①サービス水準の向上', '②限度額適用認定証の利用促進'].flatMap((name, i) => [
      name,
      'KPI目標 設定なし KPI結果 －',
      '自己評価',
      '進めた。',
      ...grades.slice(i, i + 1).filter((grade) => grade !== ''),
    ]),
  ];

  it('says what a page does not: the rating, the group', () => {
    const { ratings, findings } = read([...TABLE, ...pages(['B', ''])]);
    expect(ratings.map((rating) => [rating.source.quote, ratingSaid(rating)])).toEqual([
      ['②限度額適用認定証の利用促進 A 業務', '基盤的保険者機能 ②限度額適用認定証の利用促進 業務 A'],
      ['自己評価\nB', '基盤的保険者機能 ①サービス水準の向上 業務 B'],
    ]);
    expect(findings).toEqual([]);
  });

  it('that disagrees with a page is quoted with it; the page counts', () => {
    const { ratings, findings } = read([...TABLE, ...pages(['A', 'A'])]);
    expect(ratings.map(({ grade }) => grade)).toEqual(['A', 'A']);
    expect(findings.map(({ rule, severity, source }) => [rule, severity, source.quote])).toEqual([
      ['result/summary', 'warning', '①サービス水準の向上 B 業務\n自己評価\nA'],
    ]);
    expect(findings[0]?.message).toEqual({
      ja: '「サービス水準の向上」の自己評価は、一覧表では B、本文では A です：「①サービス水準の向上 B 業務 / 自己評価 / A」',
      en: '“サービス水準の向上” is rated B in the front table and A on its page: “①サービス水準の向上 B 業務 / 自己評価 / A”',
    });
  });

  it('and pages that name different measures', () => {
    const { ratings, findings } = read([...TABLE.slice(0, 2), '②業務改革の推進 A 業務', ...pages(['B', 'A'])]);
    expect(ratings).toHaveLength(3);
    expect(findings.map(({ message, source }) => [message.en.split(':')[0], source.quote])).toEqual([
      ['“業務改革の推進” has a row in the front table but no page', '②業務改革の推進 A 業務'],
      ['“限度額適用認定証の利用促進” has a page but no row in the front table', '②限度額適用認定証の利用促進'],
    ]);
  });

  const broken: [name: string, lines: string[], group: string][] = [
    [
      'column by column',
      ['具体的施策等', '①サービス水準の向上', '②限度額適用認定証の利用促進', '自己評価', 'B', 'A', '担当G', '業務', '業務グループ'],
      '業務',
    ],
    [
      'cell by cell',
      ['具体的施策等', '自己評価', '担当G', '①サービス水準の', '向上', 'B', '業務', '②限度額適用認定証の利用促進', 'A', '業務'],
      '業務',
    ],
    ['without a head', ['①サービス水準の向上 B', '②限度額適用認定証の利用促進 A'], '-'],
    ['with all grades on one line', ['①サービス水準の向上', '②限度額適用認定証の利用促進', 'B A'], '-'],
  ];
  it.each(broken)('is read %s, and held against the pages', (_, lines, group) => {
    expect(read(lines).ratings.map(ratingSaid)).toEqual([
      `null ①サービス水準の向上 ${group} B`,
      `null ②限度額適用認定証の利用促進 ${group} A`,
    ]);
    const { ratings, findings } = read([...lines, ...pages(['C', ''])]);
    expect(ratings.map(({ measure, grade }) => [measure, grade]).sort()).toEqual([
      ['サービス水準の向上', 'C'],
      ['限度額適用認定証の利用促進', 'A'],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['result/summary']);
    expect(read([...lines, ...pages(['B', 'A'])]).findings).toEqual([]);
  });

  it('that lists fewer grades than measures says so, and the pages are read', () => {
    const lines = ['具体的施策等', '①サービス水準の向上', '②限度額適用認定証の利用促進', '③健全な財政運営', '自己評価', 'B', 'A'];
    const { ratings, findings } = read([...lines, ...pages(['B', 'A'])]);
    expect(ratings.map(({ number, grade }) => `${number}${grade}`)).toEqual(['①B', '②A']);
    expect(findings.map(({ rule, source }) => [rule, source.lineStart, source.lineEnd])).toEqual([['result/summary', 2, 8]]);
  });

  it('gives another group', () => {
    const { findings } = read([...TABLE.slice(0, 2), '②限度額適用認定証の利用促進 A 企画総務', ...pages(['B', 'A'])]);
    expect(findings.map(({ message }) => message.en.split(':')[0])).toEqual([
      '“限度額適用認定証の利用促進” is for the group 企画総務 in the front table and for 業務 on its page',
    ]);
  });

  const areas: [name: string, lines: string[]][] = [
    ['in front of their rows', ['基盤的保険者', '機能関係', ...TABLE, '戦略的保険者機能関係', '①コラボヘルスの推進 A 保健']],
    ['behind their rows', [...TABLE, '基盤的保険者', '機能関係', '①コラボヘルスの推進 A 保健', '戦略的', '保険者機能', '関係']],
    ['character by character', [...'基盤的保険者機能関係', ...TABLE, ...'戦略的保険者機能関係', '①コラボヘルスの推進 A 保健']],
  ];
  it.each(areas)('has its areas %s', (_, lines) => {
    const { ratings } = read(lines);
    expect(ratings.map(({ area, measure }) => `${area} ${measure}`)).toEqual([
      '基盤的保険者機能 サービス水準の向上',
      '基盤的保険者機能 限度額適用認定証の利用促進',
      '戦略的保険者機能 コラボヘルスの推進',
    ]);
  });

  const heads: [lines: string[], said: string][] = [
    [['具体的施策 担当グループ 自己評価', '①調査研究の推進 企画総務 A'], '①調査研究の推進 企画総務 A'],
    [['具体的施策 前年度評価 自己評価 担当G', '①調査研究の推進 B A 企画総務'], '①調査研究の推進 企画総務 A'],
    [['具体的施策等 自己評価', '①調査研究の', '推進 A'], '①調査研究の推進 - A'],
    [['①調査研究の推進 Ａ 企画総務'], '①調査研究の推進 企画総務 A'],
  ];
  it.each(heads)('%j', (lines, said) => {
    expect(read(lines).ratings.map(ratingSaid)).toEqual([`null ${said}`]);
  });
});

describe('the printed rubric', () => {
  const WITH = [
    'KPI達成度 計画達成度',
    'S 達成し、伸び幅などが対前年度を上回った 計画通りに実施し、効果的な結果が得られた',
    'A 達成 計画通りに実施',
  ];
  const REST = ['B 未達成 計画通りに実施', 'C 未達成 計画の一部を実施', '【KPI設定あり】', '自己評価判定基準'];
  const rows: [name: string, lines: string[], quote: string | null][] = [
    ['is the built-in one', [...WITH, ...REST], null],
    ['gives B for less', [...WITH, 'B 未達成 計画の一部を実施', ...REST.slice(1)], 'B 未達成 計画の一部を実施'],
    [
      'has other words',
      ['自己評価判定基準', 'A 目標値の100％以上', 'B 目標値の80％以上'],
      '自己評価判定基準\nA 目標値の100％以上\nB 目標値の80％以上',
    ],
  ];
  it.each(rows)('%s', (_, lines, quote) => {
    const { findings } = read([...lines, ...page(['KPI目標 設定なし KPI結果 －'])]);
    expect(findings.map(({ rule, severity, source }) => [rule, severity, source.quote])).toEqual(
      quote === null ? [] : [['rubric/differs', 'note', quote]],
    );
  });

  it('is read as a rubric, and the ratings beside it refer to the built-in one', () => {
    const without = ['新たな取組み 計画達成度', 'S あり 計画通りに実施し、', '効果的な結果が得られた', 'A あり 計画通りに実施'];
    const less = ['B なし 計画通りに実施', 'C なし 計画の一部を実施', '【KPI設定なし】'];
    const { rubrics, ratings } = read([...WITH, ...REST.slice(0, 3), ...without, ...less, ...page(['KPI目標 設定なし KPI結果 －'])]);
    expect(rubrics.map(({ branch, fiscalYear, sameAs }) => [branch, fiscalYear, sameAs])).toEqual([['熊本', 2022, 'branch']]);
    expect(rubrics[0]?.rubric).toMatchObject({ kind: 'grades', grades: BRANCH.grades, rows: BRANCH.rows });
    expect(ratings.map((rating) => rating.rubric)).toEqual(['branch']);
  });

  it('is another one, and the ratings beside it refer to it', () => {
    const lines = [...WITH, 'B 未達成 計画の一部を実施', ...REST.slice(1)];
    const { rubrics, ratings, findings } = read([...lines, ...page(['KPI目標 設定なし KPI結果 －'])]);
    expect(rubrics.map(({ sameAs, rubric }) => [sameAs, rubric.id])).toEqual([[null, 'printed']]);
    expect(rubrics[0]?.rubric.rows).toEqual([
      { grade: 'S', kpi: ['exceeded'], completion: ['effective'] },
      { grade: 'A', kpi: ['exceeded', 'met'], completion: ['as_planned', 'effective'] },
      { grade: 'B', kpi: ['missed'], completion: ['partial'] },
      { grade: 'C', kpi: ['missed'], completion: ['partial'] },
    ]);
    expect(ratings.map((rating) => rating.rubric)).toEqual(['printed']);
    expect(findings[0]?.message.en).toContain('--rubric printed');
  });

  it('that cannot be read is none, and the ratings are taken by the built-in one', () => {
    const { rubrics, ratings } = read(['KPI達成度 計画達成度', 'A 大いに満足 計画通りに実施', ...page(['KPI目標 設定なし KPI結果 －'])]);
    expect([rubrics, ratings.map((rating) => rating.rubric)]).toEqual([[], ['branch']]);
  });

  it('goes by attainment alone: no rubric of grades, and its ratings are not those of the built-in one', () => {
    const printed = [
      '自己評価判定基準',
      'S 目標値の120％以上達成',
      'A 目標値の100％以上達成',
      'B 目標値の90％以上100％未満',
      'C 目標値の90％未満',
    ];
    const { rubrics, ratings, findings } = read([...printed, ...page(['KPI目標 設定なし KPI結果 －'])]);
    expect([rubrics, ratings.map((rating) => rating.rubric)]).toEqual([[], ['printed']]);
    expect(findings.map(({ rule, source }) => [rule, source.quote.split('\n').length])).toEqual([['rubric/differs', 5]]);
  });

  it('lacks a row', () => {
    const { findings } = read([...WITH, ...REST.slice(1), ...page(['KPI目標 設定なし KPI結果 －'])]);
    expect(findings.map(({ rule }) => rule)).toEqual(['rubric/differs']);
  });
});

describe('tables of statistics', () => {
  const rows: [lines: string[], said: string[]][] = [
    [
      ['■特定保健指導（被保険者）', 'R3熊本 R4熊本', '対象者数 20,000 21,000', '実施者数 5,000 6,552', '実施率 25.0% 31.2%'],
      ['熊本 2021 insured-guidance-rate 25.0% = 5000/20000', 'insured-guidance-rate 31.2% = 6552/21000'],
    ],
    // Years over owners; the unit in the row's label; the rate above its counts.
    [
      [
        '生活習慣病予防健診',
        '令和3年度 令和4年度',
        '支部 全国 支部 全国',
        '受診率（％） 60.0 55.0 61.0 56.0',
        '対象者数（人） 10 20 100 200',
        '受診者数（人） 6 11 61 112',
      ],
      [
        '熊本 2021 lifestyle-checkup-rate 60.0% = 6/10',
        '本部 2021 lifestyle-checkup-rate 55.0% = 11/20',
        'lifestyle-checkup-rate 61.0% = 61/100',
        '本部 2022 lifestyle-checkup-rate 56.0% = 112/200',
      ],
    ],
    [
      ['事業者健診データ取得', '区分 前年度 今年度', '対象者数 1,000 1,100', '取得数 80 －', '取得率 8.0% －'],
      ['熊本 2021 employer-checkup-data-rate 8.0% = 80/1000', 'employer-checkup-data-rate －'],
    ],
    // The country's rate below the branch's counts is not theirs.
    [
      ['生活習慣病予防健診', 'R3 R4', '対象者数 1,000 1,100', '受診者数 590 660', '受診率 59.0% 60.0%', '全国受診率 56.4% 57.8%'],
      [
        '熊本 2021 lifestyle-checkup-rate 59.0% = 590/1000',
        'lifestyle-checkup-rate 60.0% = 660/1100',
        '本部 2021 lifestyle-checkup-rate 56.4%',
        '本部 2022 lifestyle-checkup-rate 57.8%',
      ],
    ],
    // A head without rows is none.
    [['R3 R4', '前年と同じ取組を続けた。'], []],
  ];
  it.each(rows)('%j', (lines, said) => {
    const { actuals } = read(page(['KPI目標 設定なし KPI結果 －', '自己評価', '進めた。', 'A'], lines));
    expect(actuals.map((actual) => actualSaid({ ...actual, denominator: actual.value && actual.denominator }))).toEqual(said);
  });
});

describe('a hostile report', () => {
  const many = (line: string, times: number) => Array.from({ length: times }, () => line);
  const rows: [name: string, lines: string[]][] = [
    ['many pages', many('', 3000).flatMap(() => page(['KPI目標 郵送化率：96.0％以上 KPI結果 95.1％']))],
    ['long lines', page([`KPI目標${' '.repeat(200_000)}x`, `KPI結果 ${'・95.1％ '.repeat(20_000)}`], [`自己評価${'。'.repeat(200_000)} `])],
    ['lists without an end', page(['KPI目標', ...many('言葉だけの行', 20_000), 'KPI結果', '・言葉', ...many('だけの行', 20_000)])],
    ['many rows', many('', 10_000).map((_, i) => `①施策${i}の推進 A 業務`)],
  ];
  it.each(rows)(
    'of %s is read in time',
    (_, lines) => {
      const start = performance.now();
      read(lines);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    20_000,
  );
});
