import type { Actual, Score, ScoredKpi } from '../model/index.ts';
import { isFullYear } from '../normalize/as-of.ts';
import { type Catalog, indicatorKey } from '../normalize/catalog.ts';

/** One year of an indicator, or one mid-year figure of it. */
export interface TrendPoint {
  readonly fiscalYear: number;
  /** `9月末`; null for the full year. */
  readonly asOf: string | null;
  /** As that year's paper calls it. */
  readonly name: string;
  /** Catalog id of that year's definition. */
  readonly indicator: string | null;
  /** Null where no target is on record, and for a mid-year figure that was not scored. */
  readonly kpi: ScoredKpi | null;
  readonly actual: ScoredKpi['actual'];
  /** The definition was changed here: what stands before is another series. */
  readonly redefined: boolean;
}

/** An indicator of a branch over the years, with those in whose place it came. */
export interface Trend {
  readonly branch: string;
  readonly indicator: string;
  readonly name: string;
  /** By year; within a year first the months, then the full year. */
  readonly points: readonly TrendPoint[];
}

export interface TrendInput {
  readonly branch: string;
  /** Of that branch, a year each. */
  readonly scores: readonly Score[];
  readonly actuals: readonly Actual[];
  readonly catalog: Catalog;
}

/** What every indicator of a branch did over the years, in the order of the newest year's paper. */
export function trends({ branch, scores, actuals, catalog }: TrendInput): Trend[] {
  const points = new Map<string, TrendPoint[]>();
  const add = (point: TrendPoint) => {
    const key = seriesOf(point, catalog);
    const known = points.get(key);
    if (known) known.push(point);
    else points.set(key, [point]);
  };
  const scored = new Set<string>();
  for (const { fiscalYear, kpis } of scores.toSorted((a, b) => b.fiscalYear - a.fiscalYear)) {
    for (const kpi of kpis) {
      const { name, indicator, actual } = kpi;
      const midYear = actual !== null && !isFullYear(actual.asOf);
      add({ fiscalYear, asOf: midYear ? actual.asOf : null, name, indicator, kpi, actual, redefined: false });
      if (actual) scored.add(placeOf(fiscalYear, actual));
    }
  }
  for (const { fiscalYear, name, indicator, value, unit, text, asOf, source, restated, statistic } of actuals) {
    const actual = { value, unit, text, asOf, source };
    if (restated || statistic || scored.has(placeOf(fiscalYear, actual))) continue;
    add({ fiscalYear, asOf: isFullYear(asOf) ? null : asOf, name, indicator, kpi: null, actual, redefined: false });
  }
  for (const { fiscalYear, name, indicator, value, unit, text, asOf, source, restated } of actuals) {
    if (!restated) continue;
    const point = { fiscalYear, asOf: null, name, indicator, kpi: null, actual: { value, unit, text, asOf, source }, redefined: false };
    // The year's own paper comes before what the sheet of the year after says of it.
    const known = points.get(seriesOf(point, catalog)) ?? [];
    if (!known.some((own) => own.fiscalYear === fiscalYear && own.asOf === null && own.actual?.value)) add(point);
  }
  return [...points].map(([indicator, found]) => ({
    branch,
    indicator,
    name: catalog.byId(indicator)?.name ?? found[0]?.name ?? indicator,
    points: inOrder(found),
  }));
}

/** One figure counts once, whether it was scored or stands alone. */
const placeOf = (fiscalYear: number, { source, text }: NonNullable<ScoredKpi['actual']>): string =>
  `${fiscalYear} ${source.document} ${source.lineStart} ${text}`;

/** The newest definition stands for those before it. */
function seriesOf({ indicator, name }: TrendPoint, catalog: Catalog): string {
  let id = indicator;
  for (let next = id; next !== null; next = catalog.indicators.find(({ succeeds }) => succeeds === next)?.id ?? null) id = next;
  return id ?? indicatorKey(name);
}

function inOrder(points: readonly TrendPoint[]): TrendPoint[] {
  const sorted = points.toSorted((a, b) => a.fiscalYear - b.fiscalYear || Number(a.asOf === null) - Number(b.asOf === null));
  return sorted.map((point, index) => {
    const before = sorted[index - 1];
    return { ...point, redefined: before !== undefined && before.indicator !== null && before.indicator !== point.indicator };
  });
}
