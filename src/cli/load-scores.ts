import type { Rubric, Score, Target } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { score } from '../score/score.ts';
import { groupBy } from '../source/group-by.ts';
import type { StoreReader } from '../store/store.ts';
import type { ActualsFile } from './read-actuals.ts';

interface Scored {
  readonly branches: readonly string[];
  readonly fiscalYear: number;
  readonly targets: readonly Target[];
  /** One for all, or each branch's own. */
  readonly rubric: Rubric | ((branch: string, fiscalYear: number) => Rubric);
  readonly catalog: Catalog;
  /** A CSV of actuals that is scored with and not stored. */
  readonly csv?: ActualsFile | null;
}

/** One year's scores, a branch each, from what is on record. */
export async function loadScores(store: StoreReader, { branches, fiscalYear, targets, rubric, catalog, csv }: Scored): Promise<Score[]> {
  const scope = { branches, fiscalYears: [fiscalYear] };
  const actuals = byBranch([...(await store.actuals({ branches })), ...(csv?.actuals ?? [])]);
  const efforts = byBranch([...(await store.efforts(scope)), ...(csv?.efforts ?? [])]);
  const ratings = byBranch(await store.ratings(scope));
  const verdicts = byBranch(await store.verdicts(scope));
  const own = byBranch(targets);
  const csvDocuments = new Set(csv ? [csv.name] : []);
  return branches.map((branch) =>
    score({
      branch,
      fiscalYear,
      targets: own(branch),
      actuals: actuals(branch),
      efforts: efforts(branch),
      ratings: ratings(branch),
      verdicts: verdicts(branch),
      rubric: typeof rubric === 'function' ? rubric(branch, fiscalYear) : rubric,
      catalog,
      csvDocuments,
    }),
  );
}

function byBranch<Item extends { readonly branch: string }>(items: readonly Item[]): (branch: string) => readonly Item[] {
  const groups = groupBy(items, ({ branch }) => branch);
  return (branch) => groups.get(branch) ?? [];
}
