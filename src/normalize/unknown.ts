import type { KpiRecord, Target } from '../model/index.ts';

/** The KPIs whose name the catalog does not know. */
export const unknownKpis = (records: readonly KpiRecord[]): Target[] =>
  records.filter((record) => record.type === 'target').filter(({ indicator, role }) => indicator === null && role === 'kpi');
