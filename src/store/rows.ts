import { isUtf8 } from 'node:buffer';
import { sql } from 'kysely';
import type { KpiRecord } from '../model/index.ts';
import { toPlain } from '../model/plain.ts';
import type { RecordTable } from './schema.ts';

/** The keys stand in one order for every record: an insert of many rows relies on it. */
export function rowOf(record: KpiRecord, document: number, position: number): RecordTable {
  return { document_id: document, position, type: record.type, ...scopeOf(record), body: JSON.stringify(toPlain(record)) };
}

type Scope = Pick<RecordTable, 'branch' | 'fiscal_year' | 'area' | 'indicator'>;

function scopeOf(record: KpiRecord): Scope {
  switch (record.type) {
    case 'target':
    case 'verdict':
      return { branch: record.branch, fiscal_year: record.fiscalYear, area: record.area, indicator: record.indicator };
    case 'rating':
      return { branch: record.branch, fiscal_year: record.fiscalYear, area: record.area, indicator: null };
    case 'actual':
      return { branch: record.branch, fiscal_year: record.fiscalYear, area: null, indicator: record.indicator };
    case 'coverage':
    case 'effort':
    case 'change':
    case 'rubric':
      return { branch: record.branch, fiscal_year: record.fiscalYear, area: null, indicator: null };
    case 'finding':
      return { branch: null, fiscal_year: null, area: null, indicator: null };
  }
}

/** A body as the bytes that the file holds: libsql ends the whole program at a text that is no UTF-8, as a damaged file may have. */
export const bodyBytes = sql<ArrayBuffer>`cast(body as blob)`.as('body');

/** A row with its body as text; empty, and so no record, where it is none. */
export function withBody<Row extends { readonly body: ArrayBuffer }>(row: Row): Omit<Row, 'body'> & { readonly body: string } {
  const bytes = Buffer.from(row.body);
  return { ...row, body: isUtf8(bytes) ? bytes.toString() : '' };
}
