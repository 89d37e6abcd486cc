import { BRANCHES, HEADQUARTERS } from '../catalog/branches.ts';
import { type Actual, type Basis, type Comparator, Decimal, type Score, type ScoredKpi } from '../model/index.ts';
import { monthsCovered } from '../normalize/as-of.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { directionOf } from './attainment.ts';

/** What branches are ranked by. */
export type ComparedBy = 'target' | 'actual' | 'attainment';

/** One branch beside the others. */
export interface ComparisonRow {
  readonly branch: string;
  /** Null where a result is on record and no target. */
  readonly targetId: string | null;
  readonly name: string;
  readonly comparator: Comparator | null;
  readonly basis: Basis | null;
  readonly target: ScoredKpi['target'] | null;
  readonly actual: ScoredKpi['actual'];
  readonly attainment: Decimal | null;
  readonly verdict: string | null;
  /** As in `ScoredKpi`: from a figure that is not yet the whole year's. */
  readonly provisional: boolean;
  /** What it is ranked by; null where it is no number (前年度以上, 実施する), or in another unit or of another time than the others'. */
  readonly value: Decimal | null;
  /** 1 is best, in the indicator's direction; equal values share a rank. */
  readonly rank: number | null;
  /** value − national value. */
  readonly distance: Decimal | null;
}

/** Branches by one indicator of one year. */
export interface Comparison {
  /** Catalog id, or the name where the catalog has none. */
  readonly indicator: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly by: ComparedBy;
  readonly direction: 'higher' | 'lower';
  readonly unit: string | null;
  /** By rank, then those without one in the order of the prefectures. */
  readonly rows: readonly ComparisonRow[];
  readonly median: Decimal | null;
  /** 本部's, when it is known. It has no rank. */
  readonly national: Decimal | null;
}

export interface CompareInput {
  readonly indicator: string;
  readonly fiscalYear: number;
  /** Of that year, a branch each. */
  readonly scores: readonly Score[];
  /** Results of that year, also of branches that set no target. */
  readonly actuals: readonly Actual[];
  readonly by: ComparedBy;
  readonly catalog: Catalog;
}

type Unranked = Omit<ComparisonRow, 'rank' | 'distance'>;

/** `kpi compare --indicator 郵送化率 --year 2021`: rank, median and distance to the national value. */
export function compare({ indicator, fiscalYear, scores, actuals, by, catalog }: CompareInput): Comparison {
  const known = catalog.byId(indicator);
  const rows = [...scores.flatMap((score) => targetRows(score, indicator, by)), ...resultRows(actuals, scores, indicator, fiscalYear, by)];
  const first = rows.find(({ comparator, basis }) => comparator !== null && basis !== 'qualitative');
  const direction =
    known?.direction ??
    (first?.comparator ? directionOf({ comparator: first.comparator, indicator, value: first.target?.value ?? null }, catalog) : 'higher');
  const kind = usualKind(rows, by);
  const comparable = rows.map((row) => (kind !== null && isOfKind(row, by, kind) ? row : { ...row, value: null }));
  const national = comparable.find(({ branch }) => branch === HEADQUARTERS)?.value ?? null;
  const ranked = withRanks(comparable, by === 'attainment' ? 'higher' : direction, national);
  return {
    indicator,
    name: known?.name ?? rows[0]?.name ?? indicator,
    fiscalYear,
    by,
    direction,
    unit: by === 'attainment' ? '%' : (kind?.unit ?? null),
    rows: ranked,
    median: median(ranked.flatMap(({ rank, value }) => (rank !== null && value !== null ? [value] : []))),
    national,
  };
}

/** The indicators of the scores, in the order of the catalog, then those it does not know. */
export function indicatorsOf(scores: readonly Score[], catalog: Catalog): string[] {
  const order = new Map(catalog.indicators.map(({ id }, index) => [id, index]));
  const found = new Set(scores.flatMap(({ kpis }) => kpis.map(keyOf)));
  return [...found].sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
}

const keyOf = ({ indicator, name }: ScoredKpi): string => indicator ?? name;

function targetRows({ branch, kpis }: Score, indicator: string, by: ComparedBy): Unranked[] {
  return kpis
    .filter((kpi) => keyOf(kpi) === indicator)
    .map(({ targetId, name, comparator, basis, target, actual, attainment, verdict, provisional }) => {
      // 前年度以上 is what it says, and no number that somebody set.
      const set = basis === 'absolute' ? target.value : null;
      const value = by === 'attainment' ? attainment : by === 'target' ? set : (actual?.value ?? null);
      return { branch, targetId, name, comparator, basis, target, actual, attainment, verdict, provisional, value };
    });
}

