import { REFERENCE_MARK } from '../catalog/markers.ts';
import { PROGRESS } from '../catalog/verdicts.ts';
import type { ListRow } from './kpi-list.ts';
import { targetOf } from './kpi-row.ts';
import type { TextLine } from './lines.ts';
import { type Heading, TABLE_COLUMN } from './outline.ts';
import type { Paper, PlacedStatement, RawFinding, RawRating, RawResult, RawVerdict } from './paper.ts';
import { PREVIOUS_LABEL } from './previous-label.ts';
import type { RawStatement } from './statement.ts';
import type { KpiTable } from './table.ts';
import type { TableColumn } from './table-head.ts';

/** Rubrics of what stands in the rows: 達成 / 概ね達成 / 未達成, and S to D. */
const VERDICTS = 'headquarters';
const GRADES = 'iaa';

/** What the rows of a list or a table say, in the paper's own words; `unread` are those that name no KPI with a target. */
export type KpiRecords = Pick<Paper, 'statements' | 'results' | 'verdicts' | 'ratings' | 'findings' | 'unread'>;

export function recordsOfList(rows: readonly ListRow[], headings: ReadonlyMap<ListRow, Heading | null>): KpiRecords {
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
    const [aimed, came] = [row.years.target, row.years.result].map(
      (fiscalYear) => fiscalYear !== null && { owner: { branch: null, fiscalYear } },
    );
    statements.push({ statement, heading, appendix: false, ...aimed });
    const attainment = row.attainment?.number ?? null;
    if (row.result)
      results.push({ ...row.result, statement, name: '', heading, lines, ...came, ...(attainment !== null && { attainment }) });
    const rubric = row.verdict !== null && PROGRESS.test(row.verdict) ? 'forecast' : VERDICTS;
    if (row.verdict) verdicts.push({ statement, verdict: row.verdict, rubric, heading, lines, ...came });
    if (row.grade) ratings.push({ heading: ratedHeading(row, heading), grade: row.grade, rubric: GRADES, lines });
    findings.push(...target.findings);
  }
  return { statements, results, verdicts, ratings, findings, unread };
}

/** A row without a measure is rated for itself. */
function ratedHeading({ cell, line }: ListRow, heading: Heading | null): Heading {
  return heading && !heading.area ? heading : { text: cell.name, style: TABLE_COLUMN, area: null, line, parent: heading };
}

/** A table's rows as a list gives them: what stands for reference is marked so, and the figure beside 対前年度以上 is the year before's. */
export function recordsOfTable(table: KpiTable, columns: readonly TableColumn[]): KpiRecords {
  const targets = columns.filter(({ kind }) => kind === 'target').map(({ label }) => label);
  const read = new Map(table.statements.map(({ statement }) => [statement, asListed(statement, targets)]));
  const listed = <T extends { readonly statement: RawStatement | null }>(one: T): T => {
    const statement = one.statement && read.get(one.statement);
    return statement ? { ...one, statement } : one;
  };
  const { ratings, findings, unread } = table;
  return {
    statements: table.statements.map(listed),
    results: table.results.map(listed),
    verdicts: table.verdicts.map(listed),
    ratings,
    findings,
    unread,
  };
}

function asListed(statement: RawStatement, targets: readonly string[]): RawStatement {
  const opening = REFERENCE_MARK.exec(statement.name)?.[0] ?? '';
  const { promise } = statement;
  const relative = promise.kind === 'relative' && promise.basis === 'previous_year';
  return {
    ...statement,
    ...(opening !== '' && { mark: opening, name: statement.name.slice(opening.length) }),
    baselines: statement.baselines.map((one) => (relative && targets.includes(one.label) ? { ...one, label: PREVIOUS_LABEL } : one)),
  };
}
