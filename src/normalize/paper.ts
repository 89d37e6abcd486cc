import { FAMILIES, type FamilyId } from '../catalog/families.ts';
import { type Finding, KpiError, type KpiRecord } from '../model/index.ts';
import { familyOf, READERS } from '../parse/families.ts';
import { type TextLine, textLines } from '../parse/lines.ts';
import type { Paper } from '../parse/paper.ts';
import { joinRows } from '../parse/ruled-tables.ts';
import { type Scope, scopes } from '../parse/scope.ts';
import type { Document } from '../source/document.ts';
import { furniture } from '../source/furniture.ts';
import { parseBranch } from './branch.ts';
import type { Catalog } from './catalog.ts';
import { contradictedScope, type Said } from './contradicted.ts';
import { parseFiscalYear } from './fiscal-year.ts';
import { type Likeness, type Owner, sourceOf } from './owner.ts';
import { recordsOf } from './records.ts';

/** Lines among which a paper says whose it is. */
const HEAD = 60;

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

/**
 * Reads a paper, or a file of many, into records.
 * @throws KpiError when neither the document nor the options say for which branch and fiscal year it speaks
 */
export function readPaper(document: Document, options: ParseOptions): Reading {
  const lines = joinRows(textLines(document, furniture(document)));
  const family = options.family ?? familyOf(lines);
  const knows = (name: string) => options.catalog.resolve(name) !== null;
  const likeness: Likeness = new Map();
  const records: KpiRecord[] = [];
  const said: Said[] = [];
  const stretches: Stretch[] = [];
  let markers = 0;
  for (const scope of scopes(lines)) {
    const owner = ownerOf(scope, document, family, options);
    const paper: Paper = READERS[family](scope.lines, knows, options.catalog.resolve);
    said.push({ ...owner, source: sourceOf(titleOf(scope), document.name) });
    stretches.push({
      branch: owner.branch,
      fiscalYear: owner.fiscalYear,
      page: scope.lines[0]?.page ?? 1,
      line: scope.lines[0]?.number ?? 1,
    });
    markers += paper.markers;
    for (const record of recordsOf(paper, owner, options.catalog, likeness)) records.push(record);
  }
  records.unshift(...contradictedScope(said, options));
  if (!records.some((record) => record.type === 'target' || record.type === 'actual')) records.push(nothingFound(document));
  return { family, records, markers, scopes: said.map(({ branch, fiscalYear }) => ({ branch, fiscalYear })), stretches };
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
function nothingFound(document: Document): Finding {
  const first = document.pages[0];
  const line = first?.lines.find(({ text }) => text.trim() !== '');
  const number = line?.onPage ?? line?.number ?? 1;
  return {
    type: 'finding',
    rule: 'document/no-target',
    severity: 'warning',
    message: {
      ja: 'KPIの目標も実績も見つかりませんでした。事業計画や実績報告の本文かどうかを確かめてください。',
      en: 'No KPI target or result was found. Check that this is the text of a plan or a report.',
    },
    source: { document: document.name, page: first?.number ?? 1, lineStart: number, lineEnd: number, quote: line?.text.trim() ?? '' },
  };
}
