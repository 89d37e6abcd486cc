import type { Change, Target } from '../model/index.ts';
import { type Catalog, indicatorKey } from '../normalize/catalog.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { groupBy } from '../source/group-by.ts';
import { directionOf } from './attainment.ts';

/**
 * What became of a KPI: `raised` asks for more in the indicator's own direction (20 % → 15 % where lower is better), `changed` is neither
 * (84.0 % → 前年度以上).
 */
export type DiffKind = 'added' | 'removed' | 'redefined' | 'raised' | 'lowered' | 'changed' | 'unchanged';

export interface DiffRow {
  readonly kind: DiffKind;
  /** The same indicator under another name. */
  readonly renamed: boolean;
  readonly before: Target | null;
  readonly after: Target | null;
  /** The newer paper's own list of changes says so too; null where it is silent. */
  readonly printed: Change | null;
  /** What it says is not what became of it. */
  readonly contradicted: boolean;
}

export interface Diff {
  readonly branch: string;
  readonly before: number;
  readonly after: number;
  readonly rows: readonly DiffRow[];
  /** The newer paper prints changes at all: only then is it silent where it names none. */
  readonly hasPrinted: boolean;
  /** Printed changes of KPIs that are on record in neither year. */
  readonly unmatched: readonly Change[];
}

export interface DiffInput {
  readonly branch: string;
  readonly before: { readonly fiscalYear: number; readonly targets: readonly Target[] };
  readonly after: { readonly fiscalYear: number; readonly targets: readonly Target[] };
  /** Those that the newer paper prints. */
  readonly changes: readonly Change[];
  readonly catalog: Catalog;
}

/** One branch's KPIs of two years, in the order of the newer paper; the removed ones stand last. */
export function diff({ branch, before, after, changes, catalog }: DiffInput): Diff {
  const left = groupBy(kpisOf(before.targets), keyOf);
  const pairs = kpisOf(after.targets).map((target): readonly [Target | null, Target | null] => {
    const candidates = left.get(keyOf(target)) ?? left.get(predecessorOf(target, catalog)) ?? [];
    return [candidates.shift() ?? null, target];
  });
  const removed = [...left.values()].flat().map((target): readonly [Target | null, Target | null] => [target, null]);
  const printed = new Set<Change>();
  const rows = [...pairs, ...removed].map(([old, now]) => {
    const change = changes.find((one) => !printed.has(one) && isAbout(one, [old, now], catalog)) ?? null;
    if (change) printed.add(change);
    return rowOf(old, now, change, catalog);
  });
  return {
    branch,
    before: before.fiscalYear,
    after: after.fiscalYear,
    rows,
    hasPrinted: changes.length > 0,
    unmatched: changes.filter((change) => !printed.has(change)),
  };
}

const kpisOf = (targets: readonly Target[]) => targets.filter(({ duplicateOf }) => duplicateOf === null);

const keyOf = ({ indicator, name }: Target): string => indicator ?? indicatorKey(name);

const predecessorOf = ({ indicator }: Target, catalog: Catalog): string =>
  (indicator === null ? null : catalog.byId(indicator)?.succeeds) ?? '';

function rowOf(before: Target | null, after: Target | null, printed: Change | null, catalog: Catalog): DiffRow {
  const kind = kindOf(before, after, catalog);
  const renamed =
    before !== null && after !== null && keyOf(before) === keyOf(after) && indicatorKey(before.name) !== indicatorKey(after.name);
  return { kind, renamed, before, after, printed, contradicted: printed !== null && !agrees(printed, kind, renamed) };
}

function kindOf(before: Target | null, after: Target | null, catalog: Catalog): DiffKind {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  if (keyOf(before) !== keyOf(after)) return 'redefined';
  if (before.basis !== after.basis) return 'changed';
  if (before.basis !== 'absolute' || after.basis !== 'absolute') return before.comparator === after.comparator ? 'unchanged' : 'changed';
  if (before.unit !== null && after.unit !== null && !sameUnit(before.unit, after.unit)) return 'changed';
  const direction = directionOf(after, catalog);
  const sign = after.value.compare(before.value);
  if (sign === 0) return directionOf(before, catalog) === direction ? 'unchanged' : 'changed';
  return sign > 0 === (direction === 'higher') ? 'raised' : 'lowered';
}

function isAbout({ name, from, to }: Change, targets: readonly (Target | null)[], catalog: Catalog): boolean {
  const named = catalog.resolve(name)?.id ?? indicatorKey(name);
  return targets.some(
    (target) =>
      target !== null &&
      (keyOf(target) === named || indicatorKey(target.name) === indicatorKey(name) || [from, to].some((text) => text === target.name)),
  );
}

const AGREEING: Readonly<Record<Change['kind'], readonly DiffKind[]>> = {
  added: ['added'],
  deleted: ['removed'],
  changed: ['redefined', 'raised', 'lowered', 'changed'],
};

const agrees = ({ kind }: Change, found: DiffKind, renamed: boolean): boolean =>
  AGREEING[kind].includes(found) || (kind === 'changed' && renamed);
