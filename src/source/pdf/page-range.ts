import type { KpiError } from '../../model/errors.ts';
import { unreadable } from '../errors.ts';

const PART = /^(\d{1,6})(?:(-)(\d{0,6}))?$/;

/**
 * The page numbers that `--pages` names, ascending: `3-10`, `5`, `1,4-6`, `8-`.
 * @throws KpiError when it names none of the document
 */
export function pagesNamed(name: string, ranges: string | undefined, count: number): number[] {
  if (ranges === undefined) return Array.from({ length: count }, (_, i) => i + 1);
  const wanted = new Set<number>();
  for (const part of ranges.split(',')) {
    const [, first, to, last] = PART.exec(part.trim()) ?? [];
    if (first === undefined) throw notPages(name, ranges);
    const end = to === undefined ? Number(first) : last === '' ? count : Number(last);
    if (Number(first) < 1 || end < Number(first)) throw notPages(name, ranges);
    for (let page = Number(first); page <= Math.min(end, count); page++) wanted.add(page);
  }
  if (wanted.size === 0) throw noSuchPage(name, ranges, count);
  return [...wanted].sort((a, b) => a - b);
}

function notPages(name: string, ranges: string): KpiError {
  return unreadable(name, {
    ja: `--pages 「${ranges}」はページの範囲ではありません。3-10 や 1,4-6 のように指定してください。`,
    en: `--pages "${ranges}" is no range of pages. Give it as 3-10 or 1,4-6.`,
  });
}

function noSuchPage(name: string, ranges: string, count: number): KpiError {
  return unreadable(name, {
    ja: `--pages ${ranges} にあたるページがありません（全 ${count} ページ）。`,
    en: `it has no page ${ranges}, only ${count}. Give other pages with --pages.`,
  });
}
