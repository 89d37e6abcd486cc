import type { Actual, Area, Change, Coverage, Effort, Finding, KpiRecord, PrintedRubric, Rating, Target, Verdict } from '../model/index.ts';
import { migrate } from './migrations.ts';
import { SqlStore } from './repository.ts';
import { openSqlite } from './sqlite.ts';

export interface Scope {
  readonly branch: string;
  readonly fiscalYear: number;
}

export interface StoredDocument {
  readonly name: string;
  /** Of the content, and of whatever else its records depend on (`--branch`, `--year`, `--catalog`): equal hashes, equal records. What stands before a `+` is the content's. */
  readonly hash: string;
  readonly family: string;
  /** For whom and which years it speaks; when not given, its records tell. */
  readonly scopes?: readonly Scope[];
  /** Version of the reader that made the records: a newer one may find more in the same content. */
  readonly reader?: string;
}

export interface RecordedDocument extends StoredDocument {
  readonly scopes: readonly Scope[];
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

/** The targets that count, each once, and which documents repeat them. */
export interface Standing {
  readonly targets: Target[];
  readonly repeats: readonly Repeat[];
}

/** So many targets stand in both documents: those of `used` count. */
export interface Repeat {
  readonly used: string;
  readonly left: string;
  readonly count: number;
}

/**
 * Records come by branch (in the order of the prefecture codes, 本部 first), fiscal year, the order in which the documents were read
 * (one that was replaced counts from then) and place in the document; findings, which have no branch, by document and place. Two documents may hold targets for the same branch and year
 * (a plan and a corrected plan under another name): both are kept and both come back, told apart by `source.document`.
 */
export interface StoreReader {
  targets(filter?: TargetFilter): Promise<Target[]>;
  /** Of targets with one id in several documents a plan's counts before what other papers repeat of it, then the one read last. */
  standing(filter?: TargetFilter): Promise<Standing>;
  coverage(filter?: ScopeFilter): Promise<Coverage[]>;
  actuals(filter?: ActualFilter): Promise<Actual[]>;
  efforts(filter?: ScopeFilter): Promise<Effort[]>;
  ratings(filter?: ScopeFilter): Promise<Rating[]>;
  verdicts(filter?: TargetFilter): Promise<Verdict[]>;
  changes(filter?: ScopeFilter): Promise<Change[]>;
  rubrics(filter?: ScopeFilter): Promise<PrintedRubric[]>;
  findings(filter?: FindingFilter): Promise<Finding[]>;
  /** All that was read out of the document with this hash, in its own order. */
  recordsOf(hash: string): Promise<KpiRecord[]>;
  /** By name, then in the order of reading. */
  documents(): Promise<RecordedDocument[]>;
  close(): Promise<void>;
}

export interface Store extends StoreReader {
  /**
   * Keeps a document and its records, in one transaction: the store holds all of it or what it held before.
   *
   * A document is known by its name, its family and for whom it speaks, and identical content is one document. So:
   * - a new name and new content: added;
   * - the same name, content and reader: unchanged, nothing is written;
   * - the same name and family with other content, for a branch and year that it spoke for (a corrected plan), or read by another version
   *   of the reader: its old records are replaced;
   * - the same name and content for another branch or year: the same text, read as another's; replaced;
   * - the same name with other content for other branches or years (`plan.txt` of another folder, another standard input): added, both are kept;
   * - content that is on record under another name (`./plan.txt` and `/data/plan.txt`, a copy, a moved file): replaced, under the new
   *   name. Records never double, `source.document` names the file that was read last, and a correction made there later replaces them.
   */
  save(document: StoredDocument, records: Iterable<KpiRecord>): Promise<SaveOutcome>;
  /** Takes the document with this hash and its records out, in one transaction. */
  remove(hash: string): Promise<void>;
  /** Other documents of the same family that give targets of the document with this hash once more, and how many. */
  repeatsOf(hash: string): Promise<Repeat[]>;
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
