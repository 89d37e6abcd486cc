import { check } from '../../src/check/check.ts';
import { byKind, type CheckContext, type CheckedPaper } from '../../src/check/context.ts';
import type { Finding, KpiRecord } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { type ParseOptions, readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const catalog = createCatalog();

export function paperOf(text: string, name = 'plan.txt', options: Partial<ParseOptions> = {}): CheckedPaper {
  const document = documentFromText(name, text);
  const { family, scopes, records } = readPaper(document, { catalog, ...options });
  return { document, family, scopes, records: byKind(records) };
}

export function contextOf(text: string, known: readonly KpiRecord[] = [], name = 'plan.txt'): CheckContext {
  return { paper: paperOf(text, name), known: byKind(known), catalog };
}

/** What all rules find in a paper, against what other papers say. */
export const findingsIn = (text: string, known: readonly KpiRecord[] = [], name = 'plan.txt'): Finding[] =>
  check(contextOf(text, known, name));

/** `coverage/arithmetic error 8`: rule, severity, first line. */
export const inShort = ({ rule, severity, source }: Finding): string => `${rule} ${severity} ${source.lineStart}`;

/** A plan of 熊本 for FY2021 with these lines. */
export const plan = (...lines: string[]): string => ['令和3年度 事業計画（熊本支部）', '', ...lines].join('\n');

/** A KPI in which there is nothing to find: a plan without any is one finding. */
export const KPI = '■ KPI：サービススタンダードの達成状況を 100％とする';
