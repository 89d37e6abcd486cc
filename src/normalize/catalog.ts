import { BRANCHES } from '../catalog/branches.ts';
import { INDICATORS } from '../catalog/indicators.ts';
import type { Indicator } from '../model/index.ts';

/** The indicators that a run knows: the built-in ones and the user's own. */
export interface Catalog {
  readonly indicators: readonly Indicator[];
  /** The indicator with exactly this name or alias, compared folded; null when no name fits. */
  resolve(name: string): Indicator | null;
  byId(id: string): Indicator | null;
}

const BRANCH_NAME = new RegExp(`^(?:協会けんぽ)?(?:${BRANCHES.map((branch) => branch.name).join('|')})支部(?:の|における)|^(?:当)?支部の`);
/** `令和3年度末時点の…`, `年度末における…`: when the figure is taken is no part of what it measures. */
const REFERENCE_DATE = /^(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度?)?(?:\d{1,2}月)?(?:診療分|年度末|末)?(?:時点)?(?:の|における|で)/;

/** Names that differ only in width, spaces, punctuation, footnote signs or the branch's own name fold to one key. */
export function indicatorKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\(※[^()]*\)|※\d*/g, '')
    .replace(/\s/g, '')
    .replace(BRANCH_NAME, '')
    .replace(REFERENCE_DATE, '')
    .replace(/\([^()]*医科[^()]*\)$|\([^()]*の合計\)$/, '')
    .replace(/を?(?:実施|行)(?:する|う)?。?$/, '')
    .replace(/[かカヶケ箇ヵ](?=月|所)/g, 'か')
    .replace(/[、。,.・「」『』【】〔〕[\]()<>《》:]/g, '');
  return plain === '' ? name : plain;
}

/** @param own the user's own indicators; their names win over built-in ones, and the same id extends the built-in one's aliases */
export function createCatalog(own: readonly Indicator[] = []): Catalog {
  const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
  for (const indicator of own) {
    const known = byId.get(indicator.id);
    byId.set(indicator.id, known ? { ...known, ...indicator, aliases: [...known.aliases, known.name, ...indicator.aliases] } : indicator);
  }
  const byKey = new Map<string, Indicator>();
  const add = (indicator: Indicator) => {
    for (const name of [indicator.name, ...indicator.aliases]) byKey.set(indicatorKey(name), indicator);
  };
  for (const indicator of byId.values()) add(indicator);
  for (const { id } of own) {
    const indicator = byId.get(id);
    if (indicator) add(indicator);
  }
  const resolved = new Map<string, Indicator | null>();
  const resolve = (name: string): Indicator | null => {
    let indicator = resolved.get(name);
    if (indicator === undefined) {
      indicator = byKey.get(indicatorKey(name)) ?? null;
      if (resolved.size < 10_000) resolved.set(name, indicator);
    }
    return indicator;
  };
  return {
    indicators: [...byId.values()],
    resolve,
    byId: (id) => byId.get(id) ?? null,
  };
}
