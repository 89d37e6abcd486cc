/** One row a document: what was read, and by which reader. */
export interface DocumentTable {
  id: number;
  /** As typed: those of two folders may be the same. */
  name: string;
  /** Identical content is one document. */
  hash: string;
  family: string;
  /** `熊本 2021`, one a line. */
  scopes: string;
  reader: string | null;
  /** ISO 8601, UTC. */
  ingested_at: string;
}

/**
 * One row a record of any type. `body` is the whole record as JSON and all that is read back; the other columns only find it.
 * A type that has no such thing (a finding has no branch) leaves the column null, and a new type needs no new table.
 */
export interface RecordTable {
  document_id: number;
  /** Place in the document's records, from 0. */
  position: number;
  type: string;
  branch: string | null;
  fiscal_year: number | null;
  area: string | null;
  indicator: string | null;
  body: string;
}

/** Which migrations this store has had. The name marks the file as ours: another program's database has no such table. */
interface MigrationTable {
  version: number;
  applied_at: string;
}

export interface Schema {
  documents: DocumentTable;
  records: RecordTable;
  kpi_migrations: MigrationTable;
}
