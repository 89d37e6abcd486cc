import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check/check.ts';
import { byKind, type CheckContext, type Thresholds } from '../../src/check/context.ts';
import type { Rule } from '../../src/check/rule.ts';
import type { Finding } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const catalog = createCatalog();

interface Options {
  readonly name?: string;
  /** Texts of other papers. */
  readonly known?: readonly string[];
  readonly thresholds?: Thresholds;
}

/** What the rules see of a text, with other texts known. */
export function contextOf(text: string, { name = 'report.txt', known = [], thresholds = {} }: Options = {}): CheckContext {
  const document = documentFromText(name, text);
  const { family, scopes, records } = readPaper(document, { catalog });
  const others = known.flatMap((other, i) => readPaper(documentFromText(`known-${i + 1}.txt`, other), { catalog }).records);
  return { paper: { document, family, scopes, records: byKind(records) }, known: byKind(others), catalog, thresholds };
}

/** All findings, or those of one rule. */
export const findingsIn = (text: string | readonly string[], options: Options & { readonly rules?: readonly Rule[] } = {}): Finding[] =>
  check(contextOf(typeof text === 'string' ? text : text.join('\n'), options), options.rules);

export const fixture = (path: string): string => readFileSync(join('fixtures', path), 'utf8');

/** A finding in a line: where, how grave, which rule. */
export const inShort = ({ rule, severity, source }: Finding): string => `${source.lineStart} ${severity} ${rule}`;

/** The list of an annual report: area, head, and rows of statement lines above their figures. */
export const annual = (...rows: readonly string[]): string =>
  ['令和4年度事業報告書', '', '基盤的保険者機能関係', '', '具体的施策 結果 達成状況', '', ...rows].join('\n');
