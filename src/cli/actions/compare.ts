import { HEADQUARTERS } from '../../catalog/branches.ts';
import type { Score } from '../../model/index.ts';
import type { Catalog } from '../../normalize/catalog.ts';
import { comparisonReport, heatReport } from '../../report/views/compare.ts';
import { type ComparedBy, compare as compareOf, indicatorsOf } from '../../score/compare.ts';
import type { App, ExitCode } from '../app.ts';
import type { CompareOptions } from '../commands/compare.ts';
import { loadScores } from '../load-scores.ts';
import { withStore } from '../open-store.ts';
import { print } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { givenRubric, rubricFor } from '../printed-rubric.ts';
import { noteRepeats } from '../repeats.ts';
import { targetsInScope } from '../score-scope.ts';
import { branchNames, indicatorId } from '../selection.ts';

export async function compare(options: CompareOptions, app: App): Promise<ExitCode> {
  const given = await givenRubric(options.rubric);
  const catalog = await openCatalog(options, app);
  const asked = options.indicator === 'all' ? null : options.indicator;
  const { scores, actuals, fiscalYear } = await withStore(options, app, async (store) => {
    const chosen = branchNames(options.branch);
    const scope = await targetsInScope(store, { ...options, branch: chosen ?? ['all'] });
    noteRepeats(scope.repeats, options, app);
    const branches = chosen ? await withNational(store, scope.branches, scope.fiscalYear) : scope.branches;
    const { targets } = chosen ? await store.standing({ branches, fiscalYears: [scope.fiscalYear] }) : scope;
    const results = await store.actuals({ ...(chosen && { branches: [...chosen, HEADQUARTERS] }), fiscalYears: [scope.fiscalYear] });
    const { fiscalYear } = scope;
    const rubric = await rubricFor(given, store, { branches, fiscalYear });
    return { fiscalYear, actuals: results, scores: await loadScores(store, { branches, fiscalYear, targets, rubric, catalog }) };
  });
  const by = options.by ?? usual(scores, asked === null ? null : indicatorName(asked, scores, catalog));
  const input = { fiscalYear, scores, actuals, by, catalog };
  if (asked !== null) {
    const comparison = compareOf({ ...input, indicator: indicatorName(asked, scores, catalog) });
    await print(comparisonReport(comparison, app.lang), options, app);
    return 0;
  }
  const comparisons = indicatorsOf(scores, catalog).map((indicator) => compareOf({ ...input, indicator }));
  await print(
    heatReport(
      comparisons,
      scores.map(({ branch }) => branch),
      app.lang,
    ),
    options,
    app,
  );
  return 0;
}

/** The headquarters' figure is the nation's: shown beside the branches, also where they are chosen. */
async function withNational(
  store: { standing(filter: { branches: string[]; fiscalYears: number[] }): Promise<{ targets: readonly unknown[] }> },
  branches: readonly string[],
  fiscalYear: number,
): Promise<readonly string[]> {
  if (branches.includes(HEADQUARTERS)) return branches;
  const { targets } = await store.standing({ branches: [HEADQUARTERS], fiscalYears: [fiscalYear] });
  return targets.length > 0 ? [HEADQUARTERS, ...branches] : branches;
}

/** A branch's own KPI that the catalog does not know is asked for by its name. */
const indicatorName = (word: string, scores: readonly Score[], catalog: Catalog): string =>
  scores.some(({ kpis }) => kpis.some(({ indicator, name }) => indicator === null && name === word)) ? word : indicatorId(word, catalog);

/** Results once most have one: until then what they promise. */
function usual(scores: readonly Score[], indicator: string | null): ComparedBy {
  const kpis = scores.flatMap((score) => score.kpis).filter((kpi) => indicator === null || (kpi.indicator ?? kpi.name) === indicator);
  const withResult = kpis.filter(({ actual }) => actual?.value != null).length;
  return kpis.length === 0 || withResult * 2 > kpis.length ? 'actual' : 'target';
}
