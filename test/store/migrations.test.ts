import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MIGRATIONS, type Migration, migrate } from '../../src/store/migrations.ts';
import { rowOf } from '../../src/store/rows.ts';
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
    expect(await db.selectFrom('kpi_migrations').select('version').orderBy('version').execute()).toEqual(
      Array.from({ length: MIGRATIONS.length + 1 }, (_, index) => ({ version: index + 1 })),
    );
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

test('a store of the first version learns for whom its documents speak, and keeps them', async () => {
  const path = freshPath();
  mkdirSync(dirname(path), { recursive: true });
  const { db, fresh } = openSqlite(path, 'write');
  await migrate(db, path, fresh, MIGRATIONS.slice(0, 1));
  await sql`insert into documents values (1, 'plan.txt', 'h1', 'plan', null, '2026-01-01T00:00:00Z')`.execute(db);
  await db
    .insertInto('records')
    .values(rowOf(target(), 1, 0))
    .execute();
  await db.destroy();
  const store = await openStore(path, 'write');
  expect(await store.documents()).toMatchObject([{ name: 'plan.txt', hash: 'h1', scopes: [{ branch: '熊本', fiscalYear: 2021 }] }]);
  expect(await store.targets()).toEqual([target()]);
  expect(await store.save(document('plan.txt', 'h2'), [target()])).toBe('replaced');
  await store.close();
});
