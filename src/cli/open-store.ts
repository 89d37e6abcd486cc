import { existsSync } from 'node:fs';
import type { Target } from '../model/index.ts';
import { locateStore } from '../store/locate.ts';
import type { Store, StoreReader } from '../store/store.ts';
import type { App } from './app.ts';
import type { Common } from './options.ts';

export const storePath = ({ db }: Pick<Common, 'db'>, app: App): string => locateStore({ db, env: app.env.KPI_DB, cwd: process.cwd() });

/** Opens the store to read it, and closes it whatever happens. */
export async function withStore<Result>(
  options: Pick<Common, 'db'>,
  app: App,
  use: (store: StoreReader) => Promise<Result>,
): Promise<Result> {
  const { openStore } = await import('../store/store.ts');
  const store = await openStore(storePath(options, app), 'read');
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The targets on record; none when there is no store yet. */
export async function targetsOnRecord(options: Pick<Common, 'db'>, app: App): Promise<Target[]> {
  return existsSync(storePath(options, app)) ? withStore(options, app, async (store) => (await store.standing()).targets) : [];
}

export type LazyStore = Pick<Store, 'save' | 'repeatsOf' | 'close'>;

/** A store to write to that is made when the first document is saved: input that cannot be read leaves nothing behind. */
export function lazyStore(options: Pick<Common, 'db'>, app: App): LazyStore {
  // Loaded while the first document is being read.
  const loaded = import('../store/store.ts');
  loaded.catch(() => {});
  let opened: Promise<Store> | undefined;
  const open = () => {
    opened ??= loaded.then(({ openStore }) => openStore(storePath(options, app), 'write'));
    return opened;
  };
  return {
    save: async (document, records) => (await open()).save(document, records),
    repeatsOf: async (hash) => (await open()).repeatsOf(hash),
    // One that could not be opened has been reported by `save`.
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
}
