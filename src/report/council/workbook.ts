import type { CellStyle, ConditionalRule, WriteSheet } from 'hucre/xlsx';
import type { Actual, Decimal, Finding, Language, Score, ScoredKpi, Source, Target, Text } from '../../model/index.ts';
import { baselineLabel, SEVERITIES, targetLabel, verdictLabel, yearLabel } from '../labels.ts';
import { visible } from '../visible.ts';
import type { CouncilData } from './data.ts';
import { WORDS } from './html/words.ts';

type CellEntry = NonNullable<WriteSheet['cells']> extends Map<string, infer Entry> ? Entry : never;

/** What stands in a cell: a text (never a formula), a number with the digits that it was printed with, a link into the workbook. */
type Value =
  | string
  | { readonly number: Decimal; readonly unit: string | null }
  | { readonly count: number }
  | { readonly text: string; readonly to: string }
  | null;

interface SheetPlan {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Value[])[];
  readonly colours?: { readonly column: number; readonly by: Readonly<Record<string, string>> };
}

const NAMES = {
  summary: { ja: '概要', en: 'Summary' },
  scores: { ja: '採点', en: 'Scores' },
  targets: { ja: '目標', en: 'Targets' },
  actuals: { ja: '実績', en: 'Actuals' },
  findings: { ja: '指摘', en: 'Findings' },
} satisfies Record<string, Text>;

const TITLES = {
  year: { ja: '年度', en: 'Fiscal year' },
  unit: { ja: '単位', en: 'Unit' },
  basis: { ja: '目標（記載）', en: 'Target as printed' },
  baselines: { ja: '参考値', en: 'Baselines' },
  document: { ja: '文書', en: 'Document' },
  line: { ja: '行', en: 'Line' },
  quote: { ja: '引用', en: 'Quote' },
  text: { ja: '記載', en: 'As printed' },
  asOf: { ja: '時点', en: 'As of' },
  rank: { ja: '全国順位', en: 'National rank' },
  numerator: { ja: '分子', en: 'Numerator' },
  denominator: { ja: '分母', en: 'Denominator' },
  rule: { ja: '規則', en: 'Rule' },
} satisfies Record<string, Text>;

/** The report as a workbook: summary, scores, targets, actuals, findings. */
export async function councilWorkbook(data: CouncilData, lang: Language): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const plans = [summary(data, lang), scores(data, lang), targets(data, lang), actuals(data, lang), findings(data.findings, lang)];
  return writeXlsx({ sheets: plans.map(sheetOf), defaultFont: FONT });
}

const FONT = { name: 'Yu Gothic', size: 11 };
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFD9E1F2' } },
  alignment: { vertical: 'center', wrapText: true },
};
const LINK = { ...FONT, color: { rgb: 'FF0B57A4' }, underline: true };
/** Colours that stay apart in grey; the word itself stands in the cell. */
const VERDICT_COLOURS = { 未達成: 'FFF8D7D3', 概ね達成: 'FFFDEBC8', 達成: 'FFD6E6F5' };
/** `未達成（暫定）` has the colour of `未達成`. */
const provisionalToo = (colours: Readonly<Record<string, string>>, lang: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(colours).flatMap(([verdict, rgb]) => [false, true].map((is) => [verdictLabel(verdict, is, lang), rgb])),
  );
const SEVERITY_COLOURS = { error: 'FFF8D7D3', warning: 'FFFDEBC8' };

