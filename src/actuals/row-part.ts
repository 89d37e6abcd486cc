import type { Actual, Effort, Text } from '../model/index.ts';
import type { ColumnKey } from './columns.ts';
import type { Remark } from './value.ts';

/** The trimmed cell of a row under a column; empty when the file has no such column. */
export type Cells = (key: ColumnKey) => string;

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
