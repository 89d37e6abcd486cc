import { COMPARATORS } from '../catalog/phrases.ts';
import { Decimal } from '../model/index.ts';
import type { FigureCell } from './figure-cell.ts';
import type { ListRow } from './kpi-list.ts';
import { decimalOf, targetOf } from './kpi-row.ts';
import type { TextLine } from './lines.ts';
import { type Heading, TABLE_COLUMN } from './outline.ts';
import type { Paper, PlacedStatement, RawFinding, RawRating, RawResult, RawVerdict } from './paper.ts';
import type { RawStatement } from './statement.ts';
import type { Judged } from './tally.ts';

/** Rubrics of what stands in the rows: 達成 / 概ね達成 / 未達成, and S to D. */
const VERDICTS = 'headquarters';
const GRADES = 'iaa';

/** What the rows of a list say, in the paper's own words. */
export interface ListRecords {
  readonly paper: Pick<Paper, 'statements' | 'results' | 'verdicts' | 'ratings' | 'findings'>;
  /** The rows that count. */
  readonly judged: readonly Judged[];
  /** Rows that name no KPI with a target. */
  readonly unread: readonly (readonly TextLine[])[];
}

/** @param repeated the paper has stated these KPIs before */
export function recordRows(rows: readonly ListRow[], headings: ReadonlyMap<ListRow, Heading | null>, repeated: boolean): ListRecords {
  const statements: PlacedStatement[] = [];
  const results: RawResult[] = [];
  const verdicts: RawVerdict[] = [];
  const ratings: RawRating[] = [];
  const findings: RawFinding[] = [];
  const judged: Judged[] = [];
  const unread: (readonly TextLine[])[] = [];
  for (const row of rows) {
    const heading = headings.get(row) ?? null;
    const target = targetOf(row.cell, row.target, row.previous, row.lines);
    if (!target) {
      unread.push(row.lines);
      continue;
    }
    const { statement } = target;
    const lines = row.figureLines;
    statements.push({ statement, heading, appendix: repeated });
    if (row.result) results.push({ ...row.result, statement, name: '', heading, lines });
    if (row.verdict) verdicts.push({ statement, verdict: row.verdict, rubric: VERDICTS, heading, lines });
    if (row.grade) ratings.push({ heading: ratedHeading(row, heading), grade: row.grade, rubric: GRADES, lines });
    const compared = judgedRow(row, statement);
    findings.push(...target.findings, ...attainmentFindings(row.attainment, compared));
    if (row.verdict && !row.cell.reference) judged.push(compared);
  }
  return { paper: { statements, results, verdicts, ratings, findings }, judged, unread };
}

/** A row without a measure is rated for itself. */
function ratedHeading({ cell, line }: ListRow, heading: Heading | null): Heading {
  return heading && !heading.area ? heading : { text: cell.name, style: TABLE_COLUMN, area: null, line, parent: heading };
}

function judgedRow({ verdict, result, lines }: ListRow, { name, promise }: RawStatement): Judged {
  const absolute = promise.kind === 'absolute' && promise.magnitude === (result?.magnitude ?? '') ? promise : null;
  return {
    verdict: verdict ?? '',
    name,
    target: absolute && decimalOf(absolute.number),
    result: result?.number == null ? null : decimalOf(result.number),
    lowerIsBetter: LOWER.includes(absolute?.comparator ?? ''),
    lines,
  };
}

/** Comparators of targets that are met from below. */
const LOWER = COMPARATORS.filter(([, sign]) => sign.startsWith('<')).map(([words]) => words);
const HUNDRED = Decimal.of('100');

/** 達成度 as printed against target and result, to the printed digit: 30.8 of 32.0 is 96.3 %. */
function attainmentFindings(printed: FigureCell | null, { name, target, result, lowerIsBetter, lines }: Judged): RawFinding[] {
  const attainment = printed?.number == null || printed.unit !== '%' ? null : decimalOf(printed.number);
  if (!attainment || !target || !result) return [];
  const [part, whole] = lowerIsBetter ? [target, result] : [result, target];
  if (whole.isZero) return [];
  const computed = part.times(HUNDRED).dividedBy(whole, attainment.scale);
  if (computed.compare(attainment) === 0) return [];
  return [
    {
      rule: 'result/attainment',
      severity: 'warning',
      message: () => ({
        ja: `「${name}」の達成度は ${attainment}％ とありますが、目標 ${target} と実績 ${result} からは ${computed}％ です。`,
        en: `The attainment of “${name}” is printed ${attainment}%, but target ${target} and result ${result} give ${computed}%.`,
      }),
      lines,
    },
  ];
}
