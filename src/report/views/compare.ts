import type { Language, Text } from '../../model/index.ts';
import type { ComparedBy, Comparison, ComparisonRow } from '../../score/compare.ts';
import { groupBy } from '../../source/group-by.ts';
import { bar } from '../bars.ts';
import { aside, quantity, resultLabel, targetLabel, verdictLabel, yearLabel } from '../labels.ts';
import type { Cell, Column, Report, Row, Section, Sheet, Tone } from '../report.ts';
import { VERDICT_TONES } from './scores.ts';

const WORDS = {
  rank: { ja: '順位', en: 'Rank' },
  branch: { ja: '支部', en: 'Branch' },
  target: { ja: '目標', en: 'Target' },
  actual: { ja: '実績', en: 'Actual' },
  attainment: { ja: '達成度', en: 'Attainment' },
  verdict: { ja: '判定', en: 'Verdict' },
  distance: { ja: '全国との差', en: 'To national' },
  median: { ja: '中央値', en: 'median' },
  national: { ja: '全国（本部）', en: 'national (本部)' },
  unknown: { ja: '記録なし', en: 'not on record' },
  higher: { ja: '高いほど良い', en: 'higher is better' },
  lower: { ja: '低いほど良い', en: 'lower is better' },
  none: { ja: 'この指標の目標も実績もありません。', en: 'No targets or results for this indicator.' },
} satisfies Record<string, Text>;

const BY: Record<ComparedBy, Text> = {
  target: { ja: '目標の順', en: 'by target' },
  actual: { ja: '実績の順', en: 'by actual' },
  attainment: { ja: '達成度の順', en: 'by attainment' },
};

/** Between two rates lie points. */
const POINTS: Text = { ja: 'ポイント', en: 'pt' };

const COMMA: Text = { ja: '、', en: ', ' };

/** Columns of the longest bar. */
const BAR = 20;

/** One indicator: branches by rank. */
export function comparisonReport(comparison: Comparison, lang: Language): Report {
  return {
    sections: () => [section(comparison, lang)],
    sheet: () => sheet([comparison]),
    data: () => [comparison],
    single: true,
  };
}

/** All of them: branches × indicators. */
export function heatReport(comparisons: readonly Comparison[], branches: readonly string[], lang: Language): Report {
  return {
    sections: () => heatSections(comparisons, branches, lang),
    sheet: () => sheet(comparisons),
    data: () => comparisons,
  };
}

interface ComparisonColumn extends Column {
  cell(row: ComparisonRow): Cell;
  /** Left out where no row has one. */
  readonly has?: (row: ComparisonRow) => boolean;
}

function section(comparison: Comparison, lang: Language): Section {
  const { name, fiscalYear, by, direction, rows } = comparison;
  const columns = columnsOf(comparison, lang).filter(({ has }) => has === undefined || rows.some(has));
  return {
    heading: aside(`${name} ${yearLabel(fiscalYear, lang)}`, [BY[by], WORDS[direction]].map((text) => text[lang]).join(COMMA[lang]), lang),
    columns,
    rows: rows.map((row): Row => ({ kind: 'cells', cells: columns.map(({ cell }) => cell(row)) })),
    notes: [rows.length === 0 ? WORDS.none[lang] : summary(comparison, lang)],
  };
}

function columnsOf({ rows, unit }: Comparison, lang: Language): ComparisonColumn[] {
  const longest = Math.max(...rows.map(({ value }) => Number(value?.text ?? 0)));
  return [
    { title: WORDS.rank[lang], align: 'right', cell: ({ rank }) => ({ text: rank === null ? '-' : String(rank) }) },
    { title: WORDS.branch[lang], cell: ({ branch }) => ({ text: branch, tone: 'strong' }) },
    { title: WORDS.target[lang], align: 'right', cell: (row) => ({ text: comparedTarget(row, lang) }) },
    {
      title: WORDS.actual[lang],
      align: 'right',
      cell: (row) => ({ text: comparedActual(row, lang) }),
      has: ({ actual }) => actual !== null,
    },
    {
      title: WORDS.attainment[lang],
      align: 'right',
      cell: ({ attainment }) => ({ text: attainment === null ? '-' : `${attainment.text}%` }),
      has: ({ attainment }) => attainment !== null,
    },
    { title: WORDS.verdict[lang], cell: (row) => verdictCell(row, lang), has: ({ verdict }) => verdict !== null },
    {
      title: WORDS.distance[lang],
      align: 'right',
      cell: ({ distance }) => ({ text: distance === null ? '-' : signed(quantity(distance, unit === '%' ? POINTS[lang] : unit, lang)) }),
      has: ({ distance }) => distance !== null,
    },
    {
      title: '',
      cell: ({ value }) => ({ text: value === null || longest <= 0 ? '' : bar(Number(value.text) / longest, BAR) }),
      has: ({ value }) => value !== null,
    },
  ];
}

const signed = (amount: string): string => (amount.startsWith('-') || /^0(?:\.0+)?\D*$/.test(amount) ? amount : `+${amount}`);

