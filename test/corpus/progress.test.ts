import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Actual, Target } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const FILE = join(process.env.KPI_CORPUS ?? '../shared/corpus', 'progress-2020h1-kumamoto.txt');

const BASE = ['基盤的保険者機能', '基盤的保険者機能関係'] as const;
const STRATEGIC = ['戦略的保険者機能', '戦略的保険者機能関係'] as const;
const ORGANISATION = ['組織・運営体制', '組織・運営体制関係'] as const;
const SERVICE = 'サービス水準の向上';
const RECOVERY = '返納金債権の発生防止のための保険証回収強化、債権管理回収業務の推進';
const CHECKUPS = '特定健診受診率・事業者健診データ取得率の向上';
const PUBLICITY = '広報活動や健康保険委員を通じた加入者等の理解促進';
const OPINION = '地域医療提供体制への働きかけや医療保険制度改正等に向けた意見発信';

/** A result as read by hand: lines, printed name, value, text, time, rank, counts. `name`: `=` is the target's own. */
type Result = readonly [
  lines: string,
  name: string,
  value: string | null,
  text: string,
  asOf: string,
  rank?: number | undefined,
  counts?: string,
];
interface Row {
  readonly area: typeof BASE | typeof STRATEGIC | typeof ORGANISATION;
  readonly measure: string;
  readonly lines: string;
  readonly indicator: string;
  readonly name: string;
  readonly target: string;
  readonly conditions?: readonly string[];
  readonly results: readonly Result[];
}

