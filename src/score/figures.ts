import type { Actual, Decimal, TargetOrigin, Text } from '../model/index.ts';
import type { Counts } from '../normalize/figure.ts';
import { percentOf } from '../normalize/percent.ts';

/** A figure that can be compared: a result, or what a target comes to. */
export interface Figure {
  readonly value: Decimal;
  readonly unit: string | null;
  /** What it was computed from, where both counts are on record. */
  readonly counts: Counts | null;
}

/** A figure of an earlier year, and where it stands. */
export interface EarlierFigure extends Figure {
  readonly from: Exclude<TargetOrigin, 'plan' | null>;
  readonly fullYear: boolean;
  /** `2020年度の実績 0.369％（actuals-2020.csv 12行目）` */
  readonly says: Text;
}

/** @param scale digits of a rate that only its counts are printed of: `907件／96,681件` */
export function figureOf(actual: Actual, scale = 2): Figure | null {
  const counts = countsOf(actual);
  if (actual.value !== null) return { value: actual.value, unit: actual.unit, counts };
  if (!counts || counts.denominator.isZero) return null;
  return { value: percentOf(counts.numerator, counts.denominator, scale), unit: '%', counts };
}

export const countsOf = ({ numerator, denominator }: Actual): Counts | null =>
  numerator && denominator ? { numerator, denominator } : null;

/** `1,850事業所`, `96.1％` in Japanese; `1,850 事業所`, `96.1%` in English. */
export function quantity({ value, unit }: { readonly value: Decimal; readonly unit: string | null }): Text {
  const digits = value.text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  if (unit === null) return { ja: digits, en: digits };
  return unit === '%' ? { ja: `${digits}％`, en: `${digits}%` } : { ja: digits + unit, en: `${digits} ${unit}` };
}

export const fiscalYearName = (fiscalYear: number): Text => ({ ja: `${fiscalYear}年度`, en: `FY${fiscalYear}` });

/** `plan.txt 21870行目`, `plan.txt, line 21870`; in a PDF `plan.pdf 3ページ12行目`, `plan.pdf, page 3, line 12` */
export function place({ document, page, lineStart }: Actual['source']): Text {
  const [ja, en] = /\.pdf$/i.test(document) ? [`${page}ページ`, `page ${page}, `] : ['', ''];
  return { ja: `${document} ${ja}${lineStart}行目`, en: `${document}, ${en}line ${lineStart}` };
}
