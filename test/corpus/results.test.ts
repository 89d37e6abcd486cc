import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import type { Actual, KpiRecord, Rating, Target } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { score } from '../../src/score/score.ts';
import { documentFromText } from '../../src/source/text.ts';

const FILE = join(process.env.KPI_CORPUS ?? '../shared/corpus', 'results-2023-kagoshima.txt');

const BASE = '基盤的保険者機能';
const STRATEGIC = '戦略的保険者機能';
const ORGANISATION = '組織・運営体制';
const PROGRAMME = '保健事業計画（データヘルス計画）の着実な実施';
const RECOVERY = '返納金債権発生防止のための保険証回収強化及び債権管理回収業務の推進';
const CHECKUPS = '特定健診実施率・事業者健診データ取得率等の向上';
const GUIDANCE = '特定保健指導の実施率及び質の向上';
const COMMITTEE = '広報活動や健康保険委員を通じた加入者等の理解促進';
const OPINION = '地域の医療提供体制等への働きかけや医療保険制度に係る意見発信';
const COSTS = '費用対効果を踏まえたコスト削減等';

/** Read by hand, in the order of the pages. `lines`: where the rating stands, from its label to the grade. */
const MEASURES: readonly (readonly [lines: string, area: string, number: string, measure: string, group: string, grade: string])[] = [
  ['142-150', BASE, '②', 'サービス水準の向上', '業務', 'B'],
  ['172-176', BASE, '③', '限度額適用認定証の利用促進', '業務', 'B'],
  ['220-234', BASE, '④', '現金給付の適正化の推進', '業務', 'A'],
  ['260-264', BASE, '⑨', '業務改革の推進', '業務', 'A'],
  ['292-300', BASE, '⑦', '被扶養者資格の再確認の徹底', '業務', 'A'],
  ['330-338', BASE, '⑤', '効果的なレセプト内容点検の推進', 'レセプト', 'A'],
  ['368-378', BASE, '⑥', RECOVERY, 'レセプト', 'B'],
  ['432-446', STRATEGIC, '①ⅰ）', CHECKUPS, '保健', 'B'],
  ['529-537', STRATEGIC, '①ⅱ）', GUIDANCE, '保健', 'B'],
  ['574-582', STRATEGIC, '①ⅲ）', '重症化予防対策の推進', '保健', 'B'],
  ['621-633', STRATEGIC, '①ⅳ）', 'コラボヘルスの推進', '保健・企画総務', 'A'],
  ['650-650', BASE, '①', '健全な財政運営', '企画総務', 'B'],
  ['664-664', BASE, '⑧', 'オンライン資格確認の円滑な実施', '企画総務', 'A'],
  ['685-693', STRATEGIC, '②', COMMITTEE, '企画総務', 'A'],
  ['708-712', STRATEGIC, '③', 'ジェネリック医薬品の使用促進', '企画総務', 'A'],
  ['734-748', STRATEGIC, '⑤', OPINION, '企画総務', 'A'],
  ['763-771', STRATEGIC, '④', 'インセンティブ制度の着実な実施', '企画総務', 'A'],
  ['809-817', STRATEGIC, '⑥', '調査研究の推進', '企画総務', 'A'],
  ['837-837', ORGANISATION, '①', COSTS, '企画総務', 'A'],
];

type KpiRow = readonly [lines: string, measure: string, indicator: string, name: string, target: string, at: string, result: string];

