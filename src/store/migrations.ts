import type { Kysely } from 'kysely';
import { newerStore } from './errors.ts';
import type { Schema } from './schema.ts';

/** One step of the schema, on whatever the steps before it left; it may not rely on `Schema`, which describes the last one. */
export type Migration = (db: Kysely<Schema>) => Promise<void>;

/** In order; the version of a store is how many of them it has had. Never edit one that was released: append. */
export const MIGRATIONS: readonly Migration[] = [documentsAndRecords];

async function documentsAndRecords(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('family', 'text', (column) => column.notNull())
    .addColumn('reader', 'text')
    .addColumn('ingested_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('records')
    .addColumn('document_id', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('branch', 'text')
    .addColumn('fiscal_year', 'integer')
    .addColumn('area', 'text')
    .addColumn('indicator', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('records_key', ['document_id', 'position'])
    .execute();
  await db.schema.createIndex('records_by_scope').on('records').columns(['type', 'branch', 'fiscal_year']).execute();
  await db.schema.createIndex('records_by_indicator').on('records').columns(['indicator', 'fiscal_year']).execute();
}

/**
 * Brings a store up to date, in one transaction. `fresh` says that there is nothing in it yet; a store that is up to date costs one query.
 * @throws KpiError when a newer kpi has written it
 */
export async function migrate(db: Kysely<Schema>, path: string, fresh: boolean, migrations = MIGRATIONS): Promise<void> {
  const known = migrations.length;
  const found = fresh ? 0 : await versionOf(db);
  if (found > known) throw newerStore(path, found, known);
  if (found === known) return;
  await db.transaction().execute(async (transaction) => {
    await transaction.schema
      .createTable('kpi_migrations')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute();
    // Another process may have been here while this one waited for the lock.
    const start = await versionOf(transaction);
    for (const [index, migration] of migrations.entries()) {
      if (index < start) continue;
      await migration(transaction);
      await transaction
        .insertInto('kpi_migrations')
        .values({ version: index + 1, applied_at: new Date().toISOString() })
        .execute();
    }
  });
}

async function versionOf(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('kpi_migrations')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}
