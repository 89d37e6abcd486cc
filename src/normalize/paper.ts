import { FAMILIES, type FamilyId } from '../catalog/families.ts';
import { type Finding, KpiError, type KpiRecord } from '../model/index.ts';
import { familyOf, READERS } from '../parse/families.ts';
import { type TextLine, textLines } from '../parse/lines.ts';
import type { Paper } from '../parse/paper.ts';
import { joinRows } from '../parse/ruled-tables.ts';
import { type Scope, scopes } from '../parse/scope.ts';
import type { Document } from '../source/document.ts';
import { furniture } from '../source/furniture.ts';
import { type Layout, layoutOf } from '../source/layout.ts';
import { textOf } from '../source/text.ts';
import { parseBranch } from './branch.ts';
import type { Catalog } from './catalog.ts';
import { contradictedScope, type Said } from './contradicted.ts';
import { parseFiscalYear } from './fiscal-year.ts';
import { byPlace, type Likeness, type Owner, sourceOf } from './owner.ts';
import { recordsOf } from './records.ts';

/** Lines among which a paper says whose it is. */
const HEAD = 60;
/** Lines of a text that are held; of a longer one, so many at a time and those of one scope. The plans of all 47 branches have half as many. */
const LONG = 50_000;

export interface ParseOptions {
  readonly catalog: Catalog;
  /** Told from the content when not given. */
  readonly family?: FamilyId | undefined;
  /** For a document that does not say whose it is. */
  readonly branch?: string | undefined;
  readonly fiscalYear?: number | undefined;
}

export interface Reading {
  readonly family: FamilyId;
  /** In the order of the document. */
  readonly records: readonly KpiRecord[];
  /** KPI markers in the text; each ended in a target or in a finding that quotes it. */
  readonly markers: number;
  readonly scopes: readonly { readonly branch: string; readonly fiscalYear: number }[];
  /** The scopes again, with their places. */
  readonly stretches: readonly Stretch[];
}

/** For whom and which year a stretch of the paper speaks, and where it begins. */
export interface Stretch {
  readonly branch: string;
  readonly fiscalYear: number;
  readonly page: number;
  readonly line: number;
}

/** A paper whose scopes are known and whose records are still to be read. */
export interface OpenPaper extends Omit<Reading, 'records' | 'markers'> {
  /** Of one scope after the other, in the order of the document. */
  portions(): Generator<Portion>;
}

export type Portion = Pick<Reading, 'records' | 'markers'>;

/**
 * Reads a paper, or a file of many, into records.
 * @throws KpiError when neither the document nor the options say for which branch and fiscal year it speaks
 */
export function readPaper(document: Document, options: ParseOptions): Reading {
  const { portions, ...paper } = openPaper(document, options);
  const all = [...portions()];
  return { ...paper, records: all.flatMap(({ records }) => records), markers: all.reduce((sum, { markers }) => sum + markers, 0) };
}

/** The same, scope by scope: of a long text with many papers only one is held. */
export function openPaper(document: Document, options: ParseOptions): OpenPaper {
  const layout = layoutOf(document);
  const isLong = textOf(document) !== null && layout.length > LONG;
  const skipped = furniture(layout);
  const blocks = again(isLong, () => linesOf(document.name, layout, skipped, isLong ? LONG : layout.length));
  const family = options.family ?? familyOf(firstOf(blocks) ?? []);
  const all = again(isLong, () => scopes(document.name, blocks));
  const owned = Array.from(all, (scope) => ownedScope(scope, document, family, options));
  return {
    family,
    scopes: owned.map(({ owner: { branch, fiscalYear } }) => ({ branch, fiscalYear })),
    stretches: owned.map(({ stretch }) => stretch),
    *portions() {
      const read = scopeReader(family, owned, options);
      let found = false;
      let index = 0;
      for (const scope of all) {
        const portion = read(scope, index++);
        found ||= portion.records.some(({ type }) => type === 'target' || type === 'actual');
        yield portion;
      }
      if (!found) yield { records: [nothingFound(document, layout)], markers: 0 };
    },
  };
}

/** What can be gone through more than once: made anew each time, or made once and held. */
function again<Item>(anew: boolean, make: () => Generator<Item>): Iterable<Item> {
  return anew ? { [Symbol.iterator]: make } : [...make()];
}