/** What the plan says: 前年度以上 is no number that somebody set. */
export function comparedTarget({ target, comparator, basis }: ComparisonRow, lang: Language): string {
  if (comparator === null || basis === null) return '-';
  return targetLabel({ basis, comparator, value: target?.value ?? null, unit: target?.unit ?? null }, lang);
}

function comparedActual({ actual }: ComparisonRow, lang: Language): string {
  if (actual === null) return '-';
  const figure = resultLabel(actual, lang) || '-';
  return actual.asOf === null ? figure : aside(figure, actual.asOf, lang);
}

const verdictCell = ({ verdict, provisional }: ComparisonRow, lang: Language): Cell =>
  verdict === null
    ? { text: '-', tone: 'quiet' }
    : { text: verdictLabel(verdict, provisional, lang), tone: VERDICT_TONES[verdict] ?? 'strong' };

function summary({ median, national, unit }: Comparison, lang: Language): string {
  const amount = (value: Comparison['median']) => (value === null ? WORDS.unknown[lang] : quantity(value, unit, lang));
  return `${WORDS.median[lang]} ${amount(median)}, ${WORDS.national[lang]} ${amount(national)}`;
}

/** Numbers of columns: the names of the indicators stand below the table. */
const NUMBERS = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];
/** More columns than this do not fit side by side. */
const COLUMNS = 8;

/** Only the values that are ranked; a target that is no number is a word. */
function heatSections(comparisons: readonly Comparison[], branches: readonly string[], lang: Language): Section[] {
  const groups = Array.from({ length: Math.ceil(comparisons.length / COLUMNS) }, (_, index) =>
    comparisons.slice(index * COLUMNS, (index + 1) * COLUMNS),
  );
  return groups.map((group, index) => {
    const rowsOf = group.map(({ rows }) => groupBy(rows, ({ branch }) => branch));
    const label = (at: number) => NUMBERS[index * COLUMNS + at] ?? `(${index * COLUMNS + at + 1})`;
    const [first] = group;
    return {
      heading: first && index === 0 ? aside(yearLabel(first.fiscalYear, lang), BY[first.by][lang], lang) : null,
      columns: [{ title: WORDS.branch[lang] }, ...group.map((_, at) => ({ title: label(at), align: 'right' as const }))],
      rows: branches.map((branch) => ({
        kind: 'cells',
        cells: [
          { text: branch, tone: 'strong' },
          ...group.map((comparison, at) => heatCell(rowsOf[at]?.get(branch) ?? [], comparison, lang)),
        ],
      })),
      notes: group.map(({ name, direction, unit }, at) =>
        aside(`${label(at)} ${name}`, [unit, WORDS[direction][lang]].filter((word) => word !== null).join(COMMA[lang]), lang),
      ),
    };
  });
}

function heatCell(rows: readonly ComparisonRow[], comparison: Comparison, lang: Language): Cell {
  const [row] = rows;
  if (!row) return { text: '' };
  if (row.value === null) return { text: comparison.by === 'target' ? shortTarget(row, lang) : (row.actual?.text ?? '-'), tone: 'quiet' };
  const tone = quarterTone(row, comparison);
  return { text: quantity(row.value, null, lang), ...(tone && { tone }) };
}

/** Short words for a narrow column. */
function shortTarget({ basis }: ComparisonRow, lang: Language): string {
  if (basis === 'qualitative') return lang === 'ja' ? '実施' : 'done';
  if (basis === 'previous_year') return lang === 'ja' ? '前年度' : 'last yr';
  return basis === 'absolute' || basis === null ? '-' : lang === 'ja' ? '3年平均' : '3-yr';
}

/** The best and the worst quarter stand out. */
function quarterTone({ rank }: ComparisonRow, { rows }: Comparison): Tone | undefined {
  const ranked = rows.filter((row) => row.rank !== null).length;
  if (rank === null || ranked < 4) return undefined;
  if (rank <= ranked / 4) return 'good';
  return rank > ranked - ranked / 4 ? 'bad' : undefined;
}

const SHEET_COLUMNS = [
  ...['indicator', 'name', 'fiscalYear', 'by', 'rank', 'branch', 'targetId', 'comparator', 'basis', 'target', 'targetUnit', 'actual'],
  ...['actualUnit', 'actualText', 'asOf', 'attainment', 'verdict', 'value', 'median', 'national', 'distance', 'provisional'],
];

function sheet(comparisons: readonly Comparison[]): Sheet {
  const rows = comparisons.flatMap(({ indicator, name, fiscalYear, by, median, national, rows: own }) =>
    own.map((row) => [
      ...[indicator, name, String(fiscalYear), by, row.rank === null ? null : String(row.rank), row.branch, row.targetId],
      ...[row.comparator, row.basis, row.target?.value?.text ?? null, row.target?.unit ?? null, row.actual?.value?.text ?? null],
      ...[row.actual?.unit ?? null, row.actual?.text ?? null, row.actual?.asOf ?? null, row.attainment?.text ?? null, row.verdict],
      ...[row.value?.text ?? null, median?.text ?? null, national?.text ?? null, row.distance?.text ?? null, row.provisional ? '1' : null],
    ]),
  );
  return { columns: SHEET_COLUMNS, rows };
}
