import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { BRANCHES } from '../catalog/branches.ts';
import type { Actual, Change, Coverage, Effort, Finding, KpiRecord, PrintedRubric, Rating, Target, Verdict } from '../model/index.ts';
import { damaged } from './errors.ts';
import { bodyBytes, rowOf, withBody } from './rows.ts';
import type { DocumentTable, RecordTable, Schema } from './schema.ts';
import { parseScopes, printScopes, scopesOf, shareScope } from './scopes.ts';
import { type Placed, standingOf } from './standing.ts';
import type {
  ActualFilter,
  FindingFilter,
  RecordedDocument,
  Repeat,
  SaveOutcome,
  ScopeFilter,
  Standing,
  Store,
  StoredDocument,
  TargetFilter,
} from './store.ts';
import type { Decoder, RecordOf } from './stored.ts';

/** Rows of one insert; at eight columns far below any database's limit of variables. */
const BATCH = 100;

/** The store in any dialect of SQL that Kysely speaks. */
export class SqlStore implements Store {
  readonly #db: Kysely<Schema>;
  /** What messages call the store. */
  readonly #place: string;
  #decode: Decoder | null = null;

  constructor(db: Kysely<Schema>, place: string) {
    this.#db = db;
    this.#place = place;
  }

  save(document: StoredDocument, records: Iterable<KpiRecord>): Promise<SaveOutcome> {
    const { name, hash, family, reader = null } = document;
    const scopes = printScopes(document.scopes ?? scopesOf(records));
    return this.#db.transaction().execute(async (transaction) => {
      const alike = await transaction
        .selectFrom('documents')
        .select(['id', 'name', 'hash', 'family', 'scopes', 'reader'])
        .where(({ eb, or }) => or([eb('name', '=', name), eb('hash', '=', hash)]))
        .execute();
      if (alike.some((one) => one.name === name && one.hash === hash && one.reader === reader)) return 'unchanged';
      const namesakes = alike.filter((one) => one.name === name && one.family === family);
      const earlier = alike.filter(
        (one) => one.hash === hash || (one.name === name && isCorrected(one, { hash, family, scopes }, namesakes.length)),
      );
      for (const { id } of earlier) await removeDocument(transaction, id);
      const id = await nextId(transaction);
      const ingested_at = new Date().toISOString();
      await transaction.insertInto('documents').values({ id, name, hash, family, scopes, reader, ingested_at }).execute();
      await insertRecords(transaction, id, records);
      return earlier.length > 0 ? 'replaced' : 'added';
    });
  }

  remove(hash: string): Promise<void> {
    return this.#db.transaction().execute(async (transaction) => {
      const found = await transaction.selectFrom('documents').select('id').where('hash', '=', hash).execute();
      for (const { id } of found) await removeDocument(transaction, id);
    });
  }

  async repeatsOf(hash: string): Promise<Repeat[]> {
    const all = await this.#db.selectFrom('documents').select(['id', 'name', 'hash', 'family', 'scopes']).execute();
    const own = all.find((one) => one.hash === hash);
    const others = all.filter((one) => own && one !== own && one.family === own.family && shareScope(one.scopes, own.scopes));
    if (!own || others.length === 0) return [];
    const ids = await this.#targetIds(own.id);
    const repeats = others.map(async ({ id, name }) => ({
      used: own.name,
      left: name,
      count: [...(await this.#targetIds(id))].filter((one) => ids.has(one)).length,
    }));
    return (await Promise.all(repeats)).filter(({ count }) => count > 0);
  }

  targets(filter: TargetFilter = {}): Promise<Target[]> {
    return this.#read('target', filter);
  }

  /** The area is asked for last: two documents may put one target in different areas. */
  async standing({ areas, ...filter }: TargetFilter = {}): Promise<Standing> {
    const { targets, repeats } = standingOf(await this.#placed('target', filter));
    return { targets: targets.filter(({ area }) => areas === undefined || (area !== null && areas.includes(area))), repeats };
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

  rubrics({ branches, fiscalYears }: ScopeFilter = {}): Promise<PrintedRubric[]> {
    return this.#read('rubric', { branches, fiscalYears });
  }

  findings({ documents }: FindingFilter = {}): Promise<Finding[]> {
    return this.#read('finding', { documents });
  }

  async recordsOf(hash: string): Promise<KpiRecord[]> {
    const rows = await this.#db
      .selectFrom('records')
      .innerJoin('documents', 'documents.id', 'records.document_id')
      .select(['documents.id as sequence', 'documents.name as document', 'type', 'position', bodyBytes])
      .where('hash', '=', hash)
      .orderBy('position')
      .execute();
    const decoder = await this.#decoder();
    return rows.map(withBody).map((row) => {
      const record = decoder.decodeAny(row);
      if (record === null) throw damaged(this.#place, `${row.document} #${row.position}`);
      return record;
    });
  }

  async documents(): Promise<RecordedDocument[]> {
    const columns = ['name', 'hash', 'family', 'scopes', 'reader', 'ingested_at'] as const;
    const rows = await this.#db.selectFrom('documents').select(columns).orderBy('id').execute();
    return rows
      .map(({ scopes, reader, ingested_at, ...row }) => ({
        ...row,
        scopes: parseScopes(scopes),
        ...(reader !== null && { reader }),
        ingestedAt: ingested_at,
      }))
      .sort((a, b) => compare(a.name, b.name));
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }

  async #read<T extends KpiRecord['type']>(type: T, filter: RecordFilter): Promise<RecordOf<T>[]> {
    return (await this.#placed(type, filter)).map(({ record }) => record);
  }

  /** Records are checked as they come back; a command that only writes does not load the schemas. */
  async #decoder(): Promise<Decoder> {
    this.#decode ??= (await import('./stored.ts')).createDecoder();
    return this.#decode;
  }

  async #targetIds(document: number): Promise<Set<string>> {
    const rows = await this.#db
      .selectFrom('records')
      .select(['position', bodyBytes])
      .where('document_id', '=', document)
      .where('type', '=', 'target')
      .execute();
    return new Set(
      rows.map(withBody).map(({ body, position }) => {
        const id = idIn(body);
        if (id === null) throw damaged(this.#place, `#${position}`);
        return id;
      }),
    );
  }

  async #placed<T extends KpiRecord['type']>(type: T, filter: RecordFilter): Promise<Placed<RecordOf<T>>[]> {
    const { branches, fiscalYears, areas, indicators, documents } = filter;
    if ([branches, fiscalYears, areas, indicators, documents].some((list) => list?.length === 0)) return [];
    let query = this.#db
      .selectFrom('records')
      .innerJoin('documents', 'documents.id', 'records.document_id')
      .select(['documents.id as sequence', 'documents.name as document', 'family', 'position', 'branch', 'fiscal_year', bodyBytes])
      .where('type', '=', type);
    if (branches) query = query.where('branch', 'in', branches);
    if (fiscalYears) query = query.where('fiscal_year', 'in', fiscalYears);
    if (areas) query = query.where('area', 'in', areas);
    if (indicators) query = query.where('indicator', 'in', indicators);
    if (documents) query = query.where('documents.name', 'in', documents);
    const rows = (await query.execute()).map(withBody);
    const decoder = await this.#decoder();
    return rows.sort(byScope).map((row) => {
      const record = decoder.decode(row, type);
      if (record === null) throw damaged(this.#place, `${row.document} #${row.position}`);
      return { record, sequence: row.sequence, document: row.document, family: row.family };
    });
  }
}

type RecordFilter = { readonly [K in keyof (TargetFilter & FindingFilter)]: (TargetFilter & FindingFilter)[K] | undefined };

/** Sorted here and not by the database, which does not know the order of the branches. A document's id grows with each that is read. */
function byScope(a: Row, b: Row): number {
  return (
    rank(a.branch) - rank(b.branch) || (a.fiscal_year ?? 0) - (b.fiscal_year ?? 0) || a.sequence - b.sequence || a.position - b.position
  );
}

type Row = Pick<RecordTable, 'branch' | 'fiscal_year' | 'position'> & { readonly sequence: number };

const RANKS: ReadonlyMap<string | null, number> = new Map(BRANCHES.map(({ name }, index) => [name, index]));

function rank(branch: string | null): number {
  return RANKS.get(branch) ?? RANKS.size;
}

/** Only the id: a command that writes does not load the schemas. */
function idIn(body: string): string | null {
  try {
    return String(JSON.parse(body).id);
  } catch {
    return null;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Of documents of one name: the same text, or for a branch and year in common. One without any (a sheet not yet filled in) has nothing to
 * lose, and one that no longer has any is told by its name, where no other has that.
 */
const isCorrected = (earlier: Identity, next: Identity, namesakes: number): boolean =>
  contentOf(earlier) === contentOf(next) ||
  (earlier.family === next.family &&
    (earlier.scopes === '' || (next.scopes === '' && namesakes === 1) || shareScope(earlier.scopes, next.scopes)));

type Identity = Pick<DocumentTable, 'hash' | 'family' | 'scopes'>;

const contentOf = ({ hash }: Identity): string => hash.replace(/\+.*/, '');

async function removeDocument(transaction: Transaction<Schema>, id: number): Promise<void> {
  await transaction.deleteFrom('records').where('document_id', '=', id).execute();
  await transaction.deleteFrom('documents').where('id', '=', id).execute();
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
async function insertRecords(transaction: Transaction<Schema>, document: number, records: Iterable<KpiRecord>): Promise<void> {
  let full: CompiledQuery | null = null;
  let position = 0;
  for (const batch of batchesOf(records)) {
    const rows = batch.map((record) => rowOf(record, document, position++));
    if (full !== null && rows.length === BATCH) {
      await transaction.executeQuery({ ...full, parameters: rows.flatMap(Object.values) });
    } else {
      full = transaction.insertInto('records').values(rows).compile();
      await transaction.executeQuery(full);
    }
  }
}

function* batchesOf(records: Iterable<KpiRecord>): Generator<readonly KpiRecord[]> {
  let batch: KpiRecord[] = [];
  for (const record of records) {
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
    batch.push(record);
  }
  if (batch.length > 0) yield batch;
}