/** `lines`: of the target; `at`: of its result. */
const KPIS: readonly KpiRow[] = [
  ['119-119', 'サービス水準の向上', 'service-standard', 'サービススタンダードの達成状況', '= 100%', '124', '100％'],
  ['121-121', 'サービス水準の向上', 'mailing-rate', '現金給付等の申請に係る郵送化率', '>= 96.0%', '126', '93.3％'],
  [
    '187-189',
    '現金給付の適正化の推進',
    'judo-frequent-share',
    '柔道整復施術療養費の申請に占める、施術箇所3部位以上、かつ月15日以上の施術の申請の割合',
    '<= previous_year (対前年度 0.82%)',
    '190',
    '0.82％',
  ],
  [
    '268-268',
    '被扶養者資格の再確認の徹底',
    'dependant-check-submission-rate',
    '被扶養者資格の確認対象事業所からの確認書の提出率',
    '>= 94.0%',
    '268',
    '94.2％',
  ],
  [
    '309-309',
    '効果的なレセプト内容点検の推進',
    'receipt-reduction-rate-combined',
    '社会保険診療報酬支払基金と合算したレセプト点検の査定率',
    '>= previous_year (対前年度 0.331%)',
    '314',
    '0.389％',
  ],
  [
    '311-311',
    '効果的なレセプト内容点検の推進',
    'receipt-reduction-amount',
    '協会けんぽの再審査レセプト1件当たりの査定額',
    '>= previous_year (対前年度 9115円)',
    '316',
    '11,378円',
  ],
  [
    '345-345',
    RECOVERY,
    'card-recovery-rate',
    '日本年金機構回収分も含めた資格喪失後１か月以内の保険証回収率',
    '>= previous_year (対前年度 90.39%)',
    '350',
    '86.59％',
  ],
  [
    '347-347',
    RECOVERY,
    'claim-recovery-rate',
    '返納金債権（資格喪失後受診に係るものに限る。）の回収率',
    '>= previous_year (対前年度 57.54%)',
    '352',
    '38.11％',
  ],
  ['388-388', CHECKUPS, 'lifestyle-checkup-rate', '生活習慣病予防健診実施率', '>= 61.1%', '396', '50.9%'],
  ['390-390', CHECKUPS, 'employer-checkup-data-rate', '事業者健診データ取得率', '>= 13.8%', '398', '11.0%'],
  ['392-392', CHECKUPS, 'dependant-checkup-rate', '被扶養者の特定健診受診率', '>= 26.0%', '400', '22.5%'],
  ['484-484', GUIDANCE, 'insured-guidance-rate', '被保険者の特定保健指導の実施率', '>= 38.0%', '489', '21.6%'],
  ['486-486', GUIDANCE, 'dependant-guidance-rate', '被扶養者の特定保健指導の実施率', '>= 19.4%', '491', '5.1%'],
  [
    '564-564',
    '重症化予防対策の推進',
    'consultation-rate',
    '受診勧奨後、３か月以内に医療機関を受診した者の割合',
    '>= 14.0%',
    '564',
    '11.9％',
  ],
  ['587-587', 'コラボヘルスの推進', 'health-declaration-offices', '健康宣言事業所数', '>= 770事業所', '587', '969事業所'],
  [
    '669-669',
    COMMITTEE,
    'committee-coverage-rate',
    '全被保険者数に占める健康保険委員が委嘱されている事業所の被保険者数の割合',
    '>= 50.5%',
    '669',
    '52.8％',
  ],
  [
    '696-696',
    'ジェネリック医薬品の使用促進',
    'generic-medicine-share',
    '協会けんぽのジェネリック医薬品使用割合',
    '>= previous_year (対前年度 86.8%)',
    '696',
    '88.0％',
  ],
  [
    '721-723',
    OPINION,
    'opinion-by-medical-data',
    '効果的・効率的な医療提供体制の構築に向けて、地域医療構想調整会議や医療審議会等において、医療データ等を活用した効果的な意見発信を実施する',
    'do',
    '724',
    '意見発信実施',
  ],
  ['825-825', COSTS, 'single-bid-share', '一般競争入札に占める一者応札案件の割合', '<= 20.0%', '825', '14.3％'],
];

/** Each column of each table: rate, numerator, denominator. */
const STATISTICS: readonly (readonly [lines: string, indicator: string, columns: readonly string[]])[] = [
  ['447-455', 'lifestyle-checkup-rate', ['57.5% 137526/239176', '56.4% 9179843/15964944', '50.9% 122887/241386', '57.7% 9563937/16587290']],
  ['457-465', 'employer-checkup-data-rate', ['10.5% 25181/239176', '8.8% 1437801/15964944', '11.0% 26648/241386', '7.1% 1180723/16587290']],
  ['467-475', 'dependant-checkup-rate', ['21.9% 12834/58603', '27.7% 1093269/3946819', '22.5% 12717/56522', '28.3% 1082509/3822190']],
  ['538-546', 'insured-guidance-rate', ['19.8% 5873/29661', '18.2% 370373/2035016', '21.6% 6030/27957', '19.8% 407399/2062646']],
  ['548-556', 'dependant-guidance-rate', ['6.0% 67/1116', '15.5% 13939/89929', '5.1% 57/1127', '15.6% 13555/87084']],
];
const OWNERS = ['鹿児島 2022', '本部 2022', '鹿児島 2023', '本部 2023'];

const at = ({ source }: KpiRecord) => `${source.lineStart}-${source.lineEnd}`;

function promise({ comparator, basis, value, unit, baselines }: Target): string {
  if (comparator === 'do') return 'do';
  return `${comparator} ${basis === 'absolute' ? `${value}${unit}` : basis}${baselines.map((one) => ` (${one.label} ${one.value}${one.unit})`).join('')}`;
}

