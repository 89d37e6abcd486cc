import type { Finding, Score } from '../model/index.ts';
import { score } from '../score/score.ts';
import type { App } from './app.ts';
import { openRubric } from './open-rubric.ts';
import { withStore } from './open-store.ts';
import type { Common } from './options.ts';
import { type CatalogOptions, openCatalog } from './own-catalog.ts';
import { type ActualsFile, readActualsFile } from './read-actuals.ts';
import { type ScopeOptions, targetsInScope } from './score-scope.ts';

interface Options extends ScopeOptions, CatalogOptions, Pick<Common, 'db'> {
  readonly actuals?: string;
  readonly encoding?: string;
  readonly rubric: string;
}

/** Scores every branch asked for, from the store and, where one is given, a CSV of actuals. */
export async function scoresFor(options: Options, app: App): Promise<{ scores: Score[]; findings: readonly Finding[] }> {
  const rubric = await openRubric(options.rubric);
  const catalog = await openCatalog(options, app);
  return withStore(options, app, async (store) => {
    const { branches, fiscalYear, targets } = await targetsInScope(store, options);
    const csv = await readCsv(options, app, branches, (given) => ({ ...given, fiscalYear, catalog }));
    const actuals = [...(await store.actuals({ branches })), ...(csv?.actuals ?? [])];
    const efforts = [...(await store.efforts({ branches, fiscalYears: [fiscalYear] })), ...(csv?.efforts ?? [])];
    const scores = branches.map((branch) => {
      const own = <Item extends { readonly branch: string }>(items: readonly Item[]) => items.filter((item) => item.branch === branch);
      const csvDocuments = new Set(csv === null ? [] : [csv.document.name]);
      return score({
        branch,
        fiscalYear,
        targets: own(targets),
        actuals: own(actuals),
        efforts: own(efforts),
        rubric,
        catalog,
        csvDocuments,
      });
    });
    return { scores, findings: csv?.findings ?? [] };
  });
}

type Given = Parameters<typeof readActualsFile>[2];

async function readCsv(
  options: Options,
  app: App,
  branches: readonly string[],
  given: (branch: { branch?: string }) => Given,
): Promise<ActualsFile | null> {
  if (options.actuals === undefined) return null;
  app.reading = options.actuals;
  const [only, ...others] = branches;
  const file = await readActualsFile(options.actuals, options, given(only === undefined || others.length > 0 ? {} : { branch: only }));
  app.reading = null;
  return file;
}