/** The 21 KPIs of the sheet, in its order. */
const ROWS: readonly Row[] = [
  {
    area: BASE,
    measure: SERVICE,
    lines: '39-39',
    indicator: 'service-standard',
    name: '①サービススタンダードの達成状況',
    target: '= 100%',
    results: [['43-43', 'SS達成状況', '100%', '100％', '9月末']],
  },
  {
    area: BASE,
    measure: SERVICE,
    lines: '40-40',
    indicator: 'mailing-rate',
    name: '②現金給付等の申請に係る郵送化率',
    target: '>= 92.0%',
    results: [['44-44', '郵送化率', '91.2%', '91.2％', '9月末']],
  },
  {
    area: BASE,
    measure: '効果的なレセプト点検の推進',
    lines: '53-54',
    indicator: 'receipt-reduction-rate-combined',
    name: '社会保険診療報酬支払基金と合算したレセプト点検の査定率',
    target: '>= previous_year (対前年度 0.369%)',
    // Printed without a sign.
    results: [['57-58', '査定率', '0.341%', '0.341', '上期', 13]],
  },
  {
    area: BASE,
    measure: '柔道整復施術料療養費の照会業務の強化',
    lines: '68-69',
    indicator: 'judo-frequent-share',
    name: '柔道整復施術療養費の申請に占める、施術箇所3部位以上、かつ月15日以上の施術の申請の割合',
    target: '<= previous_year (対前年度 0.95%)',
    // The sheet prints the two counts among its activities, and no rate.
    results: [['74-76', '=', null, '907件／96,681件', '上期', undefined, '907/96681']],
  },
  {
    area: BASE,
    measure: RECOVERY,
    lines: '85-87',
    indicator: 'card-recovery-rate',
    name: '①日本年金機構回収分も含めた資格喪失後１か月以内の保険証回収率',
    target: '>= 96.0%',
    results: [['94-94', '=', '96.80%', '96.80%', '上期', 9]],
  },
  {
    area: BASE,
    measure: RECOVERY,
    lines: '88-88',
    indicator: 'claim-recovery-rate',
    name: '②返納金債権の回収率',
    target: '>= previous_year (対前年度 74.64%)',
    results: [['95-95', '回収率', '44.57%', '44.57%', '上期', 16]],
  },
  {
    area: BASE,
    measure: RECOVERY,
    lines: '89-91',
    indicator: 'repayment-share',
    name: '③医療給付費総額に占める資格喪失後受診に伴う返納金の割合',
    target: '<= previous_year (対前年度 0.044%)',
    results: [['96-96', '割合', '0.035%', '0.035%', '上期', 5]],
  },
  {
    area: BASE,
    measure: '限度額適用認定証の利用促進',
    lines: '126-127',
    indicator: 'limit-certificate-use-rate',
    name: '高額療養費に占める限度額適用認定証の使用割合',
    target: '>= 86.0%',
    results: [['130-130', '使用割合', '80.29%', '80.29％', '9月末']],
  },
  {
    area: BASE,
    measure: '被扶養者資格の再確認の徹底',
    lines: '142-143',
    indicator: 'dependant-check-submission-rate',
    name: '被扶養者資格の確認対象事業所からの確認書の提出率',
    target: '>= 92.0%',
    results: [['146-146', '=', null, '現在実施中', '上期']],
  },
  {
    area: BASE,
    measure: 'オンライン資格確認の円滑な実施',
    lines: '157-158',
    indicator: 'online-eligibility-use-rate',
    name: '現行のオンライン資格確認システムについて、ＵＳＢを配布した医療機関における利用率',
    target: '>= 68.0%',
    // The month's rate comes from the counts below it; the year's so far stands in brackets.
    results: [
      ['161-164', '使用率', '51.1%', '51.1%', '令和2年9月時点', undefined, '23/45'],
      ['162-162', '使用率', '57.8%', '57.8%', '年度累計'],
    ],
  },
  {
    area: STRATEGIC,
    measure: CHECKUPS,
    lines: '195-195',
    indicator: 'lifestyle-checkup-rate',
    name: '①生活習慣病予防健診受診率',
    target: '>= 60.7%',
    results: [['199-200', '生活習慣病予防健診受診率', '28.0%', '28.0%', '令和2年9月末現在']],
  },
  {
    area: STRATEGIC,
    measure: CHECKUPS,
    lines: '196-196',
    indicator: 'employer-checkup-data-rate',
    name: '②事業者健診データ取得率',
    target: '>= 8.0%',
    results: [['202-203', '事業者健診データ取得率', '2.3%', '2.3%', '令和2年11月末現在']],
  },
  {
    area: STRATEGIC,
    measure: CHECKUPS,
    lines: '197-197',
    indicator: 'dependant-checkup-rate',
    name: '③被扶養者の特定健診受診率',
    target: '>= 28.0%',
    results: [['205-206', '被扶養者の特定健診受診率', '9.0%', '9.0%', '令和2年10月末現在']],
  },
  {
    area: STRATEGIC,
    measure: '特定保健指導の実施率の向上',
    lines: '223-223',
    indicator: 'guidance-rate',
    name: '特定保健指導の実施率',
    target: '>= 30.8%',
    // The result begins on the line of the target.
    results: [['223-225', '特定保健指導の実施率', '14.5%', '14.5%', '令和2年11月末現在']],
  },
  {
    area: STRATEGIC,
    measure: '重症化予防対策の推進',
    lines: '237-238',
    indicator: 'consultation-rate',
    name: '受診勧奨後3か月以内に医療機関を受診した者の割合',
    target: '>= 12.9%',
    results: [['240-242', '受診勧奨後3か月以内に医療機関を受診した者の割合', '11.9%', '11.9%', '令和2年7月末現在']],
  },
  {
    area: STRATEGIC,
    measure: PUBLICITY,
    lines: '254-256',
    indicator: 'publicity-understanding-rate',
    name: '①広報活動における加入者理解率の平均',
    target: '>= previous_year (対前年度 46.3%)',
    results: [['262-262', '=', null, '令和２年度未提供', '上期']],
  },
  {
    area: STRATEGIC,
    measure: PUBLICITY,
    lines: '257-259',
    indicator: 'committee-coverage-rate',
    name: '②全被保険者に占める健康保険委員が委嘱されている事業所の被保険者数の割合',
    target: '>= 60.0%',
    results: [['263-264', '健康保険委員委嘱率', '58.91%', '58.91%', '令和2年9月末時点']],
  },
  {
    area: STRATEGIC,
    measure: 'ジェネリック医薬品の使用促進',
    lines: '299-299',
    indicator: 'generic-medicine-share',
    name: '協会けんぽのジェネリック医薬品使用割合',
    target: '>= 81.6%',
    results: [['301-301', '=', '80.6%', '80.6%', '令和２年７月']],
  },
  {
    area: STRATEGIC,
    measure: OPINION,
    lines: '324-326',
    indicator: 'coordination-meeting-participation-rate',
    name: '①他の被用者保険者との連携を含めた、地域医療構想調整会議への被用者保険の参加率',
    target: '>= 100%',
    results: [['332-333', '参加率', '100%', '100%', '上期']],
  },
  {
    area: STRATEGIC,
    measure: OPINION,
    lines: '327-329',
    indicator: 'opinion-by-economic-indicators',
    name: '②「経済・財政と暮らしの指標「見える化」データベース」などを活用した効果的な意見発信を実施する',
    target: 'do qualitative',
    results: [['334-334', '=', null, '会議の開催なし', '上期']],
  },
  {
    area: ORGANISATION,
    measure: '費用対効果を踏まえたコスト削減等',
    lines: '369-370',
    indicator: 'single-bid-share',
    name: '一般競争入札に占める一者応札案件の割合',
    target: '<= 20%',
    conditions: [
      '前年度において20%以下となった場合は、前年度以下とする',
      'なお、今年度において一般競争入札件数が4件以下となる場合は一者応札件数を1件以下とする',
    ],
    results: [['375-376', '=', '16.67%', '16.67%（2/12件）', '令和2年10月', undefined, '2/12']],
  },
];

