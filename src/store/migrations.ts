import { type Kysely, sql } from 'kysely';
import { newerStore } from './errors.ts';
import type { Schema } from './schema.ts';

/** One step of the schema, on whatever the steps before it left; it may not rely on `Schema`, which describes the last one. */
export type Migration = (db: Kysely<Schema>) => Promise<void>;

/** In order; the version of a store is how many of them it has had. Never edit one that was released: append. */
export const MIGRATIONS: readonly Migration[] = [documentsAndRecords, scopesOfDocuments];

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
  await createRecords(db, 'records', 'documents');
  await indexRecords(db);
}

async function createRecords(db: Kysely<Schema>, name: string, documents: string): Promise<void> {
  await db.schema
    .createTable(name)
    .addColumn('document_id', 'integer', (column) => column.notNull().references(`${documents}.id`))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('branch', 'text')
    .addColumn('fiscal_year', 'integer')
    .addColumn('area', 'text')
    .addColumn('indicator', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['document_id', 'position'])
    .execute();
}

async function indexRecords(db: Kysely<Schema>): Promise<void> {
  await db.schema.createIndex('records_by_scope').on('records').columns(['type', 'branch', 'fiscal_year']).execute();
  await db.schema.createIndex('records_by_indicator').on('records').columns(['indicator', 'fiscal_year']).execute();
}

/** Two folders may each have a `plan.txt`: a name is no longer unique, and a document keeps for whom and which years it speaks. */
async function scopesOfDocuments(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('documents_2')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('family', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('reader', 'text')
    .addColumn('ingested_at', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into documents_2 select id, name, hash, family, '', reader, ingested_at from documents`.execute(db);
  const { rows } = await sql<{ id: number; scope: string }>`
    select distinct document_id as id, branch || ' ' || fiscal_year as scope from records
    where branch is not null and fiscal_year is not null`.execute(db);
  for (const id of new Set(rows.map((row) => row.id))) {
    const scopes = rows.filter((row) => row.id === id).map(({ scope }) => scope);
    await sql`update documents_2 set scopes = ${scopes.join('\n')} where id = ${id}`.execute(db);
  }
  // The records refer to the documents, which cannot be dropped under them.
  await createRecords(db, 'records_2', 'documents_2');
  await sql`insert into records_2 select * from records`.execute(db);
  for (const table of ['records', 'documents']) {
    await db.schema.dropTable(table).execute();
    await db.schema.alterTable(`${table}_2`).renameTo(table).execute();
  }
  await indexRecords(db);
  await db.schema.createIndex('documents_by_name').on('documents').column('name').execute();
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
