import type { FamilyId } from '../catalog/families.ts';
import type {
  Actual,
  Change,
  Coverage,
  Decimal,
  Finding,
  KpiRecord,
  PrintedRubric,
  Rating,
  Source,
  Target,
  Verdict,
} from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import type { Stretch } from '../normalize/paper.ts';
import type { Document } from '../source/document.ts';

/** Records by kind. */
export interface Records {
  readonly targets: readonly Target[];
  readonly coverage: readonly Coverage[];
  readonly actuals: readonly Actual[];
  readonly ratings: readonly Rating[];
  readonly verdicts: readonly Verdict[];
  readonly changes: readonly Change[];
  readonly rubrics: readonly PrintedRubric[];
  /** The readers' own: what they could not read, and where a paper contradicts itself. */
  readonly findings: readonly Finding[];
}

export interface Scope {
  readonly branch: string;
  readonly fiscalYear: number;
}

/** One document that is checked. */
export interface CheckedPaper {
  readonly document: Document;
  readonly family: FamilyId;
  /** For whom and which years it speaks. */
  readonly scopes: readonly Scope[];
  /** Where each begins. Without it a finding in a paper of several does not say whose it is. */
  readonly stretches?: readonly Stretch[];
  readonly records: Records;
}

/** What a rule sees. */
export interface CheckContext {
  readonly paper: CheckedPaper;
  /** What other documents say: those of the same command line, and the store's. Nothing of the paper itself. */
  readonly known: Records;
  readonly catalog: Catalog;
  /** What a user sets otherwise than the rules do; each on its own. */
  readonly thresholds?: Thresholds;
}

export interface Thresholds {
  /** 概ね達成: from this attainment on, in %; without it the headquarters' own 95. */
  readonly nearlyMet?: Decimal;
}

/** Records of one list, apart by kind. */
export function byKind(records: Iterable<KpiRecord>): Records {
  const kinds: { [Kind in keyof Records]: Records[Kind][number][] } = {
    targets: [],
    coverage: [],
    actuals: [],
    ratings: [],
    verdicts: [],
    changes: [],
    rubrics: [],
    findings: [],
  };
  for (const record of records) {
    if (record.type === 'target') kinds.targets.push(record);
    else if (record.type === 'coverage') kinds.coverage.push(record);
    else if (record.type === 'actual') kinds.actuals.push(record);
    else if (record.type === 'rating') kinds.ratings.push(record);
    else if (record.type === 'verdict') kinds.verdicts.push(record);
    else if (record.type === 'change') kinds.changes.push(record);
    else if (record.type === 'rubric') kinds.rubrics.push(record);
    else if (record.type === 'finding') kinds.findings.push(record);
  }
  return kinds;
}

/** Branch and year of a record, as one key. */
export const scopeKey = ({ branch, fiscalYear }: { readonly branch: string; readonly fiscalYear: number }): string =>
  `${branch} ${fiscalYear}`;

/** The records of each branch and year, in the order of the paper. */
export function byScope<Item extends { readonly branch: string; readonly fiscalYear: number }>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = scopeKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** For whom a place of the paper speaks: a file may hold the plans of all branches. Null where that is not known. */
export function scopeAt(
  { scopes, stretches }: Pick<CheckedPaper, 'scopes' | 'stretches'>,
  { page, lineStart }: Pick<Source, 'page' | 'lineStart'>,
): Scope | null {
  if (stretches === undefined) return scopes.length === 1 ? (scopes[0] ?? null) : null;
  const behind = (stretch: Stretch) => stretch.page > page || (stretch.page === page && stretch.line > lineStart);
  // The last that begins at or before the place, in a file of thousands too.
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && behind(stretch)) high = middle;
    else low = middle + 1;
  }
  return stretches[Math.max(0, low - 1)] ?? null;
}
