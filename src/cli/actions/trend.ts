import { trendReport } from '../../report/views/trend.ts';
import type { App, ExitCode } from '../app.ts';
import type { TrendOptions } from '../commands/trend.ts';
import { loadTrends } from '../load-trends.ts';
import { withStore } from '../open-store.ts';
import { print } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { givenRubric, rubricByYear } from '../printed-rubric.ts';
import { noteRepeats } from '../repeats.ts';
import { refuseUnknownScope } from '../score-scope.ts';
import { branchNames, indicatorId } from '../selection.ts';

export async function trend(options: TrendOptions, app: App): Promise<ExitCode> {
  const given = await givenRubric(options.rubric);
  const catalog = await openCatalog(options, app);
  const wanted = options.indicator?.map((word) => indicatorId(word, catalog));
  const branches = branchNames(options.branch);
  const all = await withStore(options, app, async (store) => {
    const filter = branches === undefined ? {} : { branches };
    const { targets, repeats } = await store.standing(filter);
    noteRepeats(repeats, options, app);
    const actuals = await store.actuals(filter);
    if (targets.length + actuals.length === 0) await refuseUnknownScope(store, filter, undefined);
    const rubric = await rubricByYear(given, store, branches);
    return loadTrends(store, { targets, actuals, catalog, rubric });
  });
  const found = wanted === undefined ? all : all.filter(({ points }) => points.some(({ indicator }) => wanted.includes(indicator ?? '')));
  await print(trendReport(found, app.lang), options, app);
  return 0;
}
