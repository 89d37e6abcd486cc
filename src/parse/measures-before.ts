import { KPI_TITLE } from '../catalog/markers.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { columnsOf } from './columns.ts';
import type { TextLine } from './lines.ts';
import { measuresIn } from './measure-column.ts';
import { opensArea } from './outline.ts';
import { type Run, runsOf } from './runs.ts';

/** The left column of a table where extraction put it in front of the head. */
export interface ColumnBefore {
  readonly runs: readonly Run[];
  /** Index of its first line. */
  readonly from: number;
}

/** A column on one page has no more lines, and each of them is narrow. */
const MOST = 40;
const LONGEST = 40;

/**
 * The cells of measures between an area and the head at `lines[at]`: `戦略的保険者機能関係` / `ジェネリック医薬品の` / `使用促進` / `インセンティブ制度の着実な実施` / `具体的施策 KPI 目標
 * 結果 達成状況`. Null when there are none: one alone is a heading, unless `具体的施策` stands over it and not in the head.
 */
export function columnBefore(lines: readonly TextLine[], at: number): ColumnBefore | null {
  let to = at;
  while (columnsOf(lines[to - 1])) to--;
  let from = to;
  while (to - from < MOST && isCell(lines[from - 1])) from--;
  const headed = columnsOf(lines[from - 1])?.every(({ kind }) => kind === 'measure') === true;
  for (; from < to; from++) {
    const runs = lines.slice(from, to).flatMap(runsOf);
    const cells = measuresIn(runs);
    if (cells.flatMap((cell) => cell.runs).length === runs.length && (cells.length > 1 || headed)) return { runs, from };
  }
  return null;
}

function isCell(line: TextLine | undefined): boolean {
  if (!line || line.text.length - line.start > LONGEST || columnsOf(line) || opensArea(line) || KPI_TITLE.test(line.text)) return false;
  const numbering = numberingAt(line.text, line.start);
  return numbering === null || numbering.style.id === '①';
}
