import type { Language, Score, ScoredKpi, ScoredMeasure, Text } from '../../model/index.ts';
import { groupBy } from '../../source/group-by.ts';
import { goalLabel, resultLabel, say, verdictLabel, yearLabel } from '../labels.ts';
import type { Cell, Report, Row, Section, Sheet, Tone } from '../report.ts';
import { measureTitle } from './targets.ts';

const WORDS = {
  name: { ja: '指標', en: 'Indicator' },
  target: { ja: '目標', en: 'Target' },
  actual: { ja: '実績', en: 'Actual' },
  attainment: { ja: '達成度', en: 'Attainment' },
  verdict: { ja: '判定', en: 'Verdict' },
  rubric: { ja: '基準', en: 'rubric' },
  grade: { ja: '評価', en: 'Grade' },
  undefined: { ja: '基準に定めがない', en: 'not defined by the rubric' },
  missing: { ja: '不足: ', en: 'Missing: ' },
  and: { ja: '、', en: '; ' },
  published: { ja: '公表された評価', en: 'published' },
  unknown: { ja: '判定できない', en: 'cannot be known' },
  undecided: { ja: '未定', en: 'undecided' },
  measures: { ja: '施策', en: 'measures' },
  reference: { ja: '参考 {0}（採点の対象外）', en: 'for reference {0} (not scored)' },
  none: { ja: '採点する目標がありません。', en: 'There are no targets to score.' },
} satisfies Record<string, Text>;

export const VERDICT_TONES: Readonly<Record<string, Tone>> = { 達成: 'good', 概ね達成: 'doubtful', 未達成: 'bad' };

/** Targets against actuals: one section a branch, grouped by area and measure. */
export function scoresReport(scores: readonly Score[], lang: Language): Report {
  return {
    sections: () => scores.map((score) => section(score, lang)),
    sheet: () => sheet(scores, lang),
    data: () => scores.map((score) => scoreData(score, lang)),
    single: scores.length === 1,
  };
}

/** The score as programs read it: its sentences in the language of the reader. */
function scoreData(score: Score, lang: Language): object {
  const sentences = (texts: readonly Text[]) => texts.map((text) => say(text, lang));
  return {
    ...score,
    kpis: score.kpis.map((kpi) => ({ ...kpi, reasons: sentences(kpi.reasons) })),
    measures: score.measures.map((measure) => ({ ...measure, missing: sentences(measure.missing), reasons: sentences(measure.reasons) })),
  };
}

function section(score: Score, lang: Language): Section {
  const areas = [...groupBy([...score.measures, ...score.kpis], ({ area }) => area ?? '').values()];
  const rows = areas.flatMap((group) => [
    ...areaTitle(group[0]),
    ...[...groupBy(group, measureTitle).values()].flatMap((parts) => measureRows(parts, lang)),
  ]);
  return {
    heading: `${score.branch} ${yearLabel(score.fiscalYear, lang)} (${WORDS.rubric[lang]}: ${score.rubric})`,
    columns: [
      { title: WORDS.name[lang], flexible: true },
      { title: WORDS.target[lang], align: 'right' },
      { title: WORDS.actual[lang], align: 'right' },
      { title: WORDS.attainment[lang], align: 'right' },
      { title: WORDS.verdict[lang] },
    ],
    rows,
    notes: [rows.length === 0 ? WORDS.none[lang] : summaryLine(score, lang)],
  };
}

type Part = ScoredMeasure | ScoredKpi;

const isKpi = (part: Part): part is ScoredKpi => 'targetId' in part;

const areaTitle = (part: Part | undefined): Row[] =>
  part?.area == null ? [] : [{ kind: 'title', title: { text: `■ ${part.area}`, tone: 'strong' } }];

/** A measure with its grade, where the rubric grades measures, and its KPIs below it. */
function measureRows(parts: readonly Part[], lang: Language): Row[] {
  const measure = parts.find((part): part is ScoredMeasure => !isKpi(part));
  const title = parts[0]?.measure ?? '-';
  const missing = (measure?.missing ?? []).map((text) => say(text, lang)).join(WORDS.and[lang]);
  return [
    {
      kind: 'title',
      title: { text: measure ? `◆ ${title}  ${gradeLabel(measure, lang)}` : `◆ ${title}`, tone: 'strong' },
      details: [
        ...(measure?.reasons ?? []).map(quiet(lang)),
        ...(missing === '' ? [] : [{ text: WORDS.missing[lang] + missing, tone: 'doubtful' as const }]),
      ],
    },
    ...parts.filter(isKpi).map((kpi) => kpiRow(kpi, lang)),
  ];
}

const quiet =
  (lang: Language) =>
  (text: Text): Cell => ({ text: say(text, lang), tone: 'quiet' });

