import type { Actual, Area, Change, Coverage, Effort, Finding, KpiRecord, Rating, Target, Verdict } from '../model/index.ts';
import { migrate } from './migrations.ts';
import { SqlStore } from './repository.ts';
import { openSqlite } from './sqlite.ts';

export interface StoredDocument {
  readonly name: string;
  /** Of the content, and of whatever else its records depend on (`--branch`, `--year`, `--catalog`): equal hashes, equal records. */
  readonly hash: string;
  readonly family: string;
  /** Version of the reader that made the records: a newer one may find more in the same content. */
  readonly reader?: string;
}

export interface RecordedDocument extends StoredDocument {
  /** ISO 8601, UTC. */
  readonly ingestedAt: string;
}

/** Undefined is all, an empty list is none. */
export interface ScopeFilter {
  readonly branches?: readonly string[];
  readonly fiscalYears?: readonly number[];
}

export interface ActualFilter extends ScopeFilter {
  readonly indicators?: readonly string[];
}

export interface TargetFilter extends ActualFilter {
  readonly areas?: readonly Area[];
}

export interface FindingFilter {
  readonly documents?: readonly string[];
}

export type SaveOutcome = 'added' | 'unchanged' | 'replaced';

/**
 * Records come by branch (in the order of the prefecture codes, 本部 first), fiscal year, the order in which the documents were read
 * (one that was replaced counts from then) and place in the document; findings, which have no branch, by document and place. Two documents may hold targets for the same branch and year
 * (a plan and a corrected plan under another name): both are kept and both come back, told apart by `source.document`.
 */
export interface StoreReader {
  targets(filter?: TargetFilter): Promise<Target[]>;
  coverage(filter?: ScopeFilter): Promise<Coverage[]>;
  actuals(filter?: ActualFilter): Promise<Actual[]>;
  efforts(filter?: ScopeFilter): Promise<Effort[]>;
  ratings(filter?: ScopeFilter): Promise<Rating[]>;
  verdicts(filter?: TargetFilter): Promise<Verdict[]>;
  changes(filter?: ScopeFilter): Promise<Change[]>;
  findings(filter?: FindingFilter): Promise<Finding[]>;
  /** By name. */
  documents(): Promise<RecordedDocument[]>;
  close(): Promise<void>;
}

export interface Store extends StoreReader {
  /**
   * Keeps a document and its records, in one transaction: the store holds all of it or what it held before.
   *
   * A document is known by its name, and identical content is one document. So:
   * - a new name and new content: added;
   * - the same name, content and reader: unchanged, nothing is written;
   * - the same name with other content (a corrected plan), or read by another version of the reader: its old records are replaced;
   * - content that is on record under another name (`./plan.txt` and `/data/plan.txt`, a copy, a moved file): replaced, under the new
   *   name. Records never double, `source.document` names the file that was read last, and a correction made there later replaces them.
   */
  save(document: StoredDocument, records: readonly KpiRecord[]): Promise<SaveOutcome>;
}

/**
 * Opens the store at `path`; for writing it is made, with its folder, when it is not there.
 * @throws KpiError when there is none to read, or the file is not a store, is damaged, in use or newer than this program
 */
export function openStore(path: string, mode: 'read'): Promise<StoreReader>;
export function openStore(path: string, mode: 'write'): Promise<Store>;
export async function openStore(path: string, mode: 'read' | 'write'): Promise<Store> {
  const { db, fresh } = openSqlite(path, mode);
  try {
    await migrate(db, path, fresh);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new SqlStore(db, path);
}
