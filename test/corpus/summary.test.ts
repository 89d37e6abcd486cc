import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const FILE = join(process.env.KPI_CORPUS ?? '../shared/corpus', 'plan-2024-kumamoto.md');

const BASE = '基盤的保険者機能';
const STRATEGIC = '戦略的保険者機能';
const ORGANISATION = '組織・運営体制';
const PREVIOUS = '>= previous_year';
const SERVICE = 'サービス水準の向上';
const RECEIPTS = 'レセプト点検の精度向上';
const CLAIMS = '債権管理・回収と返納金債権発生防止の強化';
const CHECKUPS = '特定健診実施率・事業者健診データ取得率等の向上';
const GUIDANCE = '特定保健指導の実施率及び質の向上';
const NETWORK = '広報活動や「顔の見える地域ネットワーク」を通じた加入者等の理解促進';

interface Row {
  readonly line: number;
  readonly name: string;
  readonly indicator: string;
  readonly area: string;
  readonly measure: string;
  /** 本部 2026, 熊本 2024, 熊本 2023. */
  readonly targets: readonly [string, string, string];
  readonly forecast: string;
  /** Where the target of FY2023 goes by another name or is another indicator. */
  readonly before?: { readonly name?: string; readonly indicator: string };
}

const row = (
  line: number,
  name: string,
  indicator: string,
  [area, measure]: readonly [string, string],
  targets: readonly [string, string, string],
  forecast: string,
  before?: Row['before'],
): Row => ({ line, name, indicator, area, measure, targets, forecast, ...(before ? { before } : {}) });

/** Read by hand from the KPIまとめ tables. */
const ROWS: readonly Row[] = [
  row(185, 'サービススタンダード達成状況', 'service-standard', [BASE, SERVICE], ['= 100%', '= 100%', '= 100%'], '達成見込み'),
  row(186, '申請書郵送化率', 'mailing-rate', [BASE, SERVICE], [PREVIOUS, PREVIOUS, '= 96.0%'], '達成困難'),
  row(293, '協会のレセプト点検査定率', 'receipt-reduction-rate-own', [BASE, RECEIPTS], [PREVIOUS, PREVIOUS, '= 0.376%'], '達成見込み', {
    name: '協会のレセプト点検査定率（基金合算）',
    indicator: 'receipt-reduction-rate-combined',
  }),
  row(294, 'レセプト点検1件当たりの査定額', 'receipt-reduction-amount', [BASE, RECEIPTS], [PREVIOUS, PREVIOUS, '= 9104円'], '達成見込み'),
  row(295, '返納金債権回収率', 'claim-recovery-rate-all-causes', [BASE, CLAIMS], [PREVIOUS, PREVIOUS, '= 62.49%'], '達成困難', {
    indicator: 'claim-recovery-rate',
  }),
  row(296, '資格喪失後1か月以内の保険証回収率', 'card-recovery-rate', [BASE, CLAIMS], [PREVIOUS, PREVIOUS, '= 92.52%'], '達成困難'),
  row(423, '生活習慣病予防健診', 'lifestyle-checkup-rate', [STRATEGIC, CHECKUPS], ['= 64.8%', '= 68.2%', '= 66.5%'], '達成見込み'),
  row(424, '事業者健診', 'employer-checkup-data-rate', [STRATEGIC, CHECKUPS], ['= 9.2%', '= 10.7%', '= 11.5%'], '達成見込み'),
  row(425, '被扶養者特定健診', 'dependant-checkup-rate', [STRATEGIC, CHECKUPS], ['= 32.9%', '= 29.5%', '= 30%'], '達成困難'),
  row(426, '被保険者特保', 'insured-guidance-rate', [STRATEGIC, GUIDANCE], ['= 27.1%', '= 39.5%', '= 39.3%'], '達成見込み'),
  row(427, '被扶養者特保', 'dependant-guidance-rate', [STRATEGIC, GUIDANCE], ['= 20.7%', '= 26.0%', '= 14.5%'], '達成見込み'),
  row(428, '重症化予防', 'consultation-rate', [STRATEGIC, '重症化予防対策の推進'], [PREVIOUS, PREVIOUS, '= 13.1%'], '達成見込み'),
  row(
    546,
    '健康宣言事業所数',
    'health-declaration-offices',
    [STRATEGIC, 'コラボヘルスの推進'],
    ['= 110000事業所', '= 2930事業所', '= 2080事業所'],
    '達成済み',
  ),
  row(547, 'ジェネリック医薬品', 'generic-medicine-share', [STRATEGIC, '医療費適正化'], ['= 80%', PREVIOUS, '= 84.0%'], '達成見込み'),
  row(548, '健康保険委員カバー率', 'committee-coverage-rate', [STRATEGIC, NETWORK], ['= 50%', '= 64.7%', '= 62.0%'], '達成済み'),
  row(
    597,
    '競争入札の一者応札割合',
    'single-bid-share',
    [ORGANISATION, '費用対効果を踏まえたコスト削減等'],
    ['<= 15%', '<= 15%', '<= 20%'],
    '達成見込み',
  ),
];

