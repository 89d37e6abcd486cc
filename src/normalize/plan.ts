import { createHash } from 'node:crypto';
import { type Coverage, type Finding, type Indicator, KpiError, type KpiRecord, type Source, type Target } from '../model/index.ts';
import type { CoverageRow } from '../parse/coverage.ts';
import { type TextLine, textLines } from '../parse/lines.ts';
import { type PlanText, readPlanText } from '../parse/plan.ts';
import { type Scope, scopes } from '../parse/scope.ts';
import type { RawStatement } from '../parse/statement.ts';
import type { Document } from '../source/document.ts';
import { furniture } from '../source/furniture.ts';
import { parseBranch } from './branch.ts';
import { type Catalog, indicatorKey } from './catalog.ts';
import { parseFiscalYear } from './fiscal-year.ts';
import { Measures } from './measure.ts';
import { baselineOf, meaningOf, numberOf } from './target.ts';

export interface ParseOptions {
  readonly catalog: Catalog;
  /** For a document that does not say whose it is. */
  readonly branch?: string | undefined;
  readonly fiscalYear?: number | undefined;
}

export interface Reading {
  readonly family: 'plan';
  /** Targets, coverage and findings, in the order of the document. */
  readonly records: readonly KpiRecord[];
  readonly markers: number;
  readonly scopes: readonly { readonly branch: string; readonly fiscalYear: number }[];
}

type Likeness = Map<Indicator, Map<string, number>>;

interface Owner {
  readonly branch: string;
  readonly branchId: string;
  readonly fiscalYear: number;
  readonly document: string;
}

/**
 * Reads a plan (事業計画), or a file of many, into records.
 * @throws KpiError when neither the document nor the options say for which branch and fiscal year it speaks
 */
export function readPlan(document: Document, options: ParseOptions): Reading {
  const found: KpiRecord[] = [];
  const owners: Owner[] = [];
  const likeness: Likeness = new Map();
  let markers = 0;
  const knows = (name: string) => options.catalog.resolve(name) !== null;
  for (const scope of scopes(textLines(document, furniture(document)))) {
    const owner = ownerOf(scope, document, options);
    const text = readPlanText(scope.lines, knows);
    owners.push(owner);
    markers += text.markers;
    found.push(...recordsOf(text, owner, options.catalog, likeness));
  }
  if (!found.some((record) => record.type === 'target')) found.push(nothingFound(document));
  return { family: 'plan', records: found, markers, scopes: owners.map(({ branch, fiscalYear }) => ({ branch, fiscalYear })) };
}

function ownerOf(scope: Scope, document: Document, options: ParseOptions): Owner {
  const branch = parseBranch(scope.branch ?? options.branch ?? '');
  const fiscalYear = (scope.fiscalYear === null ? null : parseFiscalYear(scope.fiscalYear)) ?? options.fiscalYear ?? null;
  if (branch && fiscalYear !== null) return { branch: branch.name, branchId: branch.id, fiscalYear, document: document.name };
  const missing = [branch ? null : 'branch', fiscalYear === null ? 'year' : null].filter((part) => part !== null);
  throw new KpiError({
    ja: `${document.name}: ${missing.map((part) => (part === 'branch' ? '支部' : '年度')).join('と')}が本文から読み取れません。${missing.map((part) => (part === 'branch' ? '--branch 熊本' : '--year 2021')).join(' ')} のように指定してください。`,
    en: `${document.name}: the text does not say its ${missing.join(' or ')}. Give ${missing.map((part) => (part === 'branch' ? '--branch 熊本' : '--year 2021')).join(' and ')}.`,
  });
}

function recordsOf(text: PlanText, owner: Owner, catalog: Catalog, likeness: Likeness): KpiRecord[] {
  const records: KpiRecord[] = [
    ...targetsOf(text, owner, catalog, likeness),
    ...text.coverage.map((row) => coverageOf(row, owner)),
    ...text.unread.map((lines) => unread(lines, owner)),
  ];
  return records.sort((a, b) => a.source.lineStart - b.source.lineStart);
}

