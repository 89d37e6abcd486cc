import { check } from '../check/check.ts';
import { contextsOf } from '../check/known.ts';
import type { Actual, Finding, Score } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import type { CouncilData } from '../report/council/data.ts';
import { compare, indicatorsOf } from '../score/compare.ts';
import { indexLines } from '../source/line-index.ts';
import type { StoreReader } from '../store/store.ts';
import type { App } from './app.ts';
import type { ReportOptions } from './commands/report.ts';
import { recordsBeside } from './known-records.ts';
import { loadScores } from './load-scores.ts';
import { loadTrends } from './load-trends.ts';
import { openReaders } from './open-readers.ts';
import { withStore } from './open-store.ts';
import { type OriginalPaper, type OriginalsScope, readOriginals } from './originals.ts';
import { openCatalog } from './own-catalog.ts';
import { givenRubric, rubricFor } from './printed-rubric.ts';
import { noteRepeats } from './repeats.ts';
import { targetsInScope } from './score-scope.ts';

/** Gathers what a council's report shows; every figure is that of `kpi score`, `trend`, `compare` and `check`. */
export async function councilData(options: ReportOptions, app: App): Promise<CouncilData> {
  const given = await givenRubric(options.rubric);
  const catalog = await openCatalog(options, app);
  const gathered = await withStore(options, app, async (store) => {
    const scope = await targetsInScope(store, { ...options, ...(options.all && { branch: ['all'] }) });
    noteRepeats(scope.repeats, options, app);
    const { branches, fiscalYear, targets } = scope;
    const rubric = await rubricFor(given, store, { branches, fiscalYear });
    const scores = await loadScores(store, { branches, fiscalYear, targets, rubric, catalog });
    const actuals = await store.actuals({ branches });
    const { targets: ofAllYears } = await store.standing({ branches });
    const trends = await loadTrends(store, { targets: ofAllYears, actuals, scored: scores, catalog, rubric });
    const papers = await originalsOf(store, { branches, fiscalYear }, options, app);
    const findings = await findingsIn(papers, store, catalog);
    return { rubric, fiscalYear, targets, scores, actuals, trends, papers, findings };
  });
  const { rubric, fiscalYear, scores, actuals, papers, findings } = gathered;
  return {
    fiscalYear,
    madeOn: new Date().toISOString().slice(0, 10),
    version: app.version,
    rubric: rubric.id,
    scores,
    targets: gathered.targets,
    trends: gathered.trends,
    comparisons: scores.length > 1 ? nationalComparisons(scores, actuals, fiscalYear, catalog) : [],
    findings,
    originals: options.source
      ? papers.map(({ original }) => original)
      : papers.map(({ original }) => ({ ...original, pages: null, notShown: 'left out' })),
  };
}

async function originalsOf(
  store: StoreReader,
  scope: OriginalsScope,
  { timeout, quiet }: ReportOptions,
  app: App,
): Promise<OriginalPaper[]> {
  // One after the other, as the report has them.
  const { readers, close } = openReaders(1, { timeout, quiet }, [], app);
  try {
    return await readOriginals(store, scope, readers);
  } finally {
    close();
  }
}

function nationalComparisons(scores: readonly Score[], actuals: readonly Actual[], fiscalYear: number, catalog: Catalog) {
  // By results once most branches have some: until then by what they promise.
  const withResults = scores.filter(({ kpis }) => kpis.some(({ actual }) => actual?.value != null)).length;
  const by = withResults * 2 > scores.length ? 'actual' : 'target';
  return indicatorsOf(scores, catalog).map((indicator) => compare({ indicator, fiscalYear, scores, actuals, by, catalog }));
}

/** Of the papers that are still there; only what stands in the part that the report is about. */
async function findingsIn(papers: readonly OriginalPaper[], store: StoreReader, catalog: Catalog): Promise<Finding[]> {
  const checked = papers.flatMap(({ paper }) => (paper === null ? [] : [paper]));
  const known = await recordsBeside(checked, store);
  const contexts = contextsOf(checked, known, catalog);
  const findings = contexts.flatMap((context) => check(context));
  const shown = new Map(papers.map(({ original: { name, pages } }) => [name, indexLines(pages ?? [])]));
  return findings.filter(
    ({ source: { document, page, lineStart } }) => shown.get(document)?.stretch({ page, lineStart, lineEnd: lineStart }) != null,
  );
}