/** The plan summary of one branch for FY2024. */
describe.skipIf(!existsSync(FILE))(`the plan summary (skipped without ${FILE})`, () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '令和6年度 熊本支部';
  const reading = readPaper(documentFromText('plan-2024-kumamoto.md', text), { catalog: createCatalog() });
  const targets = reading.records.filter((record): record is Target => record.type === 'target');
  const verdicts = reading.records.filter((record): record is Verdict => record.type === 'verdict');
  const changes = reading.records.filter((record): record is Change => record.type === 'change');

  it('is told from its content, and whose it is', () => {
    expect(reading.family).toBe('summary');
    expect(reading.scopes).toEqual([{ branch: '熊本', fiscalYear: 2024 }]);
  });

  it.each(ROWS)('line $line, $name: three targets', ({ line, name, indicator, area, measure, targets: [r8, r6, r5], before }) => {
    const found = targets.filter(({ source }) => source.lineStart === line);
    const said = found.map((target) => [
      target.branch,
      target.fiscalYear,
      target.name,
      target.indicator,
      `${target.comparator} ${target.basis === 'absolute' ? `${target.value}${target.unit ?? ''}` : target.basis}`,
    ]);
    expect(said).toEqual([
      ['本部', 2026, name, indicator, r8],
      ['熊本', 2024, name, indicator, r6],
      ['熊本', 2023, before?.name ?? name, before?.indicator ?? indicator, r5],
    ]);
    for (const target of found) {
      expect(target).toMatchObject({
        area,
        measure,
        marker: '',
        role: 'kpi',
        parentId: null,
        baselines: [],
        conditions: [],
        duplicateOf: null,
      });
      expect(target.source).toMatchObject({ lineStart: line, lineEnd: line, quote: text.split('\n')[line - 1]?.trim() });
    }
  });

  it.each(ROWS)('line $line, $name: $forecast', ({ line, name, indicator, area, measure, forecast, before }) => {
    const found = verdicts.filter(({ source }) => source.lineStart === line);
    const about = { name: before?.name ?? name, indicator: before?.indicator ?? indicator, area, measure };
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ branch: '熊本', fiscalYear: 2023, verdict: forecast, rubric: 'forecast', ...about });
  });

  it('finds no other row', () => {
    expect(targets).toHaveLength(48);
    expect(verdicts).toHaveLength(16);
    expect(new Set(targets.map(({ id }) => id)).size).toBe(48);
  });

  it('finds the five changes', () => {
    expect(changes.map(({ kind, name, from, to, source }) => [source.lineStart, source.lineEnd, kind, name, from, to])).toEqual([
      [
        192,
        194,
        'changed',
        '現金給付等の申請に係る郵送化率',
        '現金給付等の申請に係る郵送化率を96.0%以上とする',
        '現金給付等の申請に係る郵送化率を対前年度以上とする',
      ],
      [200, 201, 'deleted', '施術箇所3部位以上、かつ月15日以上の申請の割合', null, null],
      [203, 203, 'deleted', '確認対象事業所からの確認書の提出率', null, null],
      [
        302,
        306,
        'changed',
        '協会のレセプト点検の査定率',
        '社会保険診療報酬支払基金と合算したレセプト点検の査定率（※）について対前年度以上とする。',
        '協会のレセプト点検の査定率（※）について前年度以上とする。',
      ],
      [
        312,
        316,
        'changed',
        '返納金債権（診療報酬返還金（不当請求）を除く。）の回収率',
        '返納金債権（資格喪失後受診に係るものに限る。）の回収率を対前年度以上とする。',
        '返納金債権（診療報酬返還金（不当請求）を除く。）の回収率を前年度以上とする。',
      ],
    ]);
    expect(new Set(changes.map(({ branch, fiscalYear }) => `${branch} ${fiscalYear}`))).toEqual(new Set(['熊本 2024']));
  });

  it('leaves nothing unread', () => {
    expect(reading.records.filter(({ type }) => type !== 'target' && type !== 'verdict' && type !== 'change')).toEqual([]);
  });
});
