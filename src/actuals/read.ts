import type { Actual, Effort, Finding, Source, Target } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import type { ColumnKey } from './columns.ts';
import { readLayout } from './columns.ts';
import { findConflicts } from './conflicts.ts';
import { type CsvRow, readTable } from './csv.ts';
import { indexTargets, type TargetIndex } from './match.ts';
import { readRow } from './row.ts';

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
  const table = readTable(name, csvText);
  const reading: ActualsReading = { actuals: [], efforts: [], findings: [] };
  for (const heading of table.layout.repeated) reading.findings.push(repeatedColumn(heading, sourceOf(name, table.header)));
  const targets = targetsByScope(options.targets ?? []);
  let branch = options.branch ?? null;
  let fiscalYear = options.fiscalYear ?? null;
  for (const row of table.rows) {
    if (readLayout(row.cells)) continue;
    const cell = (key: ColumnKey) => row.cells[table.layout.at.get(key) ?? -1] ?? '';
    const { actuals, efforts, findings, ...scope } = readRow(cell, sourceOf(name, row), {
      catalog: options.catalog,
      branch,
      fiscalYear,
      targets,
    });
    reading.actuals.push(...actuals);
    reading.efforts.push(...efforts);
    reading.findings.push(...findings);
    // Merged cells leave the rows below them empty.
    branch = options.branch ?? scope.branch ?? branch;
    fiscalYear = options.fiscalYear ?? scope.fiscalYear ?? fiscalYear;
  }
  reading.findings.push(...findConflicts(reading.actuals, reading.efforts));
  return reading;
}

const sourceOf = (document: string, { lineStart, lineEnd, raw }: CsvRow): Source => ({ document, page: 1, lineStart, lineEnd, quote: raw });

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
