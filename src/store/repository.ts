import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { BRANCHES } from '../catalog/branches.ts';
import type { Actual, Change, Coverage, Effort, Finding, KpiRecord, Rating, Target, Verdict } from '../model/index.ts';
import { damaged } from './errors.ts';
import { rowOf } from './rows.ts';
import type { RecordTable, Schema } from './schema.ts';
import type {
  ActualFilter,
  FindingFilter,
  RecordedDocument,
  SaveOutcome,
  ScopeFilter,
  Store,
  StoredDocument,
  TargetFilter,
} from './store.ts';
import type { RecordOf } from './stored.ts';

/** Rows of one insert; at eight columns far below any database's limit of variables. */
const BATCH = 100;

/** The store in any dialect of SQL that Kysely speaks. */
export class SqlStore implements Store {
  readonly #db: Kysely<Schema>;
  /** What messages call the store. */
  readonly #place: string;

  constructor(db: Kysely<Schema>, place: string) {
    this.#db = db;
    this.#place = place;
  }

  save(document: StoredDocument, records: readonly KpiRecord[]): Promise<SaveOutcome> {
    const { name, hash, family, reader = null } = document;
    return this.#db.transaction().execute(async (transaction) => {
      const earlier = await transaction
        .selectFrom('documents')
        .select(['id', 'name', 'hash', 'reader'])
        .where(({ eb, or }) => or([eb('name', '=', name), eb('hash', '=', hash)]))
        .execute();
      if (earlier.some((one) => one.name === name && one.hash === hash && one.reader === reader)) return 'unchanged';
      for (const { id } of earlier) {
        await transaction.deleteFrom('records').where('document_id', '=', id).execute();
        await transaction.deleteFrom('documents').where('id', '=', id).execute();
      }
      const id = await nextId(transaction);
      await transaction.insertInto('documents').values({ id, name, hash, family, reader, ingested_at: new Date().toISOString() }).execute();
      await insertRecords(transaction, id, records);
      return earlier.length > 0 ? 'replaced' : 'added';
    });
  }

  targets(filter: TargetFilter = {}): Promise<Target[]> {
    return this.#read('target', filter);
  }

  /** A coverage names no area and no indicator: only its branch and year can be asked for. */
  coverage({ branches, fiscalYears }: ScopeFilter = {}): Promise<Coverage[]> {
    return this.#read('coverage', { branches, fiscalYears });
  }

  actuals({ branches, fiscalYears, indicators }: ActualFilter = {}): Promise<Actual[]> {
    return this.#read('actual', { branches, fiscalYears, indicators });
  }

  efforts({ branches, fiscalYears }: ScopeFilter = {}): Promise<Effort[]> {
    return this.#read('effort', { branches, fiscalYears });
  }

  ratings({ branches, fiscalYears }: ScopeFilter = {}): Promise<Rating[]> {
    return this.#read('rating', { branches, fiscalYears });
  }

  verdicts(filter: TargetFilter = {}): Promise<Verdict[]> {
    return this.#read('verdict', filter);
  }

  changes({ branches, fiscalYears }: ScopeFilter = {}): Promise<Change[]> {
    return this.#read('change', { branches, fiscalYears });
  }

  findings({ documents }: FindingFilter = {}): Promise<Finding[]> {
    return this.#read('finding', { documents });
  }

  async documents(): Promise<RecordedDocument[]> {
    const rows = await this.#db.selectFrom('documents').select(['name', 'hash', 'family', 'reader', 'ingested_at']).execute();
    return rows
      .map(({ reader, ingested_at, ...row }) => ({ ...row, ...(reader !== null && { reader }), ingestedAt: ingested_at }))
      .sort((a, b) => compare(a.name, b.name));
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }

  async #read<T extends KpiRecord['type']>(type: T, filter: RecordFilter): Promise<RecordOf<T>[]> {
    const { branches, fiscalYears, areas, indicators, documents } = filter;
    if ([branches, fiscalYears, areas, indicators, documents].some((list) => list?.length === 0)) return [];
    let query = this.#db
      .selectFrom('records')
      .innerJoin('documents', 'documents.id', 'records.document_id')
      .select(['documents.id as sequence', 'documents.name as document', 'position', 'branch', 'fiscal_year', 'body'])
      .where('type', '=', type);
    if (branches) query = query.where('branch', 'in', branches);
    if (fiscalYears) query = query.where('fiscal_year', 'in', fiscalYears);
    if (areas) query = query.where('area', 'in', areas);
    if (indicators) query = query.where('indicator', 'in', indicators);
    if (documents) query = query.where('documents.name', 'in', documents);
    const rows = await query.execute();
    // Records are checked as they come back; a command that only writes does not load the schemas.
    const { decode } = await import('./stored.ts');
    return rows.sort(byScope).map((row) => {
      const record = decode(row.body, type);
      if (record === null) throw damaged(this.#place, `${row.document} #${row.position}`);
      return record;
    });
  }
}

type RecordFilter = { readonly [K in keyof (TargetFilter & FindingFilter)]: (TargetFilter & FindingFilter)[K] | undefined };

/** Sorted here and not by the database, which does not know the order of the branches. A document's id grows with each that is read. */
function byScope(a: Placed, b: Placed): number {
  return (
    rank(a.branch) - rank(b.branch) || (a.fiscal_year ?? 0) - (b.fiscal_year ?? 0) || a.sequence - b.sequence || a.position - b.position
  );
}

type Placed = Pick<RecordTable, 'branch' | 'fiscal_year' | 'position'> & { readonly sequence: number };

const RANKS: ReadonlyMap<string | null, number> = new Map(BRANCHES.map(({ name }, index) => [name, index]));

function rank(branch: string | null): number {
  return RANKS.get(branch) ?? RANKS.size;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Counted here, because databases do not agree on how a column counts by itself. */
async function nextId(transaction: Transaction<Schema>): Promise<number> {
  const row = await transaction
    .selectFrom('documents')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Full batches share one compiled statement: building it anew for each would take as long as the inserts themselves. */
async function insertRecords(transaction: Transaction<Schema>, document: number, records: readonly KpiRecord[]): Promise<void> {
  let full: CompiledQuery | null = null;
  for (let start = 0; start < records.length; start += BATCH) {
    const rows = records.slice(start, start + BATCH).map((record, index) => rowOf(record, document, start + index));
    if (full !== null && rows.length === BATCH) {
      await transaction.executeQuery({ ...full, parameters: rows.flatMap(Object.values) });
    } else {
      full = transaction.insertInto('records').values(rows).compile();
      await transaction.executeQuery(full);
    }
  }
}
