import { COLUMN_HEADS, type ColumnKind, HEAD_HINT } from '../catalog/columns.ts';
import type { TextLine } from './lines.ts';
import { runsOf } from './runs.ts';

export interface Column {
  readonly kind: ColumnKind;
  /** As printed, folded: `令和元年度実績`. */
  readonly head: string;
}

/** The column that a head opens; null when it is no head of a KPI table. */
export function columnOf(head: string): Column | null {
  const found = COLUMN_HEADS.find(({ pattern }) => pattern.test(head));
  return found ? { kind: found.kind, head } : null;
}

/** A head that the catalog does not know is no longer. */
const LONGEST_HEAD = 12;
const LONGEST_LINE = 240;
const MOST = 12;

/** The columns that the words of a line head; null when they head none. Among the heads of a whole table there may be one that is not known. */
export function columnsOf(line: TextLine | undefined): Column[] | null {
  if (!line || line.text.length > LONGEST_LINE || !HEAD_HINT.test(line.text)) return null;
  const heads = runsOf(line).map(({ text }) => text);
  if (heads.length === 0 || heads.length > MOST || (heads.length <= 3 && !columnOf(heads[0] ?? ''))) return null;
  const columns = heads.map((head): Column => columnOf(head) ?? { kind: 'other', head });
  const unknown = columns.filter(({ kind, head }) => kind === 'other' && !columnOf(head)).map(({ head }) => head);
  const table =
    unknown.length === 1 && heads.length > 3 && comparesResults(columns) && unknown.every((head) => head.length <= LONGEST_HEAD);
  return unknown.length === 0 || (table && !/\d[%件円]/.test(unknown.join(''))) ? columns : null;
}

/** A table that sets results against targets: it has results, and targets or what was made of them. */
export function comparesResults(columns: readonly { readonly kind: string }[]): boolean {
  const has = (...kinds: string[]) => columns.some(({ kind }) => kinds.includes(kind));
  return has('result') && has('target', 'verdict', 'attainment');
}

/** The same, or a table whose names may state their targets themselves: `目標指標 平成28年度実績`. */
export function holdsResults(columns: readonly Column[]): boolean {
  return comparesResults(columns) || ['name', 'result'].every((kind) => columns.some((column) => column.kind === kind));
}

/** The columns of figures, in order. Of two columns of results the earlier year is what the other is compared with. */
export function figureColumns(columns: readonly Column[]): Column[] {
  const figures = columns.filter(({ kind }) => kind === 'target' || kind === 'previous' || kind === 'result' || kind === 'attainment');
  const results = figures.filter(({ kind }) => kind === 'result');
  const latest = results.reduce<Column | null>((best, one) => (best && yearIn(best.head) > yearIn(one.head) ? best : one), null);
  return figures.map((column) => (column.kind === 'result' && column !== latest ? { ...column, kind: 'previous' } : column));
}

/** For comparing heads of one table, which print their years alike: `令和元年度実績` before `令和2年度実績`. */
const yearIn = (head: string): number => (head.includes('元') ? 1 : Number(/\d+/.exec(head)?.[0] ?? 0));
