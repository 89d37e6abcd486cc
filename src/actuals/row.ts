import type { Actual, Effort, Finding, Source, Text } from '../model/index.ts';
import { parseBranch } from '../normalize/branch.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { parseFiscalYear } from '../normalize/fiscal-year.ts';
import type { ColumnKey } from './columns.ts';
import { readEffortCells } from './effort-cells.ts';
import { readKpiCells } from './kpi-cells.ts';
import type { TargetIndex } from './match.ts';
import type { Cells } from './row-part.ts';

export interface RowContext {
  readonly catalog: Catalog;
  /** What a row does not say itself. */
  readonly branch: string | null;
  readonly fiscalYear: number | null;
  targets(branch: string, fiscalYear: number): TargetIndex | null;
}

export interface RowReading {
  readonly branch: string | null;
  readonly fiscalYear: number | null;
  readonly actuals: readonly Actual[];
  readonly efforts: readonly Effort[];
  readonly findings: readonly Finding[];
}

const TO_FILL_IN: readonly ColumnKey[] = ['actual', 'previous', 'completion', 'newInitiative', 'bids', 'singleBids'];

export function readRow(cell: Cells, source: Source, context: RowContext): RowReading {
  const branch = cell('branch') === '' ? context.branch : (parseBranch(cell('branch'))?.name ?? null);
  const fiscalYear = cell('fiscalYear') === '' ? context.fiscalYear : parseFiscalYear(cell('fiscalYear'));
  // Not filled in yet: a template's row, or a note below the table.
  if (TO_FILL_IN.every((key) => cell(key) === '')) return { branch, fiscalYear, actuals: [], efforts: [], findings: [] };
  if (branch === null || fiscalYear === null) {
    const problems = [...(branch === null ? [noBranch(cell('branch'))] : []), ...(fiscalYear === null ? [noYear(cell('fiscalYear'))] : [])];
    return { branch, fiscalYear, actuals: [], efforts: [], findings: [unreadable(problems, source)] };
  }
  const row = { cell, source, branch, fiscalYear, catalog: context.catalog, index: context.targets(branch, fiscalYear) };
  const parts = [readKpiCells(row), readEffortCells(row)];
  const problems = parts.flatMap((part) => part.problems ?? []);
  const remarks = parts.flatMap((part) => part.remarks ?? []);
  return {
    branch,
    fiscalYear,
    actuals: parts.flatMap((part) => part.actuals ?? []),
    efforts: parts.flatMap((part) => part.efforts ?? []),
    findings: [
      ...(problems.length > 0 ? [unreadable(problems, source)] : []),
      ...remarks.map((remark) => ({ type: 'finding', ...remark, source }) as const),
    ],
  };
}

/** One for a row, whatever number of its cells cannot be read. */
const unreadable = (problems: readonly Text[], source: Source): Finding => ({
  type: 'finding',
  rule: 'actuals/unreadable',
  severity: 'warning',
  message: { ja: problems.map(({ ja }) => ja).join('。'), en: problems.map(({ en }) => en).join('; ') },
  source,
});

const BRANCHES_LIKE = '熊本、熊本支部、kumamoto、43';
const YEARS_LIKE = '2021、令和3年度、R3';

const noBranch = (found: string): Text =>
  found === ''
    ? {
        ja: `支部が空。${BRANCHES_LIKE} のように書くか、--branch で指定する`,
        en: `no branch: write it (${BRANCHES_LIKE}) or name it with --branch`,
      }
    : {
        ja: `支部「${found}」を読めない。${BRANCHES_LIKE} のように書く`,
        en: `branch "${found}" cannot be read: expected one like ${BRANCHES_LIKE}`,
      };

const noYear = (found: string): Text =>
  found === ''
    ? {
        ja: `年度が空。${YEARS_LIKE} のように書くか、--year で指定する`,
        en: `no fiscal year: write it (${YEARS_LIKE}) or name it with --year`,
      }
    : {
        ja: `年度「${found}」を読めない。${YEARS_LIKE} のように書く`,
        en: `fiscal year "${found}" cannot be read: expected one like ${YEARS_LIKE}`,
      };