function sheetOf({ name, columns, rows, colours }: SheetPlan): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [at, { title }] of columns.entries()) cells.set(`0,${at}`, { value: title, type: 'string', style: HEAD });
  for (const [index, row] of rows.entries()) for (const [at, value] of row.entries()) cells.set(`${index + 1},${at}`, cellOf(value));
  const last = rows.length + 1;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letter(columns.length - 1)}${last}` },
    ...(colours && rows.length > 0 && { conditionalRules: coloured(colours, last) }),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
}

const letter = (at: number): string => String.fromCharCode(65 + at);

function coloured({ column, by }: NonNullable<SheetPlan['colours']>, last: number): ConditionalRule[] {
  return Object.entries(by).map(([word, rgb], index) => ({
    type: 'cellIs',
    operator: 'equal',
    formula: `"${word}"`,
    priority: index + 1,
    range: `${letter(column)}2:${letter(column)}${last}`,
    style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } },
  }));
}

const PLAIN: CellStyle = { font: FONT, alignment: { vertical: 'top', wrapText: true } };

/** A text is stored as one: `=HYPERLINK(…)` of a document is shown, and does nothing. */
function cellOf(value: Value): CellEntry {
  if (value === null) return { value: null, type: 'empty', style: PLAIN };
  if (typeof value === 'string') return { value: visible(value), type: 'string', style: { ...PLAIN, numFmt: '@' } };
  if ('count' in value) return { value: value.count, type: 'number', style: { ...PLAIN, numFmt: '0' } };
  if ('to' in value) {
    return { value: visible(value.text), type: 'string', style: { ...PLAIN, font: LINK }, hyperlink: { target: '', location: value.to } };
  }
  return { value: Number(value.number.text), type: 'number', style: { ...PLAIN, numFmt: formatOf(value.number, value.unit) } };
}

/** 96.10 stays 96.10; a rate carries its sign as a word, so that the number is the one of the document. */
function formatOf({ scale }: Decimal, unit: string | null): string {
  const digits = `#,##0${scale === 0 ? '' : `.${'0'.repeat(Math.min(scale, 6))}`}`;
  return unit === '%' ? `${digits}"%"` : digits;
}

const amount = (number: Decimal | null, unit: string | null): Value => (number === null ? null : { number, unit });
const place = ({ document, lineStart, quote }: Source): Value[] => [document, { count: lineStart }, quote];
const SOURCE = [
  { title: TITLES.document, width: 24 },
  { title: TITLES.line, width: 8 },
  { title: TITLES.quote, width: 60 },
];

const titled = (columns: readonly { readonly title: Text; readonly width: number }[], lang: Language) =>
  columns.map(({ title, width }) => ({ title: title[lang], width }));

function summary({ scores: all }: CouncilData, lang: Language): SheetPlan {
  const verdicts = [...new Set(all.flatMap((score) => Object.keys(score.summary.verdicts)))];
  const columns = [
    { title: WORDS.branch, width: 12 },
    { title: TITLES.year, width: 12 },
  ];
  return {
    name: NAMES.summary[lang],
    columns: [
      ...titled(columns, lang),
      { title: 'KPI', width: 8 },
      ...verdicts.map((verdict) => ({ title: verdict === 'unknown' ? WORDS.unknown[lang] : verdict, width: 14 })),
    ],
    rows: all.map((score) => [
      { text: score.branch, to: `'${NAMES.scores[lang]}'!A${firstRowOf(score, all)}` },
      yearLabel(score.fiscalYear, lang),
      { count: score.summary.kpis },
      ...verdicts.map((verdict) => ({ count: score.summary.verdicts[verdict] ?? 0 })),
    ]),
  };
}

/** Of a branch, on the sheet of scores. */
function firstRowOf(score: Score, all: readonly Score[]): number {
  return all.slice(0, all.indexOf(score)).reduce((row, { kpis }) => row + kpis.length, 2);
}

