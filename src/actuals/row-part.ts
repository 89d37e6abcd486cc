import type { Actual, Effort, Source, Text } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import type { ColumnKey } from './columns.ts';
import type { TargetIndex } from './match.ts';
import type { Remark } from './value.ts';

/** The trimmed cell of a row under a column; empty when the file has no such column. */
export type Cells = (key: ColumnKey) => string;

/** A row of a sheet with results, as each reader of its cells gets it. */
export interface Row {
  readonly cell: Cells;
  readonly source: Source;
  readonly branch: string;
  readonly fiscalYear: number;
  readonly catalog: Catalog;
  readonly index: TargetIndex | null;
}

/** What one reader makes of its cells of a row. */
export interface RowPart {
  readonly actuals?: readonly Actual[];
  readonly efforts?: readonly Effort[];
  /** Cells that cannot be read: what was found, what was expected. */
  readonly problems?: readonly Text[];
  /** What was read, but needs a look. */
  readonly remarks?: readonly Remark[];
}

/** The template puts an apostrophe before a cell that a spreadsheet would run. */
export const unescapeCell = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/, '');
