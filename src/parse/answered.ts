import { HEADQUARTERS } from '../catalog/branches.ts';
import { CHANGE_FALLS } from '../catalog/phrases.ts';
import { overlap } from './likeness.ts';
import type { RawOwner } from './paper.ts';
import type { CellFigure } from './result-cell.ts';
import type { KpiName } from './row-kpis.ts';
import type { RawStatement } from './statement.ts';
import type { TableColumn } from './table-head.ts';

/** A target of a row, with the column that it stands in. */
export interface RowTarget {
  readonly column: TableColumn | null;
  readonly owner: RawOwner | null;
  readonly statement: RawStatement;
  /** It sets a change (`5％以上削減`); a level in the row is of what changes. */
  readonly change: boolean;
}

/** The target that a column speaks of: the one of its year, and the paper's own before another body's. */
export function answeredBy(column: TableColumn, targets: readonly RowTarget[], columns: readonly TableColumn[]): RowTarget | null {
  const { owner } = column;
  // 判定 without a year judges the result beside it.
  const result = column.kind === 'verdict' ? columns.find(({ kind }) => kind === 'result') : undefined;
  const year = yearOf(owner) ?? yearOf(result?.owner ?? null);
  const others = owner?.branch === HEADQUARTERS ? [] : targets.filter((target) => target.owner?.branch === HEADQUARTERS);
  const own = others.length < targets.length ? targets.filter((target) => !others.includes(target)) : targets;
  if (year !== null) return own.find((target) => (yearOf(target.owner) ?? year) === year) ?? null;
  // Without a year, it speaks of the target that it stands beside.
  const at = columns.indexOf(column);
  return own.findLast((target) => target.column === null || columns.indexOf(target.column) < at) ?? own[0] ?? null;
}

/** `R5` and `令和5年度` are one year. */
export function yearOf(owner: RawOwner | null): string | null {
  const year = owner?.fiscalYear?.normalize('NFKC') ?? null;
  return (
    year
      ?.replace('令和', 'R')
      .replace('平成', 'H')
      .replace('元', '1')
      .replace(/\(.*\)|年度?/g, '') ?? null
  );
}

/** From this likeness on, a figure is called as the KPI is. */
const ALIKE = 0.5;
export const isOwn = (printed: string, { base }: KpiName): boolean => printed === '' || overlap(printed, base) >= ALIKE;

/**
 * The figure as an answer to the target, or null when it is none: `6.1％削減` answers `5％以上削減` and `▲2,700人`, and a level does not answer
 * these. What has risen is below zero where a reduction is counted.
 */
export function answerTo({ statement, change }: RowTarget, figure: CellFigure): Partial<Pick<CellFigure, 'number' | 'unit'>> | null {
  const { promise, name } = statement;
  const unit = promise.kind === 'absolute' ? promise.unit : '';
  // `41支部／47支部` beside `全支部（47支部）`
  if (figure.number === null) return figure.numerator !== null && !['', '%'].includes(unit) ? { number: figure.numerator, unit } : {};
  if (!figure.change) return change ? null : {};
  const signed = promise.kind === 'absolute' && /^[▲+-]/.test(promise.number);
  if (!change && !signed) return null;
  const negative = figure.change.falls !== (change && CHANGE_FALLS.test(name));
  return { number: negative && !figure.number.startsWith('▲') ? `▲${figure.number}` : figure.number };
}