describe.skipIf(!existsSync(FILE))(`the results of 鹿児島 in FY2023 (skipped without ${FILE})`, () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '令和５年度 支部事業実施結果（鹿児島支部）\nKPI結果 －';
  const catalog = createCatalog();
  const reading = readPaper(documentFromText('results.txt', text), { catalog });
  const of = <T extends KpiRecord>(type: T['type']) => reading.records.filter((record): record is T => record.type === type);
  const targets = of<Target>('target');
  const actuals = of<Actual>('actual');
  const results = actuals.filter(({ statistic }) => !statistic);
  const ratings = of<Rating>('rating');

  it('is a results report of one branch and year, with a KPI part for each of 19 measures', () => {
    expect([reading.family, reading.scopes, reading.markers]).toEqual(['results', [{ branch: '鹿児島', fiscalYear: 2023 }], 19]);
  });

  it('holds nothing but targets, results, ratings and the rubric: table and pages agree', () => {
    expect(reading.records.filter(({ type }) => !['target', 'actual', 'rating', 'rubric'].includes(type))).toEqual([]);
  });

  it('prints the rubric of the branches on its first page', () => {
    const rubrics = reading.records.filter((record) => record.type === 'rubric');
    expect(rubrics.map(({ branch, fiscalYear, sameAs, source }) => [branch, fiscalYear, sameAs, source.lineStart, source.lineEnd])).toEqual(
      [['鹿児島', 2023, 'branch', 6, 36]],
    );
    expect(rubrics[0]?.rubric).toMatchObject({ grades: BRANCH.grades, rows: BRANCH.rows });
  });

  it.each(MEASURES)('%s %s %s%s', (lines, ...fields) => {
    const rating = ratings.filter((one) => at(one) === lines);
    expect(rating.map(({ area, number, measure, group, grade }) => [area, number, measure, group, grade])).toEqual([fields]);
    expect(rating.map(({ branch, fiscalYear, rubric }) => [branch, fiscalYear, rubric])).toEqual([['鹿児島', 2023, 'branch']]);
  });

  it.each(KPIS)('%s %s %s', (lines, measure, indicator, name, target, line, result) => {
    const found = targets.filter((one) => at(one) === lines);
    expect(found.map((one) => [one.measure, one.indicator, one.name, promise(one)])).toEqual([[measure, indicator, name, target]]);
    const outline = MEASURES.find((row) => row[3] === measure)?.[2].startsWith('①ⅰ') ? PROGRAMME : measure;
    expect(found.map((one) => [one.branch, one.fiscalYear, one.role, one.parentId, one.conditions, one.duplicateOf, one.marker])).toEqual([
      ['鹿児島', 2023, 'kpi', null, [], null, '●'],
    ]);
    expect(found[0]?.area).toBe(MEASURES.find((row) => row[3] === measure)?.[1]);
    expect(found[0]?.outline).toContain(outline);
    const answers = results.filter((one) => one.indicator === indicator);
    expect(answers.map((one) => [one.name, at(one), one.text])).toEqual([[name, `${line}-${line}`, result]]);
    const printed = /^[\d,.]+/.exec(result)?.[0].replaceAll(',', '') ?? null;
    const unit = printed && result.replace(/^[\d,.]+/, '').replace('％', '%');
    expect(answers.map((one) => [one.value?.text ?? null, one.unit, one.branch, one.fiscalYear])).toEqual([
      [printed, unit, '鹿児島', 2023],
    ]);
    expect(answers.map((one) => [one.asOf, one.nationalRank, one.numerator, one.denominator])).toEqual([[null, null, null, null]]);
  });

  it('has no other target, result or rating', () => {
    expect([targets, results, ratings].map(({ length }) => length)).toEqual([19, 19, 19]);
  });

  it.each(STATISTICS)('%s %s', (lines, indicator, columns) => {
    const table = actuals.filter((one) => one.statistic && at(one) === lines);
    expect(table.map(({ branch, fiscalYear }) => `${branch} ${fiscalYear}`)).toEqual(OWNERS);
    expect(table.map(({ value, unit, numerator, denominator }) => `${value}${unit} ${numerator}/${denominator}`)).toEqual(columns);
    expect(new Set(table.map((one) => one.indicator))).toEqual(new Set([indicator]));
    // The year's own column repeats the result of the KPI, under another name.
    const own = results.find((one) => one.indicator === indicator);
    expect([own?.value?.text, own?.name === table[2]?.name]).toEqual([table[2]?.value?.text, false]);
  });

  const changed: [how: string, text: string][] = [
    ['without its bullets', text.replace(/[\uf06c\uf06e]/g, '')],
    ['with other bullets', text.replaceAll('\uf06c', '•').replaceAll('\uf06e', '□').replaceAll('KPI', 'ＫＰＩ')],
    ['without blank lines', text.replace(/\n\s*\n+/g, '\n')],
    ['with its pages parted', text.replace(/\n(?=[^\n]{0,12}グループ《)/g, '\n\f')],
    ['in full-width digits', text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ];
  it.each(changed)('says the same %s', (_, other) => {
    const again = readPaper(documentFromText('results.txt', other), { catalog }).records;
    const said = (records: readonly KpiRecord[]) =>
      records.map((record) => JSON.stringify({ ...record, source: null, marker: '' }).normalize('NFKC'));
    expect(said(again)).toEqual(said(reading.records));
  });

  it('quotes words that stand in the document, on the lines it names', () => {
    const lines = text.split('\n');
    for (const { source } of reading.records) {
      const printed = lines.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(printed).toContain(line);
    }
  });

  it('scores so that each published grade is possible, from the results of the KPIs and not the statistics', () => {
    const { kpis, measures } = score({ branch: '鹿児島', fiscalYear: 2023, targets, actuals, efforts: [], rubric: BRANCH, catalog });
    expect(kpis.map(({ actual }) => String(actual?.source.lineStart))).toEqual(KPIS.map((row) => row[5]));
    const published = measures.map(({ measure }) => ratings.find((rating) => rating.measure === measure)?.grade ?? '');
    expect(measures.map(({ possible }, i) => possible.includes(published[i] ?? ''))).toEqual(Array.from({ length: 13 }, () => true));
  });
});