/** A single grade that is not given stands beside combinations that the rubric does not define. */
function oneOf(grades: readonly string[], lang: Language): string {
  if (grades.length === 1)
    return lang === 'ja' ? `${grades[0]}、または${WORDS.undefined[lang]}` : `${grades[0]}, or ${WORDS.undefined[lang]}`;
  return lang === 'ja' ? `${grades.join(' / ')} のいずれか` : grades.join(' or ');
}

function gradeLabel(measure: ScoredMeasure, lang: Language): string {
  const possible = measure.grade ?? (measure.possible.length === 0 ? WORDS.undefined[lang] : oneOf(measure.possible, lang));
  const published = measure.published === null ? '' : `, ${WORDS.published[lang]} ${measure.published}`;
  return `[${WORDS.grade[lang]} ${possible}${published}]`;
}

function kpiRow(kpi: ScoredKpi, lang: Language): Row {
  const { verdict } = kpi;
  return {
    kind: 'cells',
    cells: [
      { text: kpi.role === 'breakdown' ? `└ ${kpi.name}` : kpi.name },
      { text: goalLabel(kpi, lang) },
      { text: scoredActual(kpi, lang) },
      { text: kpi.attainment === null ? '-' : `${kpi.attainment.text}%` },
      verdict === null
        ? { text: '-', tone: 'doubtful' }
        : { text: verdictLabel(verdict, kpi.provisional, lang), tone: VERDICT_TONES[verdict] ?? 'strong' },
    ],
    details: kpi.reasons.map(quiet(lang)),
  };
}

function scoredActual({ actual }: ScoredKpi, lang: Language): string {
  if (actual === null) return '-';
  return resultLabel(actual, lang) || '-';
}

function summaryLine({ summary, measures }: Score, lang: Language): string {
  const counts = (by: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>) =>
    Object.entries(by)
      .map(([key, count]) => `${names[key] ?? key} ${count}`)
      .join(', ');
  const kpis = `KPI ${summary.kpis}: ${counts(summary.verdicts, { unknown: WORDS.unknown[lang] })}`;
  const reference = summary.reference === undefined ? '' : ` / ${WORDS.reference[lang].replace('{0}', String(summary.reference))}`;
  if (measures.length === 0) return kpis + reference;
  return `${kpis} / ${WORDS.measures[lang]} ${measures.length}: ${counts(summary.grades, { undecided: WORDS.undecided[lang], undefined: WORDS.undefined[lang] })}${reference}`;
}

const SHEET_COLUMNS = [
  ...['branch', 'fiscalYear', 'area', 'measure', 'grade', 'possible', 'missing', 'targetId', 'indicator', 'name', 'comparator', 'basis'],
  ...['target', 'targetUnit', 'targetFrom', 'actual', 'actualUnit', 'actualText', 'attainment', 'gap', 'verdict', 'reasons'],
];

/** One row a KPI, with the grade of its measure beside it; a measure without KPIs has a row of its own. */
function sheet(scores: readonly Score[], lang: Language): Sheet {
  const rows = scores.flatMap((score) =>
    [...groupBy([...score.measures, ...score.kpis], measureTitle).values()].flatMap((parts) => {
      const measure = parts.find((part): part is ScoredMeasure => !isKpi(part));
      const kpis = parts.filter(isKpi);
      return (kpis.length === 0 ? [null] : kpis).map((kpi) => [
        ...[score.branch, String(score.fiscalYear), ...measureCells(parts[0], measure, lang)],
        ...kpiCells(kpi, lang),
      ]);
    }),
  );
  return { columns: SHEET_COLUMNS, rows };
}

function measureCells(part: Part | undefined, measure: ScoredMeasure | undefined, lang: Language): (string | null)[] {
  const missing = (measure?.missing ?? []).map((text) => say(text, lang)).join(' ');
  return [part?.area ?? null, part?.measure ?? null, measure?.grade ?? null, (measure?.possible ?? []).join('/'), missing];
}

function kpiCells(kpi: ScoredKpi | null, lang: Language): (string | null)[] {
  if (kpi === null) return Array.from({ length: SHEET_COLUMNS.length - 7 }, () => null);
  const { target, actual } = kpi;
  return [
    ...[kpi.targetId, kpi.indicator, kpi.name, kpi.comparator, kpi.basis],
    ...[target.value?.text ?? null, target.unit, target.from, actual?.value?.text ?? null, actual?.unit ?? null, actual?.text ?? null],
    ...[kpi.attainment?.text ?? null, kpi.gap?.text ?? null, kpi.verdict, kpi.reasons.map((text) => say(text, lang)).join(' ')],
  ];
}
