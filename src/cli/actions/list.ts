import { RUBRICS } from '../../catalog/rubrics/index.ts';
import type { Target } from '../../model/index.ts';
import type { Catalog } from '../../normalize/catalog.ts';
import { historyReport, type IndicatorHistory } from '../../report/views/history.ts';
import { targetsReport } from '../../report/views/targets.ts';
import { score } from '../../score/score.ts';
import type { StoreReader, TargetFilter } from '../../store/store.ts';
import type { App, ExitCode } from '../app.ts';
import type { ListOptions } from '../commands/list.ts';
import { withStore } from '../open-store.ts';
import { print } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { noteRepeats } from '../repeats.ts';
import { refuseUnknownScope } from '../score-scope.ts';
import { targetFilter } from '../selection.ts';

export async function list(options: ListOptions, app: App): Promise<ExitCode> {
  const catalog = await openCatalog(options, app);
  const filter = targetFilter(options, catalog);
  const report = await withStore(options, app, async (store) => {
    const { indicators } = filter;
    const { targets: standing, repeats } = await store.standing(filter);
    noteRepeats(repeats, options, app);
    const targets = indicators === undefined ? standing : [];
    const followed = indicators === undefined ? [] : await histories(store, filter, standing, indicators, catalog);
    if (targets.length === 0 && followed.every(isEmpty)) await refuseUnknownScope(store, filter, options.year);
    return indicators === undefined ? targetsReport(targets, app.lang) : historyReport(followed, app.lang);
  });
  await print(report, options, app);
  return 0;
}

const isEmpty = ({ targets, actuals, verdicts }: IndicatorHistory) => targets.length + actuals.length + verdicts.length === 0;

/** An indicator asked for is followed over the years: what was promised, what came of it, how it was judged. */
async function histories(
  store: StoreReader,
  filter: TargetFilter,
  targets: readonly Target[],
  indicators: readonly string[],
  catalog: Catalog,
): Promise<IndicatorHistory[]> {
  const [actuals, verdicts] = [await store.actuals(filter), await store.verdicts(filter)];
  const rubric = RUBRICS.find(({ kind }) => kind === 'grades') ?? RUBRICS[0];
  const judged = (own: readonly Target[]) =>
    [...new Set(own.map(({ branch, fiscalYear }) => `${branch} ${fiscalYear}`))].flatMap((scope) => {
      const [branch = '', year = ''] = scope.split(' ');
      if (!rubric) return [];
      const { kpis } = score({ branch, fiscalYear: Number(year), targets: own, actuals, efforts: [], rubric, catalog });
      return kpis.map((kpi) => [kpi.targetId, kpi] as const);
    });
  return indicators.map((id) => {
    const about = <Item extends { readonly indicator: string | null }>(items: readonly Item[]) =>
      items.filter(({ indicator }) => indicator === id);
    const own = about(targets);
    return {
      name: catalog.byId(id)?.name ?? id,
      targets: own,
      actuals: about(actuals),
      verdicts: about(verdicts),
      scored: new Map(judged(own)),
    };
  });
}
