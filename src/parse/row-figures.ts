import { HEAD_YEAR } from '../catalog/tables.ts';
import { type Column, figureColumns } from './columns.ts';
import { type FigureCell, readFigureCell } from './figure-cell.ts';
import type { Previous } from './kpi-row.ts';
import type { TextLine } from './lines.ts';
import { type Run, rawOf, runsOf } from './runs.ts';

/** The figures of a row, each in its column. */
export interface RowFigures {
  readonly target: FigureCell | null;
  readonly previous: readonly Previous[];
  readonly result: FigureCell | null;
  /** 達成度, as printed. */
  readonly attainment: FigureCell | null;
  /** The years that the heads of the target and of the result name: `目標値（令和7年度）`. */
  readonly years: { readonly target: string | null; readonly result: string | null };
}

const YEAR_ALONE = new RegExp(`^\\((${HEAD_YEAR.source})\\)$`);

/** The columns with the years that a second line of the head sets below them: `（令和元年度） （令和７年度） （令和５年度）`. */
export function datedColumns(line: TextLine, columns: readonly Column[]): readonly Column[] | null {
  const years = runsOf(line).map(({ text }) => YEAR_ALONE.exec(text)?.[1] ?? null);
  const figures = figureColumns(columns).map(({ head }) => head);
  if (years.length === 0 || years.length !== figures.length || years.includes(null)) return null;
  return columns.map((column) => {
    const at = figures.indexOf(column.head);
    return at < 0 ? column : { ...column, head: `${column.head}（${years[at]}）` };
  });
}

export function cellOf(run: Run | undefined): FigureCell | null {
  return run ? readFigureCell(rawOf(run), run.text) : null;
}

/** The figures in the order of their columns; the head may leave the column of targets out (`結果 達成状況` over `95% 92.41% 概ね達成`). */
export function assign(figures: readonly Run[], columns: readonly Column[]): RowFigures | null {
  const cells = figures.map(cellOf).filter((cell) => cell !== null);
  const named = figureColumns(columns);
  const usual: Column[] = cells.length === 1 ? [RESULT] : [TARGET, RESULT];
  const order = named.length === cells.length ? named : usual.length === cells.length || cells.length === 0 ? usual : null;
  if (!order) return null;
  const at = (kind: Column['kind']) => cells[order.findIndex((column) => column.kind === kind)] ?? null;
  const previous = order.flatMap(({ kind, head }, index): Previous[] => {
    const cell = cells[index];
    return kind === 'previous' && cell ? [{ label: head, cell }] : [];
  });
  const yearOf = (kind: Column['kind']) => HEAD_YEAR.exec(order.find((column) => column.kind === kind)?.head ?? '')?.groups?.year ?? null;
  const years = { target: yearOf('target'), result: yearOf('result') };
  return { target: at('target'), previous, result: at('result'), attainment: at('attainment'), years };
}

const TARGET: Column = { kind: 'target', head: '目標' };
const RESULT: Column = { kind: 'result', head: '結果' };
