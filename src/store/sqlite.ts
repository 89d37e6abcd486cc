import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import Database from 'libsql';
import type { KpiError } from '../model/index.ts';
import { cannotOpen, damaged, diskTrouble, locked, noStore, notAFile, notOurs, notWritable } from './errors.ts';
import type { Schema } from './schema.ts';

/** How long to wait for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * SQLite's primary result code → what the user is told. By number, because libsql knows no names of extended codes
 * (a read-only folder is `UNKNOWN_SQLITE_ERROR_1544`); the primary code is their lowest byte.
 */
const TROUBLES: ReadonlyMap<number, (path: string, detail: string) => KpiError> = new Map([
  [3, notWritable], // PERM
  [5, locked], // BUSY
  [6, locked], // LOCKED
  [8, notWritable], // READONLY
  [10, diskTrouble], // IOERR
  [11, damaged], // CORRUPT
  [13, diskTrouble], // FULL
  [14, cannotOpen], // CANTOPEN
  [26, notOurs], // NOTADB
]);

export interface SqliteFile {
  readonly db: Kysely<Schema>;
  /** Nothing is in it yet. */
  readonly fresh: boolean;
}

/**
 * Opens the SQLite file of a store. SQLite's defaults are what we want: a rollback journal (one file at rest, safe on a shared
 * folder and readable in a read-only one, where WAL is neither) and a sync to disk at each commit. A process that dies in a
 * transaction leaves the journal behind, and whoever opens the file next rolls it back.
 * @throws KpiError when there is no store to read, or the file is not one
 */
export function openSqlite(path: string, mode: 'read' | 'write'): SqliteFile {
  prepareFile(path, mode);
  const database = connect(path);
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all([]);
    const fresh = tables.length === 0;
    if (fresh && mode === 'read') throw noStore(path);
    if (!fresh && !tables.some(isMigrationTable)) throw notOurs(path);
    return { db: new Kysely<Schema>({ dialect: new LibsqlDialect({ database }) }), fresh };
  } catch (error) {
    database.close();
    throw error;
  }
}

function isMigrationTable(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'name' in row && row.name === 'kpi_migrations';
}

function prepareFile(path: string, mode: 'read' | 'write'): void {
  const stats = orCannotOpen(path, () => statSync(path, { throwIfNoEntry: false }));
  if (stats === undefined) {
    if (mode === 'read') throw noStore(path);
    orCannotOpen(path, () => mkdirSync(dirname(path), { recursive: true }));
  } else if (!stats.isFile()) {
    throw notAFile(path);
  }
}

function orCannotOpen<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch {
    throw cannotOpen(path);
  }
}

/** libsql as Kysely's dialect expects it: statements are prepared once, and SQLite's errors come out as one clear line. */
function connect(path: string): SqliteDatabase {
  const explained = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw explain(error, path);
    }
  };
  // libsql gives no code when it cannot open a file, only a sentence of its own.
  const database = orCannotOpen(path, () => new Database(path, { timeout: BUSY_TIMEOUT }));
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = explained(() => database.prepare(sql));
      const wrapped: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => explained(() => statement.all(parameters)),
        run: (parameters) => explained(() => statement.run(parameters)),
        iterate: (parameters) => explained(() => statement.iterate(parameters)),
      };
      prepared.set(sql, wrapped);
      return wrapped;
    },
    close() {
      database.close();
    },
  };
}

function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  // The head of a file that is damaged has no code of its own.
  if (error.message.includes('unsupported file format')) return damaged(path, error.message);
  const trouble = TROUBLES.get((error.rawCode ?? 0) & 0xff);
  return trouble === undefined ? error : trouble(path, error.message);
}

class LibsqlDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(config: { database: SqliteDatabase }) {
    super(config);
    this.#database = config.database;
  }

  override createDriver(): SqliteDriver {
    return new LibsqlDriver({ database: this.#database });
  }
}

/** Every transaction of ours writes: it takes the write lock at its start, so that it waits for another writer instead of failing half-way. */
class LibsqlDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite itself takes a transaction back when the disk is full; to ask for it again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }
}
