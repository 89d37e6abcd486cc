import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REFERENCE_MARK } from '../../src/catalog/markers.ts';
import { HEADQUARTERS } from '../../src/catalog/rubrics/headquarters.ts';
import type { Actual, Finding, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { score } from '../../src/score/score.ts';
import { documentFromText } from '../../src/source/text.ts';

const FILE = join(process.env.KPI_CORPUS ?? '../shared/corpus', 'report-2020-national.txt');

const BASE = '基盤的保険者機能';
const STRATEGIC = '戦略的保険者機能';
const ORGANISATION = '組織・運営体制';
const SERVICE = 'サービス水準の向上';
const RECOVERY = '返納金債権の発生防止のための保険証回収強化、債権管理回収業務の推進';
const CHECKUPS = '特定健診受診率・事業者健診データ取得率の向上';
const COMMITTEE = '広報活動や健康保険委員を通じた加入者等の理解促進';
const OPINION = '地域の医療提供体制への働きかけや医療保険制度改正等に向けた意見発信';
const LAST_YEAR = '>= 前年度';

type Row = readonly [
  lines: string,
  area: string,
  measure: string,
  marker: string,
  indicator: string,
  name: string,
  target: string,
  result: string,
  verdict: string,
];

/** Read by hand. `lines`: from the first of the statement to that of the figures, on which result and verdict stand. */
const ROWS: readonly Row[] = [
  ['787-790', BASE, SERVICE, '①', 'service-standard', 'サービススタンダードの達成状況', '= 100%', '99.5%', '概ね達成'],
  ['792-795', BASE, SERVICE, '②', 'mailing-rate', '現金給付等の申請に係る郵送化率', '>= 92%', '94.8%', '達成'],
  [
    '801-807',
    BASE,
    '効果的なレセプト点検の推進',
    '',
    'receipt-reduction-rate-combined',
    '社会保険診療報酬支払基金と合算したレセプト点検の査定率',
    `${LAST_YEAR} 0.362%`,
    '0.318%',
    '未達成',
  ],
  [
    '815-823',
    BASE,
    '柔道整復施術療養費等の照会業務の強化',
    '',
    'judo-frequent-share',
    '柔道整復施術療養費の申請に占める、施術箇所３部位以上、かつ月15日以上の施術の申請の割合',
    '<= 前年度 1.12%',
    '1.12%',
    '達成',
  ],
  [
    '825-831',
    BASE,
    RECOVERY,
    '①',
    'card-recovery-rate',
    '日本年金機構回収分も含めた資格喪失後1か月以内の保険証回収率',
    '>= 95%',
    '92.41%',
    '概ね達成',
  ],
  [
    '833-839',
    BASE,
    RECOVERY,
    '②',
    'claim-recovery-rate',
    '返納金債権（資格喪失後受診に係るものに限る。）の回収率',
    `${LAST_YEAR} 54.11%`,
    '53.40%',
    '未達成',
  ],
  [
    '841-847',
    BASE,
    RECOVERY,
    '③',
    'repayment-share',
    '医療給付費総額に占める資格喪失後受診に伴う返納金の割合',
    '<= 前年度 0.082%',
    '0.087%',
    '未達成',
  ],
  [
    '853-856',
    BASE,
    '限度額適用認定証の利用促進',
    '',
    'limit-certificate-use-rate',
    '高額療養費制度に占める限度額適用認定証の使用割合',
    '>= 85%',
    '79.6%',
    '未達成',
  ],
  [
    '862-865',
    BASE,
    '被扶養者資格の再確認の徹底',
    '',
    'dependant-check-submission-rate',
    '被扶養者資格の確認対象事業所からの確認書の提出率',
    '>= 92%',
    '91.3%',
    '概ね達成',
  ],
  [
    '871-877',
    BASE,
    'オンライン資格確認の円滑な実施',
    '',
    'online-eligibility-use-rate',
    '現行のオンライン資格確認システムについて、USBを配布した医療機関における利用率',
    '>= 50%',
    '53.7%',
    '達成',
  ],
  ['900-903', STRATEGIC, CHECKUPS, '①', 'lifestyle-checkup-rate', '生活習慣病予防健診受診率', '>= 55.9%', '51.0%', '未達成'],
  ['905-908', STRATEGIC, CHECKUPS, '②', 'employer-checkup-data-rate', '事業者健診データ取得率', '>= 8.0%', '8.0%', '達成'],
  ['910-913', STRATEGIC, CHECKUPS, '③', 'dependant-checkup-rate', '被扶養者の特定健診受診率', '>= 29.5%', '21.3%', '未達成'],
  [
    '915-921',
    STRATEGIC,
    CHECKUPS,
    '（参考）',
    'checkup-rate',
    '第三期特定健康診査等実施計画における特定健康診査の実施率目標（①～③の合計）',
    '= 56.3%',
    '51.1%',
    '未達成',
  ],
  ['927-930', STRATEGIC, '特定保健指導の実施率の向上', '', 'guidance-rate', '特定保健指導の実施率', '>= 20.6%', '15.4%', '未達成'],
  [
    '936-939',
    STRATEGIC,
    '重症化予防対策の推進',
    '',
    'consultation-rate',
    '受診勧奨後3か月以内に医療機関を受診した者の割合',
    '>= 12.9%',
    '10.1%',
    '未達成',
  ],
  [
    '941-944',
    STRATEGIC,
    COMMITTEE,
    '①',
    'publicity-understanding-rate',
    '広報活動における加入者理解率の平均',
    `${LAST_YEAR} 45.6%`,
    '41.0%',
    '未達成',
  ],
  [
    '946-952',
    STRATEGIC,
    COMMITTEE,
    '②',
    'committee-coverage-rate',
    '全被保険者数に占める健康保険委員が委嘱されている事業所の被保険者数の割合',
    '>= 43%',
    '45.3%',
    '達成',
  ],
  [
    '958-963',
    STRATEGIC,
    'ジェネリック医薬品の使用促進',
    '',
    'generic-medicine-share',
    '協会けんぽのジェネリック医薬品使用割合',
    '>= 80%',
    '79.2%',
    '概ね達成',
  ],
  [
    '965-971',
    STRATEGIC,
    OPINION,
    '①',
    'coordination-meeting-participation-rate',
    '他の被用者保険者との連携を含めた、地域医療構想調整会議への被用者保険者の参加率',
    '>= 90%',
    '87.6%',
    '概ね達成',
  ],
  [
    '973-979',
    STRATEGIC,
    OPINION,
    '②',
    'opinion-by-economic-indicators',
    '「経済・財政と暮らしの指標「見える化」データベース」などを活用した効果的な意見発信を全支部で実施する',
    '= 47支部',
    '30支部',
    '未達成',
  ],
  [
    '989-992',
    ORGANISATION,
    '費用対効果を踏まえたコスト削減等',
    '',
    'single-bid-share',
    '一般競争入札に占める一者応札案件の割合',
    '<= 20%',
    '15.5%',
    '達成',
  ],
];

/** Printed in small tables of the chapters before it. */
const COUNTS: Readonly<Record<string, string>> = { 'judo-frequent-share': '160251/14254909', 'single-bid-share': '100/648' };

const countsOf = ({ numerator, denominator }: Actual) => `${numerator}/${denominator}`;

/** The list of KPIs of the headquarters for FY2020, at the end of its annual report. */
describe.skipIf(!existsSync(FILE))(`the annual report of FY2020 (skipped without ${FILE})`, () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '令和2年度事業報告書';
  const catalog = createCatalog();
  const reading = readPaper(documentFromText('report.txt', text), { catalog });
  const targets = reading.records.filter((record): record is Target => record.type === 'target');
  const actuals = reading.records.filter((record): record is Actual => record.type === 'actual');
  const verdicts = reading.records.filter((record): record is Verdict => record.type === 'verdict');
  const results = actuals.filter(({ statistic }) => !statistic);

  it('is told from its content, and speaks for the headquarters', () => {
    expect(reading.family).toBe('annual');
    expect(reading.scopes).toEqual([{ branch: '本部', fiscalYear: 2020 }]);
  });

  it('has 22 rows, each with target, result and verdict, and no finding', () => {
    expect([targets.length, results.length, verdicts.length, reading.markers]).toEqual([22, 22, 22, 22]);
    expect(reading.records.filter((record): record is Finding => record.type === 'finding')).toEqual([]);
  });

  it.each(ROWS.map((row, index) => [row[5], row, index] as const))(
    '%s',
    (_, [lines, area, measure, marker, id, name, goal, result, verdict], index) => {
      const [target, actual, judged] = [targets[index], results[index], verdicts[index]];
      const whose = { branch: '本部', fiscalYear: 2020, indicator: id, name };
      const last = Number(lines.split('-')[1]);
      expect(target).toMatchObject({ ...whose, area, measure, marker, role: 'kpi', parentId: null, conditions: [], duplicateOf: null });
      expect(target?.outline).toEqual([`${area}関係`, measure]);
      expect(target && goalOf(target)).toBe(goal);
      expect(target && `${target.source.lineStart}-${target.source.lineEnd}`).toBe(lines);
      expect(actual).toMatchObject({ ...whose, text: result, asOf: null, nationalRank: null });
      expect(actual && countsOf(actual)).toBe(COUNTS[id] ?? 'null/null');
      expect(actual && `${actual.value?.text}${actual.unit}`).toBe(result);
      expect(judged).toMatchObject({ ...whose, area, measure, verdict, rubric: 'headquarters' });
      for (const { source } of [actual, judged].filter((record) => record !== undefined)) {
        expect(source).toMatchObject({ lineStart: last, lineEnd: last, quote: text.split('\n')[last - 1] });
      }
    },
  );

  it('traces every record to words that stand in the document, on the lines it names', () => {
    const lines = text.split('\n');
    for (const { source } of reading.records) {
      const printed = lines.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(printed).toContain(line);
    }
  });

  it('reads the tables of counts as statistics of their own, the year before too', () => {
    const statistics = actuals.filter(({ statistic }) => statistic);
    expect(
      statistics.map((one) => [one.fiscalYear, one.indicator, one.text, countsOf(one), one.source.lineStart, one.source.lineEnd]),
    ).toEqual([
      [2019, 'judo-frequent-share', '1.12%', '175883/15692604', 382, 384],
      [2020, 'judo-frequent-share', '1.12%', '160251/14254909', 382, 384],
      [2020, 'single-bid-share', '15.5%', '100/648', 681, 687],
    ]);
  });

  it('scores as published, row by row', () => {
    const { kpis } = score({ branch: '本部', fiscalYear: 2020, targets, actuals, efforts: [], rubric: HEADQUARTERS, catalog });
    const counted = new Map(targets.filter(({ marker }) => !REFERENCE_MARK.test(marker)).map((target) => [target.id, target.name]));
    const ours = kpis.filter(({ targetId }) => counted.has(targetId)).map(({ name, verdict }) => [name, verdict]);
    expect(ours).toEqual(ROWS.filter(([, , , marker]) => marker !== '（参考）').map((row) => [row[5], row[8]]));
  });
});

/** `>= 92%`; for 対前年度 the year before's figure, as printed beside it. */
function goalOf({ comparator, basis, value, unit, baselines }: Target): string {
  if (basis === 'absolute') return [`${comparator} ${value}${unit}`, ...baselines.map(({ label }) => label)].join(' ');
  return [comparator, ...baselines.map((baseline) => `${baseline.label.replace(/^対/, '')} ${baseline.value}${baseline.unit}`)].join(' ');
}
