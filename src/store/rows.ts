import type { Decimal, KpiRecord } from '../model/index.ts';
import type { RecordTable } from './schema.ts';

/** The keys stand in one order for every record: an insert of many rows relies on it. */
export function rowOf(record: KpiRecord, document: number, position: number): RecordTable {
  return { document_id: document, position, type: record.type, ...scopeOf(record), body: encode(record) };
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

/**
 * The record as JSON, its decimals as text, so that `95.0` comes back as `95.0`. Field by field and not by a replacer of
 * `JSON.stringify`, which takes three times as long.
 */
function encode(record: KpiRecord): string {
  switch (record.type) {
    case 'target': {
      const baselines = record.baselines.map((one) => ({ ...one, value: text(one.value) }));
      return JSON.stringify({ ...record, value: text(record.value), baselines });
    }
    case 'coverage': {
      const { population, planned, rate } = record;
      return JSON.stringify({ ...record, population: text(population), planned: text(planned), rate: text(rate) });
    }
    case 'actual': {
      const { value, numerator, denominator, attainment } = record;
      const figures = { value: text(value), numerator: text(numerator), denominator: text(denominator) };
      return JSON.stringify({ ...record, ...figures, ...(attainment && { attainment: text(attainment) }) });
    }
    case 'effort':
    case 'rating':
    case 'verdict':
    case 'change':
    case 'rubric':
    case 'finding':
      return JSON.stringify(record);
  }
}

function text(value: Decimal | null): string | null {
  return value === null ? null : value.text;
}
