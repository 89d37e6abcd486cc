import type { Language, Text } from '../../model/index.ts';
import type { Trend, TrendPoint } from '../../score/trend.ts';
import { sparkline } from '../bars.ts';
import { aside, goalInFull, resultLabel, verdictLabel, yearLabel } from '../labels.ts';
import type { Cell, Report, Row, Section, Sheet } from '../report.ts';
import { VERDICT_TONES } from './scores.ts';

const WORDS = {
  year: { ja: '年度', en: 'Year' },
  target: { ja: '目標', en: 'Target' },
  actual: { ja: '実績', en: 'Actual' },
  attainment: { ja: '達成度', en: 'Attainment' },
  verdict: { ja: '判定', en: 'Verdict' },
  source: { ja: '出典', en: 'Source' },
  none: { ja: '目標も実績もありません。', en: 'No targets or results.' },
  redefined: {
    ja: '─ 定義が変わった。ここまでとここからは比べられない',
    en: '─ redefined: what stands above and below cannot be compared',
  },
} satisfies Record<string, Text>;

/** Indicators of a branch over the years. */
export function trendReport(trends: readonly Trend[], lang: Language): Report {
  return {
    sections: () =>
      trends.length === 0
        ? [{ heading: null, columns: [], rows: [], notes: [WORDS.none[lang]] }]
        : trends.map((trend) => section(trend, lang)),
    sheet: () => sheet(trends),
    data: () => trends.map(trendData),
  };
}

/** Reasons are `kpi score`'s to tell. */
const trendData = (trend: Trend): object => ({
  ...trend,
  points: trend.points.map(({ kpi, ...point }) => ({
    ...point,
    target: kpi && { id: kpi.targetId, comparator: kpi.comparator, basis: kpi.basis, ...kpi.target },
    attainment: kpi?.attainment ?? null,
    verdict: kpi?.verdict ?? null,
    provisional: kpi?.provisional ?? false,
    published: kpi?.published ?? null,
  })),
});

function section({ branch, name, points }: Trend, lang: Language): Section {
  const line = lines(points);
  return {
    heading: `${branch} ${name}`,
    columns: [
      { title: WORDS.year[lang] },
      { title: WORDS.target[lang], align: 'right' },
      { title: WORDS.actual[lang], align: 'right' },
      { title: WORDS.attainment[lang], align: 'right' },
      { title: WORDS.verdict[lang] },
      { title: WORDS.source[lang], flexible: true },
    ],
    rows: points.flatMap((point) => [
      ...(point.redefined ? [{ kind: 'title' as const, title: { text: WORDS.redefined[lang], tone: 'doubtful' as const } }] : []),
      row(point, name, lang),
    ]),
    notes: line === '' ? [] : [`${WORDS.actual[lang]} ${line}`],
  };
}

/** Full years only, a gap for a year without a result; a change of definition breaks the line. */
export function lines(points: readonly TrendPoint[]): string {
  const segments: (number | null)[][] = [];
  let last: number | null = null;
  for (const { fiscalYear, asOf, actual, redefined } of points) {
    if (redefined || segments.length === 0) segments.push([]);
    const segment = segments.at(-1);
    if (!segment || asOf !== null) continue;
    const value = actual?.value ? Number(actual.value.text) : null;
    if (last === fiscalYear) continue;
    for (let year = last === null || segment.length === 0 ? fiscalYear : last + 1; year < fiscalYear; year++) segment.push(null);
    segment.push(value);
    last = fiscalYear;
  }
  const drawn = segments.filter((segment) => segment.some((value) => value !== null)).map((segment) => sparkline(segment).trimEnd());
  return drawn.join('┊').length > 1 ? drawn.join('┊') : '';
}

function row(point: TrendPoint, name: string, lang: Language): Row {
  const { fiscalYear, asOf, kpi, actual } = point;
  const year = yearLabel(fiscalYear, lang);
  return {
    kind: 'cells',
    cells: [
      { text: asOf === null ? year : aside(year, asOf, lang), ...(asOf !== null && { tone: 'quiet' as const }) },
      { text: target(point, lang) },
      { text: actual === null ? '-' : resultLabel(actual, lang) },
      { text: kpi?.attainment ? `${kpi.attainment.text}%` : '-' },
      verdict(point, lang),
      { text: actual ? `${actual.source.document.split('/').at(-1)}:${actual.source.lineStart}` : '', tone: 'quiet' },
    ],
    details: point.name === name ? [] : [{ text: point.name, tone: 'quiet' }],
  };
}

const target = ({ kpi }: TrendPoint, lang: Language): string => (kpi && goalInFull(kpi, lang)) ?? '-';

function verdict({ kpi }: TrendPoint, lang: Language): Cell {
  const word = kpi?.verdict ?? null;
  if (kpi === null || word === null) return { text: '-', tone: 'quiet' };
  return { text: verdictLabel(word, kpi.provisional, lang), tone: VERDICT_TONES[word] ?? 'strong' };
}

const SHEET_COLUMNS = [
  ...[
    'branch',
    'indicator',
    'series',
    'fiscalYear',
    'asOf',
    'name',
    'redefined',
    'targetId',
    'comparator',
    'basis',
    'target',
    'targetUnit',
  ],
  ...['actual', 'actualUnit', 'actualText', 'attainment', 'verdict', 'document', 'line', 'provisional'],
];

function sheet(trends: readonly Trend[]): Sheet {
  const rows = trends.flatMap(({ branch, indicator: series, points }) =>
    points.map(({ fiscalYear, asOf, name, indicator, redefined, kpi, actual }) => [
      ...[
        branch,
        indicator,
        series,
        String(fiscalYear),
        asOf,
        name,
        redefined ? '1' : null,
        kpi?.targetId ?? null,
        kpi?.comparator ?? null,
      ],
      ...[kpi?.basis ?? null, kpi?.target.value?.text ?? null, kpi?.target.unit ?? null, actual?.value?.text ?? null, actual?.unit ?? null],
      ...[actual?.text ?? null, kpi?.attainment?.text ?? null, kpi?.verdict ?? null],
      ...[actual?.source.document ?? null, actual ? String(actual.source.lineStart) : null, kpi?.provisional ? '1' : null],
    ]),
  );
  return { columns: SHEET_COLUMNS, rows };
}
