import { fold } from '../source/fold.ts';
import { parseFiscalYear } from './fiscal-year.ts';

const MARCH = 12;

/**
 * How far into the fiscal year a figure reaches, as the number of its months from April: `9月末` is 6, `3月末` and a figure without a
 * date are 12 (the whole year). Of several months the last counts: `平成30年4月～31年3月受診分`. Null when the text names none.
 */
export function monthsCovered(asOf: string | null): number | null {
  if (asOf === null || asOf.trim() === '') return MARCH;
  const text = fold(asOf);
  const month = [...text.matchAll(/(\d{1,2})\s*月/g)].at(-1)?.[1] ?? /\d{2,4}[./-](\d{1,2})(?:[./-]\d{1,2})?(?!\d)/.exec(text)?.[1];
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? ((Number(month) + 8) % 12) + 1 : null;
  if (/年度末|通期|通年|年間|確定|full year|year[- ]?end/i.test(text)) return MARCH;
  if (/上期|上半期|前期|first half|h1/i.test(text)) return 6;
  if (/下期|下半期|後期|second half|h2/i.test(text)) return MARCH;
  const named = parseFiscalYear(text) !== null || (/[前昨]年度/.test(text) && !/同期|同月/.test(text));
  return named && /年度/.test(text) ? MARCH : null;
}

/** A mid-year figure (`9月末`) is not the year's result. */
export function isFullYear(asOf: string | null): boolean {
  return monthsCovered(asOf) === MARCH;
}

/**
 * The fiscal year to which a label belongs: `令和2年度見込み` and `令和2年9月末` 2020, `令和3年1月末` 2020 too, `前年度` the year before
 * `fiscalYear`. Null when it names none.
 */
export function fiscalYearOfLabel(label: string, fiscalYear: number): number | null {
  const text = fold(label);
  const named = /(?:(?:令和|平成|R|H)\.?\s*(?:元|\d{1,2})|20\d\d(?:\s*[(（][^)）]*[)）])?)\s*年?\s*度/i.exec(text);
  if (named) return parseFiscalYear(named[0]);
  if (/前年|昨年/.test(text)) return fiscalYear - 1;
  const year = parseFiscalYear(text);
  const month = /(\d{1,2})\s*月/.exec(text);
  return year !== null && month && Number(month[1]) <= 3 ? year - 1 : year;
}
