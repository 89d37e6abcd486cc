import { KpiError, type Text } from '../model/index.ts';
import { type Layout, readLayout, TEMPLATE_COLUMNS } from './columns.ts';

/** One row of a table of results, with its place: a quoted cell of a CSV may span lines. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Verbatim, line ends as LF. */
  readonly raw: string;
  /** What else a sheet knows of a cell, by its column. */
  readonly marks?: ReadonlyMap<number, CellMark>;
}

export type CellMark =
  /** It stands under the first cell of a merged range, whose text it repeats. */
  | { readonly kind: 'merged' }
  /** A formula that was saved without its result. */
  | { readonly kind: 'no-result' }
  /** It shows fewer digits than it holds. */
  | { readonly kind: 'rounded'; readonly held: string; readonly formula: boolean };

export interface Table {
  readonly layout: Layout;
  readonly header: TableRow;
  /** Below the header. */
  readonly rows: readonly TableRow[];
  /** The sheet, counted from 1; a CSV is one. */
  readonly page: number;
}

/** Titles and notes may stand above the header. */
const HEADER_WITHIN = 30;

/** Null when no row names the columns. */
export function tableIn(rows: readonly TableRow[], page = 1): Table | null {
  for (const [index, header] of rows.slice(0, HEADER_WITHIN).entries()) {
    const layout = readLayout(header.cells);
    if (layout) return { layout, header, rows: rows.slice(index + 1), page };
  }
  return null;
}

/** @param more what else may be done about it */
export function noHeader(name: string, more: Text = { ja: '', en: '' }): KpiError {
  const titles = TEMPLATE_COLUMNS.map(({ title }) => title).join(', ');
  return new KpiError({
    ja: `${name}: 見出し行がありません。はじめの ${HEADER_WITHIN} 行のどこかに列名が要ります: ${titles}（指標 と 実績 は必須）。kpi template でひな形を作れます${more.ja}`,
    en: `${name}: no header row; one of the first ${HEADER_WITHIN} rows must name the columns ${titles} (指標 and 実績, or indicator and actual, are required). kpi template writes such a file${more.en}`,
  });
}
