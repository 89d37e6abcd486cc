import type { KpiRecord } from '../../../src/model/index.ts';

/** What a record says, without its place and its words as printed. */
function saidBy(record: KpiRecord): string | null {
  switch (record.type) {
    case 'target':
      return `${record.measure}: ${record.name} ${record.comparator} ${record.basis === 'absolute' ? `${record.value}${record.unit}` : record.basis}`;
    case 'actual':
      return `${record.name} ${record.value ?? record.text}${record.unit ?? ''}`;
    case 'verdict':
      return `${record.name} ${record.verdict}`;
    case 'rating':
      return `${record.measure} ${record.grade}`;
    default:
      return null;
  }
}

const ORDER = ['target', 'actual', 'verdict', 'rating'];
const inOrder = (records: readonly KpiRecord[]) => records.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));

/** What a paper says, kind by kind. */
export const said = (records: readonly KpiRecord[]): string[] => inOrder(records).flatMap((record) => saidBy(record) ?? []);
