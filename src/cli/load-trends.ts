import type { Actual, Score, Target } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { type Trend, trends } from '../score/trend.ts';
import { groupBy } from '../source/group-by.ts';
import type { StoreReader } from '../store/store.ts';
import { loadScores } from './load-scores.ts';

interface Followed {
  /** Of every year. */
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
  /** Years that are scored already; the others are scored here. */
  readonly scored?: readonly Score[];
  readonly catalog: Catalog;
  readonly rubric: Parameters<typeof loadScores>[1]['rubric'];
}

/** What every indicator of these branches did over the years. */
export async function loadTrends(store: StoreReader, { targets, actuals, scored = [], catalog, rubric }: Followed): Promise<Trend[]> {
  const known = new Set(scored.map(({ fiscalYear }) => fiscalYear));
  const scores = [...scored];
  for (const ofYear of groupBy(targets, ({ fiscalYear }) => String(fiscalYear)).values()) {
    const fiscalYear = ofYear[0]?.fiscalYear ?? 0;
    if (known.has(fiscalYear)) continue;
    const branches = [...new Set(ofYear.map(({ branch }) => branch))];
    scores.push(...(await loadScores(store, { branches, fiscalYear, targets: ofYear, rubric, catalog })));
  }
  const [own, results] = [groupBy(scores, ({ branch }) => branch), groupBy(actuals, ({ branch }) => branch)];
  const branches = new Set([...targets, ...actuals].map(({ branch }) => branch));
  return [...branches].flatMap((branch) => trends({ branch, scores: own.get(branch) ?? [], actuals: results.get(branch) ?? [], catalog }));
}