/** Where a branch has a result and no target, the result stands alone; the last on record counts. */
function resultRows(
  actuals: readonly Actual[],
  scores: readonly Score[],
  indicator: string,
  fiscalYear: number,
  by: ComparedBy,
): Unranked[] {
  const withTarget = new Set(scores.filter(({ kpis }) => kpis.some((kpi) => keyOf(kpi) === indicator)).map(({ branch }) => branch));
  const last = new Map<string, Actual>();
  for (const actual of actuals) {
    if (actual.indicator !== indicator || actual.fiscalYear !== fiscalYear || actual.restated || withTarget.has(actual.branch)) continue;
    last.set(actual.branch, actual);
  }
  return [...last.values()].map(({ branch, name, value, unit, text, asOf, source }) => ({
    branch,
    targetId: null,
    name,
    comparator: null,
    basis: null,
    target: null,
    actual: { value, unit, text, asOf, source },
    attainment: null,
    verdict: null,
    provisional: false,
    value: by === 'actual' ? value : null,
  }));
}

/** What may be compared: one unit, and results of one time. A figure of 9月末 is no better or worse than one of a whole year. */
interface Kind {
  readonly unit: string | null;
  readonly months: number | null;
}

const kindOf = ({ target, actual }: Unranked, by: ComparedBy): Kind => ({
  unit: by === 'attainment' ? '%' : ((by === 'target' ? target : actual)?.unit ?? null),
  months: by === 'target' || actual === null ? null : monthsCovered(actual.asOf),
});

/** That of most of the branches; of as many, the whole year's. */
function usualKind(rows: readonly Unranked[], by: ComparedBy): Kind | null {
  const kinds = new Map<string, { readonly kind: Kind; count: number }>();
  for (const row of rows) {
    if (row.value === null) continue;
    const kind = kindOf(row, by);
    const key = `${kind.unit} ${kind.months}`;
    const known = kinds.get(key) ?? { kind, count: 0 };
    known.count += row.branch === HEADQUARTERS ? 0 : 1;
    kinds.set(key, known);
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count || (b.kind.months ?? 0) - (a.kind.months ?? 0))[0]?.kind ?? null;
}

function isOfKind(row: Unranked, by: ComparedBy, usual: Kind): boolean {
  const { unit, months } = kindOf(row, by);
  const sameMeasure = unit === usual.unit || unit === null || usual.unit === null || sameUnit(unit, usual.unit);
  return sameMeasure && months === usual.months;
}

function withRanks(rows: readonly Unranked[], direction: 'higher' | 'lower', national: Decimal | null): ComparisonRow[] {
  const better = (a: Decimal, b: Decimal) => (direction === 'higher' ? b.compare(a) : a.compare(b));
  const values = rows.flatMap(({ branch, value }) => (branch !== HEADQUARTERS && value !== null ? [value] : [])).sort(better);
  const ranks = new Map<string, number>();
  values.forEach((value, index) => {
    const key = value.plus(ZERO).text;
    if (!ranks.has(key)) ranks.set(key, index + 1);
  });
  return rows
    .map((row): ComparisonRow => {
      const { branch, value } = row;
      const rank = branch === HEADQUARTERS || value === null ? null : (ranks.get(value.plus(ZERO).text) ?? null);
      return {
        ...row,
        rank,
        distance: value === null || national === null || branch === HEADQUARTERS ? null : difference(value, national),
      };
    })
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || placeOf(a) - placeOf(b));
}

/** To the digit that is printed: 93.8 − 94.8 = −1.0. */
const difference = (a: Decimal, b: Decimal): Decimal => a.minus(b).round(Math.max(a.scale, b.scale));

const ZERO = Decimal.of('0');
const TWO = Decimal.of('2');
const PLACES: ReadonlyMap<string, number> = new Map(BRANCHES.map(({ name }, index) => [name, index]));
const placeOf = ({ branch }: ComparisonRow): number => PLACES.get(branch) ?? PLACES.size;

/** Between two in the middle the exact mean: of 95.0 and 95.1, 95.05. */
function median(values: readonly Decimal[]): Decimal | null {
  const sorted = values.toSorted((a, b) => a.compare(b));
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (!low || !high) return null;
  if (low.compare(high) === 0) return low;
  const scale = Math.max(low.scale, high.scale);
  const mean = low.plus(high).dividedBy(TWO, scale + 1);
  return mean.text.endsWith('0') ? mean.round(scale) : mean;
}
