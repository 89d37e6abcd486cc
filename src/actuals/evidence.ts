import type { Decimal, Indicator, Target } from '../model/index.ts';
import { readDone } from '../normalize/done.ts';
import { readFigure } from '../normalize/figure.ts';
import { isAmbiguousPercent } from '../normalize/percent.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { fold } from '../source/fold.ts';

/** What is known of a row's KPI before its figures are read. */
export interface Evidence {
  /** Of the target or the indicator; null when neither is known. */
  readonly expectedUnit: string | null;
  /** Figures in % to which this one can be compared, best evidence first. */
  readonly references: readonly Decimal[];
  /** `words` for 実施 / 未実施, `number`, or `unknown` when no target is known. */
  readonly kind: 'words' | 'number' | 'unknown';
}

const PRINTED_TARGET = /([\d,]+(?:\.\d+)?)\s*([^\d\s()以未超]*)/;

/** From the target on record, else from the cell 目標: `95.0％以上`, `対前年度（0.369%）以上`, `実施`. */
export function targetEvidence(cell: string, target: Target | null, known: Indicator | null): Evidence {
  const printed = PRINTED_TARGET.exec(fold(cell));
  const figure = printed ? readFigure(printed[0]) : null;
  const inCell = figure?.kind === 'number' ? figure : null;
  const expectedUnit = target?.unit ?? inCell?.unit ?? known?.unit ?? null;
  const references = [
    ...(target?.basis === 'absolute' && isPercent(target.unit ?? expectedUnit) ? [target.value] : []),
    ...(inCell && isPercent(inCell.unit) ? [inCell.value] : []),
    ...(target?.baselines ?? []).flatMap(({ value, unit }) => (value && isPercent(unit) ? [value] : [])),
  ];
  if (target) return { expectedUnit, references, kind: target.basis === 'qualitative' ? 'words' : 'number' };
  if (inCell || /前年|平均/.test(cell)) return { expectedUnit, references, kind: 'number' };
  return { expectedUnit, references, kind: readDone(cell.replace(/する$/, '')) === 'done' ? 'words' : 'unknown' };
}

/** The other figure of the row, when it is certainly in %. */
export function sureFigure(cell: string): Decimal[] {
  const figure = readFigure(cell);
  if (figure.kind !== 'number') return [];
  return isPercent(figure.unit) || (figure.unit === null && !isAmbiguousPercent(figure.value)) ? [figure.value] : [];
}

/** `単位`; null when the cell is empty. */
export function unitOfColumn(cell: string): string | null {
  const unit = fold(cell).replace(/\s/g, '');
  if (unit === '') return null;
  return /^(?:%|パーセント|percent)$/i.test(unit) ? '%' : unit;
}

const isPercent = (unit: string | null): boolean => unit !== null && sameUnit(unit, '%');