function firstOf<Item>(items: Iterable<Item>): Item | undefined {
  for (const item of items) return item;
  return undefined;
}

function* linesOf(...text: Parameters<typeof textLines>): Generator<readonly TextLine[]> {
  for (const lines of textLines(...text)) yield joinRows(lines);
}

/** What is known of a scope before it is read. */
interface OwnedScope {
  readonly owner: Owner;
  readonly said: Said;
  readonly stretch: Stretch;
}

function ownedScope(scope: Scope, document: Document, family: FamilyId, options: ParseOptions): OwnedScope {
  const owner = ownerOf(scope, document, family, options);
  const { branch, fiscalYear } = owner;
  const [line] = scope.lines;
  return {
    owner,
    said: { branch, fiscalYear, source: sourceOf(titleOf(scope), document.name) },
    stretch: { branch, fiscalYear, page: line?.page ?? 1, line: line?.onPage ?? line?.number ?? 1 },
  };
}

function scopeReader(family: FamilyId, owned: readonly OwnedScope[], options: ParseOptions): (scope: Scope, index: number) => Portion {
  const { catalog } = options;
  const knows = (name: string) => catalog.resolve(name) !== null;
  const likeness: Likeness = new Map();
  const contradicted = contradictedScope(
    owned.map(({ said }) => said),
    options,
  );
  return ({ lines }, index) => {
    const own = owned[index];
    if (!own) return { records: [], markers: 0 };
    const paper: Paper = READERS[family](lines, knows, catalog.resolve);
    const here = contradicted.filter(({ source }) => source === own.said.source);
    return { records: [...here, ...recordsOf(paper, own.owner, catalog, likeness)].sort(byPlace), markers: paper.markers };
  };
}

/** Where a paper says whose it is, else where it begins. */
function titleOf({ branch, fiscalYear, lines }: Scope): readonly TextLine[] {
  const says = (word: string | null) => lines.slice(0, HEAD).find(({ text }) => word !== null && text.replaceAll(' ', '').includes(word));
  const line = says(branch) ?? says(fiscalYear) ?? lines[0];
  return line ? [line] : [];
}

function ownerOf(scope: Scope, document: Document, family: FamilyId, options: ParseOptions): Owner {
  const usual = FAMILIES.find(({ id }) => id === family)?.branch;
  // An annual report is the headquarters', unless its title names another body: 独立行政法人 南方研究機構 is not 本部.
  const named = usual === undefined ? (scope.mentioned ?? scope.body) : (scope.body ?? usual);
  const branch = parseBranch(scope.branch ?? options.branch ?? named ?? '');
  const fiscalYear = (scope.fiscalYear === null ? null : parseFiscalYear(scope.fiscalYear)) ?? options.fiscalYear ?? null;
  if (branch && fiscalYear !== null) return { branch: branch.name, branchId: branch.id, fiscalYear, document: document.name };
  const missing = [
    ...(branch ? [] : [{ ja: '支部', en: 'branch', option: '--branch 熊本' }]),
    ...(fiscalYear === null ? [{ ja: '年度', en: 'fiscal year', option: '--year 2021' }] : []),
  ];
  const given = missing.map(({ option }) => option).join(' ');
  throw new KpiError({
    ja: `${document.name}: ${missing.map(({ ja }) => ja).join('と')}が本文から読み取れません。${given} のように指定してください。`,
    en: `${document.name}: the text does not say its ${missing.map(({ en }) => en).join(' or ')}. Say it, as in: ${given}`,
  });
}

/** A paper without a single target or result is not read in silence. */
function nothingFound(document: Document, layout: Layout): Finding {
  const line = layout.line(0);
  const number = line?.onPage ?? line?.number ?? 1;
  return {
    type: 'finding',
    rule: 'document/no-target',
    severity: 'warning',
    message: {
      ja: 'KPIの目標も実績も見つかりませんでした。事業計画や実績報告の本文かどうかを確かめてください。',
      en: 'No KPI target or result was found. Check that this is the text of a plan or a report.',
    },
    source: { document: document.name, page: layout.page(0) ?? 1, lineStart: number, lineEnd: number, quote: line?.text.trim() ?? '' },
  };
}