function targetsOf(text: PlanText, owner: Owner, catalog: Catalog, likeness: Likeness): Target[] {
  const measures = new Measures(text.headings, likeness);
  const ids = new Map<string, number>();
  const idOf = new Map<RawStatement, string>();
  const bodies = new Map<string, string>();
  return text.statements.map((placed) => {
    const { statement } = placed;
    const indicator = (statement.group && catalog.resolve(`${statement.group}の${statement.name}`)) || catalog.resolve(statement.name);
    const key = indicator?.id ?? shortHash(indicatorKey(statement.name));
    const base = `${owner.branchId}-${owner.fiscalYear}-${key}`;
    const count = (ids.get(base) ?? 0) + 1;
    ids.set(base, count);
    const id = count === 1 ? base : `${base}~${count}`;
    idOf.set(statement, id);
    const duplicateOf = placed.appendix ? (bodies.get(key) ?? null) : null;
    if (!placed.appendix && !bodies.has(key)) bodies.set(key, id);
    const place = measures.place(placed.heading, indicator);
    return {
      type: 'target',
      id,
      branch: owner.branch,
      fiscalYear: owner.fiscalYear,
      area: place.area,
      measure: place.measure,
      outline: [...place.outline],
      indicator: indicator?.id ?? null,
      name: statement.name,
      marker: statement.mark,
      role: statement.role,
      parentId: statement.parent ? (idOf.get(statement.parent) ?? null) : null,
      ...meaningOf(statement.promise),
      baselines: statement.baselines.map(baselineOf),
      conditions: statement.conditions.map((condition) => ({ text: condition })),
      duplicateOf,
      source: sourceOf(statement.lines, owner),
    };
  });
}

function coverageOf(row: CoverageRow, owner: Owner): Coverage {
  const number = (text: string | null) => (text === null ? null : numberOf(text));
  return {
    type: 'coverage',
    branch: owner.branch,
    fiscalYear: owner.fiscalYear,
    name: row.name,
    group: row.group,
    population: number(row.population),
    planned: number(row.planned),
    rate: number(row.rate),
    source: sourceOf(row.lines, owner),
  };
}

function unread(lines: readonly TextLine[], owner: Owner): Finding {
  const source = sourceOf(lines, owner);
  return {
    type: 'finding',
    rule: 'target/unread',
    severity: 'warning',
    message: {
      ja: `KPIの標示がありますが、目標を読み取れませんでした：「${source.quote}」`,
      en: `A KPI marker stands here, but no target could be read: “${source.quote}”`,
    },
    source,
  };
}

/** A paper without a single target is not read in silence. */
function nothingFound(document: Document): Finding {
  const first = document.pages[0];
  const line = first?.lines.find(({ text }) => text.trim() !== '');
  return {
    type: 'finding',
    rule: 'document/no-target',
    severity: 'warning',
    message: {
      ja: 'KPIの目標が一つも見つかりませんでした。事業計画の本文かどうかを確かめてください。',
      en: 'Not a single KPI target was found. Check that this is the text of a plan.',
    },
    source: {
      document: document.name,
      page: first?.number ?? 1,
      lineStart: line?.number ?? 1,
      lineEnd: line?.number ?? 1,
      quote: line?.text.trim() ?? '',
    },
  };
}

function sourceOf(lines: readonly TextLine[], owner: Owner): Source {
  const first = lines[0];
  const last = lines.at(-1);
  return {
    document: owner.document,
    page: first?.page ?? 1,
    lineStart: first?.number ?? 1,
    lineEnd: last?.number ?? first?.number ?? 1,
    quote: lines.map((line) => line.raw.trim()).join('\n'),
  };
}

/** For an indicator that the catalog does not know: six hexadecimal digits of its folded name. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
