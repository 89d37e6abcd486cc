import { existsSync } from 'node:fs';
import type { CheckedPaper } from '../check/context.ts';
import type { KpiRecord } from '../model/index.ts';
import type { StoreReader } from '../store/store.ts';
import type { App } from './app.ts';
import { storePath, withStore } from './open-store.ts';
import type { General } from './options.ts';

export interface StoreOptions extends Pick<General, 'db'> {
  readonly store: boolean;
}

/**
 * What the store knows that may speak of these papers: of every branch, for the years of the papers and the three before them, from
 * which previous-year targets are worked out. Empty where there is no store; one that `--db` names must be there.
 */
export async function recordsOnRecord(papers: readonly CheckedPaper[], options: StoreOptions, app: App): Promise<KpiRecord[]> {
  if (!options.store || papers.length === 0) return [];
  if (options.db === undefined && !existsSync(storePath(options, app))) return [];
  return withStore(options, app, (store) => recordsBeside(papers, store));
}

/** The same, from a store that is open. */
export async function recordsBeside(papers: readonly CheckedPaper[], store: StoreReader): Promise<KpiRecord[]> {
  const fiscalYears = [
    ...new Set(papers.flatMap(({ scopes }) => scopes.flatMap(({ fiscalYear: year }) => [year, year - 1, year - 2, year - 3]))),
  ];
  const filter = { fiscalYears };
  const records = [
    ...(await store.standing(filter)).targets,
    ...(await store.coverage(filter)),
    ...(await store.actuals(filter)),
    ...(await store.ratings(filter)),
    ...(await store.verdicts(filter)),
    ...(await store.changes(filter)),
  ];
  const own = await ownReadings(papers, () => store.documents());
  return records.filter(({ source, branch, fiscalYear }) => !own.has(`${source.document} ${branch} ${fiscalYear}`));
}

interface Named {
  readonly name: string;
  readonly hash: string;
}

/** Under which names the store holds these papers themselves: their own, or those of the same content. By branch and year, for two papers may share a name. */
async function ownReadings(papers: readonly CheckedPaper[], documents: () => Promise<readonly Named[]>): Promise<Set<string>> {
  const byHash = new Map((await documents()).map(({ name, hash }) => [hash.replace(/\+.*/, ''), name]));
  return new Set(
    papers.flatMap(({ document, scopes }) =>
      [document.name, byHash.get(document.hash) ?? document.name].flatMap((name) =>
        scopes.map(({ branch, fiscalYear }) => `${name} ${branch} ${fiscalYear}`),
      ),
    ),
  );
}
