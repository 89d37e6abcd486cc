import type { Actual, Effort, Finding, Source, Target } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import type { ColumnKey } from './columns.ts';
import { readLayout } from './columns.ts';
import { findConflicts } from './conflicts.ts';
import { readTable } from './csv.ts';
import { marksIn, summaryOfMarks } from './marks.ts';
import { indexTargets, type TargetIndex } from './match.ts';
import { readRow } from './row.ts';
import type { Table, TableRow } from './table.ts';

export interface ActualsReading {
  readonly actuals: Actual[];
  readonly efforts: Effort[];
  /** One for each row that cannot be read (`actuals/unreadable`), and what else a reader should look at. */
  readonly findings: Finding[];
}

export interface ActualsOptions {
  readonly catalog: Catalog;
  /** What a row does not say. */
  readonly branch?: string;
  readonly fiscalYear?: number;
  /** Targets on record: they tell a fraction from a rate, give units, and name parts that the catalog does not know. */
  readonly targets?: readonly Target[];
}

/**
 * Results that people filled in, from the text of a CSV.
 * @throws KpiError when no row names the columns
 */
export function readActuals(name: string, csvText: string, options: ActualsOptions): ActualsReading {
  return readActualsTable(name, readTable(name, csvText), options);
}

/** Results that people filled in, from a table of a CSV or a workbook. */
export function readActualsTable(name: string, table: Table, options: ActualsOptions): ActualsReading {
  const reading: ActualsReading = { actuals: [], efforts: [], findings: [] };
  const source = (row: TableRow) => sourceOf(name, table.page, row);
  for (const heading of table.layout.repeated) reading.findings.push(repeatedColumn(heading, source(table.header)));
  const targets = targetsByScope(options.targets ?? []);
  let branch = options.branch ?? null;
  let fiscalYear = options.fiscalYear ?? null;
  for (const row of table.rows) {
    if (readLayout(row.cells)) continue;
    const marks = marksIn(row, table.layout);
    const cell = (key: ColumnKey) => (marks.notOwn.has(key) ? '' : (row.cells[table.layout.at.get(key) ?? -1] ?? ''));
    const { actuals, efforts, findings, ...scope } = readRow(cell, source(row), {
      catalog: options.catalog,
      branch,
      fiscalYear,
      targets,
    });
    reading.actuals.push(...actuals);
    reading.efforts.push(...efforts);
    reading.findings.push(...findings, ...marks.remarks.map((remark) => ({ type: 'finding', ...remark, source: source(row) }) as const));
    // Merged cells leave the rows below them empty.
    branch = options.branch ?? scope.branch ?? branch;
    fiscalYear = options.fiscalYear ?? scope.fiscalYear ?? fiscalYear;
  }
  reading.findings.push(...summaryOfMarks(table, source));
  reading.findings.push(...findConflicts(reading.actuals, reading.efforts));
  return reading;
}

const sourceOf = (document: string, page: number, { lineStart, lineEnd, raw }: TableRow): Source => ({
  document,
  page,
  lineStart,
  lineEnd,
  quote: raw,
});

const repeatedColumn = (heading: string, source: Source): Finding => ({
  type: 'finding',
  rule: 'actuals/columns',
  severity: 'warning',
  message: {
    ja: `列「${heading}」と同じ意味の列が左にある。左の列を読む`,
    en: `the column "${heading}" means the same as one to its left; the left one is read`,
  },
  source,
});

function targetsByScope(all: readonly Target[]): (branch: string, fiscalYear: number) => TargetIndex | null {
  const known = new Map<string, TargetIndex>();
  if (all.length === 0) return () => null;
  return (branch, fiscalYear) => {
    const key = `${branch} ${fiscalYear}`;
    const index = known.get(key) ?? indexTargets(all.filter((target) => target.branch === branch && target.fiscalYear === fiscalYear));
    known.set(key, index);
    return index;
  };
}
