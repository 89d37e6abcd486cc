import { BRANCHES } from '../catalog/branches.ts';
import { FAMILIES, type FamilyId } from '../catalog/families.ts';
import { AREAS, type Area } from '../model/areas.ts';
import { KpiError } from '../model/errors.ts';
import { parseBranch } from '../normalize/branch.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { parseFiscalYear } from '../normalize/fiscal-year.ts';
import type { TargetFilter } from '../store/store.ts';
import { unknown } from './suggest.ts';

const BRANCH = { ja: '支部', en: 'branch' };
const AREA = { ja: '分野', en: 'area' };

/** `熊本`, `熊本支部`, `kumamoto`, `43` → `熊本`. */
export function branchName(word: string): string {
  const branch = parseBranch(word);
  if (branch !== null) return branch.name;
  throw unknown(
    BRANCH,
    word,
    BRANCHES.flatMap(({ name, id }) => [name, id]),
    {
      ja: '熊本、熊本支部、kumamoto、43 のように指定してください。',
      en: 'write 熊本, 熊本支部, kumamoto or 43',
    },
  );
}

/** Several, also with commas between them. Undefined for `all` or nothing: every branch. */
export function branchNames(words: readonly string[] | undefined): string[] | undefined {
  const each = (words ?? []).flatMap((word) => word.split(/[,、，]/)).filter((word) => word.trim() !== '');
  if (each.length === 0 || each.some((word) => /^(?:all|すべて|全て|全支部)$/i.test(word.trim()))) return undefined;
  return [...new Set(each.map(branchName))];
}

/** `2021`, `令和3`, `R3`, `令和3年度` → 2021. */
export function fiscalYear(word: string): number {
  const year = parseFiscalYear(word);
  if (year !== null) return year;
  throw new KpiError({
    ja: `年度「${word}」が読めません。2021、令和3、R3、令和3年度 のように指定してください。`,
    en: `cannot read the year "${word}": write 2021, 令和3, R3 or 令和3年度`,
  });
}

/** `基盤的保険者機能`, or the beginning of one: `戦略`. */
export function areaName(word: string): Area {
  const area = AREAS.find((name) => word !== '' && name.startsWith(word.normalize('NFKC').replace(/(?:関係)?$/, '')));
  if (area !== undefined) return area;
  throw unknown(AREA, word, AREAS, { ja: `分野は ${AREAS.join('、')} です。`, en: AREAS.join(', ') });
}

const FAMILY = { ja: '種別', en: 'family' };

/** `plan`, `事業計画`; nothing when the content is to tell. */
export function familyOption({ family: word }: { readonly family?: string }): { family?: FamilyId } {
  if (word === undefined) return {};
  const found = FAMILIES.find(({ id, name }) => id === word || name.ja === word);
  if (found !== undefined) return { family: found.id };
  const ids = FAMILIES.map(({ id }) => id);
  throw unknown(FAMILY, word, ids, { ja: `種別は ${ids.join('、')} です。`, en: ids.join(', ') });
}

const INDICATOR = { ja: '指標', en: 'indicator' };

/** By id, or by any name that the catalog knows. A part of a name (`ジェネリック`) is not guessed from: those that have it are proposed. */
export function indicatorId(word: string, catalog: Catalog): string {
  const indicator = catalog.byId(word) ?? catalog.resolve(word);
  if (indicator !== null) return indicator.id;
  const named = indicatorsWith(word, catalog);
  if (named.length > 0) throw inNames(word, named);
  throw unknown(
    INDICATOR,
    word,
    catalog.indicators.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
    {
      ja: 'kpi catalog list で一覧を見られます。',
      en: 'see `kpi catalog list`',
    },
  );
}

function indicatorsWith(word: string, { indicators }: Catalog) {
  const part = word.normalize('NFKC').trim();
  if (part.length < 2) return [];
  return indicators.filter(({ id, name, aliases }) => [id, name, ...aliases].some((one) => one.normalize('NFKC').includes(part)));
}

function inNames(word: string, found: readonly { readonly id: string; readonly name: string }[]): KpiError {
  const some = found.slice(0, 6).map(({ id, name }) => `${name} (${id})`);
  const names = found.length > some.length ? [...some, '…'] : some;
  return new KpiError({
    ja: `指標「${word}」はありません。名称に「${word}」を含むもの: ${names.join('、')}`,
    en: `unknown indicator "${word}": those with it in their names are ${names.join(', ')}`,
  });
}

interface FilterOptions {
  readonly branch?: readonly string[];
  readonly year?: readonly string[];
  readonly area?: readonly string[];
  readonly indicator?: readonly string[];
}

/** What is not asked for is not in the filter. */
export function targetFilter(options: FilterOptions, catalog: Catalog): TargetFilter {
  const branches = branchNames(options.branch);
  return {
    ...(branches === undefined ? {} : { branches }),
    ...(options.year === undefined ? {} : { fiscalYears: options.year.map(fiscalYear) }),
    ...(options.area === undefined ? {} : { areas: options.area.map(areaName) }),
    ...(options.indicator === undefined ? {} : { indicators: options.indicator.map((word) => indicatorId(word, catalog)) }),
  };
}