describe.skipIf(!existsSync(FILE))(`the progress sheet of 熊本, first half of FY2020 (skipped without ${FILE})`, () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '令和2年度上期の進捗状況（熊本支部）';
  const { family, scopes, markers, records } = readPaper(documentFromText('progress.txt', text), { catalog: createCatalog() });
  const targets = records.filter((record): record is Target => record.type === 'target');
  const actuals = records.filter((record): record is Actual => record.type === 'actual');
  const lines = ({ source }: Target | Actual) => `${source.lineStart}-${source.lineEnd}`;
  const targetOf = (row: Row) => targets.find((target) => target.indicator === row.indicator);

  it('is told by its content, and says whose and of which year it is', () => {
    expect([family, scopes, markers]).toEqual(['progress', [{ branch: '熊本', fiscalYear: 2020 }], 24]);
  });

  it('has 21 KPIs, each with its results, and nothing else', () => {
    expect([targets.length, actuals.length, records.length]).toEqual([21, 22, 43]);
  });

  it.each(ROWS)('$indicator: the target', (row) => {
    const target = targetOf(row);
    if (!target) throw new Error(`no target ${row.indicator}`);
    const promise = target.basis === 'absolute' ? `${target.value}${target.unit}` : target.basis;
    const beside = target.baselines.map(({ label, value, unit }) => ` (${label} ${value}${unit})`).join('');
    expect({
      area: [target.area, target.outline[0]],
      measure: target.measure,
      outline: target.outline.slice(1),
      lines: lines(target),
      name: target.marker + target.name,
      target: `${target.comparator} ${promise}${beside}`,
      conditions: target.conditions.map((condition) => condition.text),
      rest: [target.role, target.parentId, target.duplicateOf, target.branch, target.fiscalYear],
    }).toEqual({
      area: row.area,
      measure: row.measure,
      outline: [row.measure],
      lines: row.lines,
      name: row.name,
      target: row.target,
      conditions: row.conditions ?? [],
      rest: ['kpi', null, null, '熊本', 2020],
    });
  });

  it.each(ROWS)('$indicator: the results', (row) => {
    const name = targetOf(row)?.name ?? '';
    const found = actuals.filter((actual) => actual.indicator === row.indicator);
    const said = found.map((actual) => [
      lines(actual),
      actual.name === name && row.results[0]?.[1] === '=' ? '=' : actual.name,
      actual.value === null ? actual.value : `${actual.value}${actual.unit}`,
      actual.text,
      actual.asOf,
      actual.nationalRank ?? undefined,
      actual.denominator ? `${actual.numerator}/${actual.denominator}` : undefined,
    ]);
    expect(said).toEqual(row.results.map((result) => [...result, ...Array.from({ length: 7 - result.length }, () => undefined)]));
    expect(found.map(({ branch, fiscalYear }) => [branch, fiscalYear])).toEqual(row.results.map(() => ['熊本', 2020]));
  });

  it('quotes what stands on the lines it names', () => {
    const printed = text.split('\n');
    for (const { source } of records) {
      const own = printed.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(own).toContain(line);
    }
  });
});
