import type { Score } from '../../model/index.ts';
import { trendReport } from '../../report/views/trend.ts';
import { trends } from '../../score/trend.ts';
import type { App, ExitCode } from '../app.ts';
import type { TrendOptions } from '../commands/trend.ts';
import { loadScores } from '../load-scores.ts';
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
    const years = [...new Set(targets.map(({ fiscalYear }) => fiscalYear))];
    const rubricOf = await rubricByYear(given, store, branches);
    const scores: Score[] = [];
    for (const fiscalYear of years) {
      const ofYear = targets.filter((target) => target.fiscalYear === fiscalYear);
      const found = [...new Set(ofYear.map(({ branch }) => branch))];
      scores.push(...(await loadScores(store, { branches: found, fiscalYear, targets: ofYear, rubric: rubricOf, catalog })));
    }
    const own = <Item extends { readonly branch: string }>(items: readonly Item[], branch: string) =>
      items.filter((item) => item.branch === branch);
    return [...new Set([...targets, ...actuals].map(({ branch }) => branch))].flatMap((branch) =>
      trends({ branch, scores: own(scores, branch), actuals: own(actuals, branch), catalog }),
    );
  });
  const found = wanted === undefined ? all : all.filter(({ points }) => points.some(({ indicator }) => wanted.includes(indicator ?? '')));
  await print(trendReport(found, app.lang), options, app);
  return 0;
}
