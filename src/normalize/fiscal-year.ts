import { ERAS } from '../catalog/eras.ts';

const ERA = new RegExp(`(${ERAS.flatMap((era) => era.names).join('|')})\\.?\\s*(元|\\d{1,2})(?!\\d)`, 'i');
const WESTERN = /(?<!\d)(20\d\d|19\d\d)(?!\d)/;

/**
 * The calendar year in which the fiscal year begins: `2021`, `令和3年度`, `令和 3`, `R3`, `令和元年度`, `H30`, `2020（令和2）年度`.
 * Null when there is none, or when a western year and an era year beside it contradict each other.
 */
export function parseFiscalYear(text: string): number | null {
  const folded = text.normalize('NFKC');
  const era = ERA.exec(folded);
  const first = era && ERAS.find((row) => row.names.includes((era[1] ?? '').toUpperCase()))?.first;
  const fromEra = era && first !== undefined ? (first ?? 0) - 1 + (era[2] === '元' ? 1 : Number(era[2])) : null;
  const western = WESTERN.exec(folded);
  const fromWestern = western ? Number(western[1]) : null;
  if (fromEra !== null && fromWestern !== null && fromEra !== fromWestern) return null;
  return fromWestern ?? fromEra;
}

/** `令和3年度`; the year of an era's first, 元年度. */
export function eraName(fiscalYear: number): string {
  const era = ERAS.find((row) => fiscalYear >= row.first);
  if (!era) return `${fiscalYear}年度`;
  const year = fiscalYear - era.first + 1;
  return `${era.names[0] ?? ''}${year === 1 ? '元' : year}年度`;
}
