import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const STORE = join('.kpi', 'store.db');

export interface Location {
  /** `--db` */
  readonly db?: string | undefined;
  /** `KPI_DB`; an empty one counts as not set. */
  readonly env?: string | undefined;
  readonly cwd: string;
}

/**
 * The path of the store: `--db`, else `KPI_DB`, else `.kpi/store.db` in this folder or the nearest parent that has one,
 * else (where the first `kpi ingest` makes it) in this folder.
 */
export function locateStore({ db, env, cwd }: Location): string {
  const named = db || env;
  if (named) return resolve(cwd, named);
  const here = resolve(cwd);
  for (let folder = here; ; folder = dirname(folder)) {
    const path = join(folder, STORE);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return join(here, STORE);
  }
}