function scores({ scores: all, targets: records }: CouncilData, lang: Language): SheetPlan {
  const rows = new Map(records.map(({ id }, index) => [id, index + 2]));
  const columns = [
    ...[
      { title: WORDS.branch, width: 8 },
      { title: TITLES.year, width: 11 },
      { title: WORDS.area, width: 20 },
    ],
    ...[
      { title: WORDS.measure, width: 32 },
      { title: WORDS.grade, width: 12 },
      { title: WORDS.indicator, width: 44 },
    ],
    ...[
      { title: TITLES.basis, width: 18 },
      { title: WORDS.target, width: 12 },
      { title: WORDS.actual, width: 12 },
    ],
    ...[
      { title: TITLES.unit, width: 9 },
      { title: WORDS.attainment, width: 10 },
      { title: WORDS.verdict, width: 12 },
    ],
    { title: WORDS.reasons, width: 60 },
  ];
  const row = (score: Score, kpi: ScoredKpi): Value[] => {
    const graded = score.measures.find(({ area, measure }) => area === kpi.area && measure === kpi.measure);
    const to = rows.get(kpi.targetId);
    const { target, actual, comparator, basis } = kpi;
    return [
      ...[score.branch, yearLabel(score.fiscalYear, lang), kpi.area, kpi.measure],
      graded ? (graded.grade ?? (graded.possible.join(' / ') || WORDS.undefined[lang])) : null,
      to === undefined ? kpi.name : { text: kpi.name, to: `'${NAMES.targets[lang]}'!A${to}` },
      targetLabel(
        { comparator, ...(basis === 'absolute' ? { basis, value: target.value, unit: target.unit } : { basis, value: null, unit: null }) },
        lang,
      ),
      amount(target.value, target.unit),
      actual?.value ? amount(actual.value, actual.unit) : (actual?.text ?? null),
      actual?.unit ?? target.unit,
      amount(kpi.attainment, '%'),
      kpi.verdict === null ? null : verdictLabel(kpi.verdict, kpi.provisional, lang),
      kpi.reasons.map((text) => text[lang]).join('\n'),
    ];
  };
  return {
    name: NAMES.scores[lang],
    columns: titled(columns, lang),
    rows: all.flatMap((score) => score.kpis.map((kpi) => row(score, kpi))),
    colours: { column: 11, by: provisionalToo(VERDICT_COLOURS, lang) },
  };
}

function targets({ targets: records }: CouncilData, lang: Language): SheetPlan {
  const columns = [
    ...[
      { title: WORDS.branch, width: 8 },
      { title: TITLES.year, width: 11 },
      { title: WORDS.area, width: 20 },
    ],
    ...[
      { title: WORDS.measure, width: 32 },
      { title: WORDS.indicator, width: 44 },
      { title: TITLES.basis, width: 18 },
    ],
    ...[{ title: WORDS.target, width: 12 }, { title: TITLES.unit, width: 9 }, { title: TITLES.baselines, width: 30 }, ...SOURCE],
  ];
  const row = (target: Target): Value[] => [
    ...[target.branch, yearLabel(target.fiscalYear, lang), target.area, target.measure, target.name, targetLabel(target, lang)],
    ...[amount(target.value, target.unit), target.unit],
    target.baselines.map((baseline) => baselineLabel(baseline, lang)).join('\n'),
    ...place(target.source),
  ];
  return { name: NAMES.targets[lang], columns: titled(columns, lang), rows: records.map(row) };
}

function actuals({ originals }: CouncilData, lang: Language): SheetPlan {
  const columns = [
    ...[
      { title: WORDS.branch, width: 8 },
      { title: TITLES.year, width: 11 },
      { title: WORDS.indicator, width: 44 },
    ],
    ...[
      { title: WORDS.actual, width: 12 },
      { title: TITLES.unit, width: 9 },
      { title: TITLES.text, width: 16 },
    ],
    ...[
      { title: TITLES.asOf, width: 12 },
      { title: TITLES.rank, width: 9 },
      { title: TITLES.numerator, width: 12 },
    ],
    ...[{ title: TITLES.denominator, width: 12 }, ...SOURCE],
  ];
  const row = (actual: Actual): Value[] => [
    ...[actual.branch, yearLabel(actual.fiscalYear, lang), actual.name, amount(actual.value, actual.unit), actual.unit, actual.text],
    ...[actual.asOf, actual.nationalRank === null ? null : { count: actual.nationalRank }],
    ...[amount(actual.numerator, null), amount(actual.denominator, null)],
    ...place(actual.source),
  ];
  const records = originals.flatMap((original) => original.records.filter((record) => record.type === 'actual'));
  return { name: NAMES.actuals[lang], columns: titled(columns, lang), rows: records.map(row) };
}

function findings(all: readonly Finding[], lang: Language): SheetPlan {
  const columns = [{ title: WORDS.severity, width: 10 }, { title: TITLES.rule, width: 22 }, { title: WORDS.finding, width: 60 }, ...SOURCE];
  const rows = all.map(({ severity, rule, message, source }) => [SEVERITIES[severity][lang], rule, message[lang], ...place(source)]);
  const by = { [SEVERITIES.error[lang]]: SEVERITY_COLOURS.error, [SEVERITIES.warning[lang]]: SEVERITY_COLOURS.warning };
  return { name: NAMES.findings[lang], columns: titled(columns, lang), rows, colours: { column: 0, by } };
}
