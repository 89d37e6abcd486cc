import type { ListRow } from './kpi-list.ts';
import { targetOf } from './kpi-row.ts';
import type { TextLine } from './lines.ts';
import { type Heading, TABLE_COLUMN } from './outline.ts';
import type { Paper, PlacedStatement, RawFinding, RawRating, RawResult, RawVerdict } from './paper.ts';

/** Rubrics of what stands in the rows: 達成 / 概ね達成 / 未達成, and S to D. */
const VERDICTS = 'headquarters';
const GRADES = 'iaa';

/** What the rows of a list say, in the paper's own words. */
export interface ListRecords {
  readonly paper: Pick<Paper, 'statements' | 'results' | 'verdicts' | 'ratings' | 'findings'>;
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
    const attainment = row.attainment?.number ?? null;
    if (row.result) results.push({ ...row.result, statement, name: '', heading, lines, ...(attainment !== null && { attainment }) });
    if (row.verdict) verdicts.push({ statement, verdict: row.verdict, rubric: VERDICTS, heading, lines });
    if (row.grade) ratings.push({ heading: ratedHeading(row, heading), grade: row.grade, rubric: GRADES, lines });
    findings.push(...target.findings);
  }
  return { paper: { statements, results, verdicts, ratings, findings }, unread };
}

/** A row without a measure is rated for itself. */
function ratedHeading({ cell, line }: ListRow, heading: Heading | null): Heading {
  return heading && !heading.area ? heading : { text: cell.name, style: TABLE_COLUMN, area: null, line, parent: heading };
}
