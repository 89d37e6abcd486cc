import { expect, test } from 'vitest';
import { MIGRATIONS, type Migration, migrate } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { document, freshPath, target } from './samples.ts';

async function oldStore(): Promise<string> {
  const path = freshPath();
  const store = await openStore(path, 'write');
  await store.save(document('plan.txt', 'h1'), [target()]);
  await store.close();
  return path;
}

const addNote: Migration = async (db) => {
  await db.schema.alterTable('documents').addColumn('note', 'text').execute();
};

test('a store that is behind gets the missing steps, once each, and keeps its records', async () => {
  const path = await oldStore();
  for (let round = 0; round < 2; round++) {
    const { db, fresh } = openSqlite(path, 'write');
    await migrate(db, path, fresh, [...MIGRATIONS, addNote]);
    expect(await db.selectFrom('kpi_migrations').select('version').orderBy('version').execute()).toEqual([{ version: 1 }, { version: 2 }]);
    expect(await db.selectFrom('records').select('position').execute()).toHaveLength(1);
    await db.destroy();
  }
});

test('a step that fails leaves no trace of those before it', async () => {
  const path = await oldStore();
  const failing: Migration = async () => {
    throw new Error('no such luck');
  };
  const { db, fresh } = openSqlite(path, 'write');
  await expect(migrate(db, path, fresh, [...MIGRATIONS, addNote, failing])).rejects.toThrow('no such luck');
  await migrate(db, path, fresh, MIGRATIONS);
  await migrate(db, path, fresh, [...MIGRATIONS, addNote]);
  await db.destroy();
});
