import { Decimal, type KpiRecord, type Language } from '../../model/index.ts';
import type { Sheet } from '../report.ts';

/** Records as programs read them: everything as it is, a finding's message in the language of the reader. */
export function* recordData(records: Iterable<KpiRecord>, lang: Language): Generator<object> {
  for (const record of records) yield record.type === 'finding' ? { ...record, message: record.message[lang] } : record;
}

/** What stands in a spreadsheet of records of every type; a record leaves the columns that it does not have empty. */
const COLUMNS = [
  ...[
    'type',
    'id',
    'branch',
    'fiscalYear',
    'area',
    'measure',
    'indicator',
    'name',
    'marker',
    'role',
    'parentId',
    'comparator',
    'basis',
    'value',
    'unit',
  ],
  ...['baselines', 'conditions', 'duplicateOf', 'group', 'population', 'planned', 'rate', 'text', 'asOf', 'nationalRank', 'numerator'],
  ...[
    'denominator',
    'completion',
    'newInitiative',
    'grade',
    'verdict',
    'rubric',
    'kind',
    'from',
    'to',
    'rule',
    'severity',
    'message',
    'document',
    'page',
    'lineStart',
    'lineEnd',
    'quote',
  ],
];

/** Only the columns that at least one of the records can fill. */
export function recordSheet(records: Iterable<KpiRecord>, lang: Language): Sheet {
  const filled = new Set<string>();
  for (const record of records) for (const column of fields(record, lang).keys()) filled.add(column);
  const columns = COLUMNS.filter((column) => filled.has(column));
  return { columns, rows: { [Symbol.iterator]: () => rowsOf(records, columns, lang) } };
}

function* rowsOf(records: Iterable<KpiRecord>, columns: readonly string[], lang: Language): Generator<Row> {
  for (const record of records) {
    const row = fields(record, lang);
    yield columns.map((column) => row.get(column) ?? null);
  }
}

type Row = Sheet['rows'] extends Iterable<infer One> ? One : never;

function fields(record: KpiRecord, lang: Language): Map<string, string | null> {
  const { source, ...own } = record;
  const row = new Map(Object.entries({ ...own, ...source }).map(([key, value]) => [key, cell(value)] as const));
  if (record.type === 'finding') row.set('message', record.message[lang]);
  if (record.type === 'rubric') row.set('rubric', record.sameAs ?? record.rubric.id).set('grade', record.rubric.grades.join('/'));
  if (record.type === 'target') {
    row.set('baselines', record.baselines.map(({ label, value, unit }) => `${label} ${value?.text ?? ''}${unit ?? ''}`.trim()).join('; '));
    row.set('conditions', record.conditions.map(({ text }) => text).join('; '));
  }
  return row;
}

function cell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Decimal ? value.text : String(value);
}
