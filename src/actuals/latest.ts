import type { Actual } from '../model/index.ts';
import { monthsCovered } from '../normalize/as-of.ts';

/**
 * Of several figures for one KPI and year the one that counts: one with a value (or an answer in words) before none, then the later
 * 時点, then the KPI's own before one from a table of statistics, then the later in the list. Null when there is none.
 */
export function latestActual(actuals: readonly Actual[]): Actual | null {
  let best: Actual | null = null;
  for (const actual of actuals) {
    if (best === null || compare(actual, best) >= 0) best = actual;
  }
  return best;
}

function compare(a: Actual, b: Actual): number {
  return (
    Number(a.value !== null) - Number(b.value !== null) ||
    (monthsCovered(a.asOf) ?? 0) - (monthsCovered(b.asOf) ?? 0) ||
    Number(b.statistic ?? false) - Number(a.statistic ?? false)
  );
}
