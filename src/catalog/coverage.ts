/** The words of coverage tables (対象者数, 見込者数, 率), matched in folded text without spaces. */

/** `実施対象者数：791,721人`; `被保険者見込者数 167,924人` is a population too: people expected to be insured. */
export const POPULATION = /(?:対象者数?|(?:被保険者|被扶養者)見込者数)[:]?\(?約?(?<number>\d[\d,]*)[人名]/;

/** `実施見込者数：160,324人`, `二次勧奨実施予定人数 12,000人`, `（約 620人）`. */
export const PLANNED =
  /(?<!被保険者|被扶養者)(?:見込み?者数|予定者数|予定人数|予定実施人数|勧奨実施人数)[:]?\(?約?(?<number>\d[\d,]*)[人名]/;

/** Counts that need no label: `文書勧奨：4,300人`, `20人／年`, `全体目標 25.2％（8,650人）`. */
export const COUNTED = /(?:勧奨[:]|%\()(?<number>\d[\d,]*)人|(?<![\d,])(?<yearly>\d[\d,]{0,11})人\/年/;

/** Measures of approaching people are planned as counts: no population belongs to them. */
export const APPROACH = /勧奨|重症化予防|人\/年|参加予定/;

export const RATE = /(?<![\d.])(?<number>\d{1,9}(?:\.\d{1,6})?)%/;

/** A row that prints only a rate: `・特定保健指導 実施率 30.9％`, `（内訳）協会保健師実施分 7.5％`, `（被保険者・被扶養者合計実施率：63.5％）`. */
export const RATE_ROW =
  /^(?:\([a-zA-Z]\)|[①-⑳・○◇◆□■]|\(内訳\))*(?:【[^】]*】)?(?:(?:生活習慣病予防健診|事業者健診データ|特定健康診査|特定健診|特定保健指導)[^%。、]{0,8}率|協会(?:保健師)?実施分|アウトソー(?:シング|ス)分|外部委託分|\(?被保険者[・+]被扶養者合計[^%]{0,8}率)[:]?\d+(?:\.\d+)?%\)?$/;

/** An overall rate in a heading: `特定保健指導の実施率及び質の向上（支部目標 30.5％）`. */
export const RATE_IN_HEADING = /(?:健診|診査|保健指導).{0,60}\(支部目標(?<number>\d+(?:\.\d+)?)%\)$/;

/** Parts of 特定保健指導 by who carries it out. */
export const PART = /協会(?:保健師)?実施分|アウトソー(?:シング|ス)分|外部委託分|(?:文書|電話|訪問)勧奨/;

/** Where a second row begins on the line of another: `協会保健師実施分 20.9％（…3,500人）外部委託分 4.3％（…720人）`. */
export const NEXT_ROW = /(?<=[人名]\))[、・]?(?=(?:協会(?:保健師)?実施分|アウトソー(?:シング|ス)分|外部委託分|委託実施分)[:]?\d[\d.]*%\()/;

export const GROUPS = ['被保険者', '被扶養者'] as const;

/** What a row is called that names nothing itself and does not stand among those of 特定保健指導. */
export const UNNAMED = '健診';

/** What a row counts, when its own words name it. */
export const COVERED = [
  '生活習慣病予防健診',
  '事業者健診データ',
  '特定健康診査',
  '特定健診',
  '特定保健指導',
  '健診全体',
  '糖尿病性腎症に係る重症化予防事業',
  '二次勧奨',
  '一次勧奨',
  '受診勧奨',
] as const;

/** The indicators whose rate coverage rows count, and whose rows: all of a kind make the rate of 被保険者 and 被扶養者 together. */
export const COVERAGE_INDICATORS: readonly {
  readonly id: string;
  readonly names: readonly string[];
  readonly group: (typeof GROUPS)[number];
  readonly kind: 'checkup' | 'guidance';
}[] = [
  { id: 'lifestyle-checkup-rate', names: ['生活習慣病予防健診'], group: '被保険者', kind: 'checkup' },
  { id: 'employer-checkup-data-rate', names: ['事業者健診データ'], group: '被保険者', kind: 'checkup' },
  { id: 'dependant-checkup-rate', names: ['特定健康診査', '特定健診'], group: '被扶養者', kind: 'checkup' },
  { id: 'insured-guidance-rate', names: ['特定保健指導'], group: '被保険者', kind: 'guidance' },
  { id: 'dependant-guidance-rate', names: ['特定保健指導'], group: '被扶養者', kind: 'guidance' },
];

/** The indicators of both groups together. */
export const OVERALL_INDICATORS: Readonly<Record<string, 'checkup' | 'guidance'>> = {
  'checkup-rate': 'checkup',
  'guidance-rate': 'guidance',
};
