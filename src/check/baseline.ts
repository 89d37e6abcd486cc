import type { Finding } from '../model/index.ts';
import { groupBy } from '../source/group-by.ts';
import type { BaselineEntry, BaselineFile } from './config.ts';

/** Which documents were read today, and which rules were asked. */
export interface Asked {
  readonly documents: readonly string[];
  readonly rules: readonly { readonly id: string }[];
}

export interface Compared {
  /** Those that the baseline does not know. */
  readonly findings: Finding[];
  readonly known: number;
  /** Entries that today's reading of the same document by the same rule does not find any more. */
  readonly gone: BaselineEntry[];
  /** Entries of which today says nothing: their document was not read, or their rule not asked. */
  readonly left: BaselineEntry[];
}

/**
 * Today's findings against those of a baseline. One is known where it stood, and where its document was moved to: under another name, while
 * the one of the baseline was not read. A copy of a document beside it is new.
 */
export function compareWithBaseline(findings: readonly Finding[], { findings: entries }: BaselineFile, asked: Asked): Compared {
  const documents = new Set(asked.documents);
  const rules = new Set(asked.rules.map(({ id }) => id));
  const [read, away] = [
    entries.filter(({ document }) => documents.has(document)),
    entries.filter(({ document }) => !documents.has(document)),
  ];
  const here = groupBy(read, keyOf);
  const moved = groupBy(away, ({ id }) => id);
  const take = (group: BaselineEntry[] | undefined) => group?.shift() !== undefined;
  const fresh = findings.filter(({ id = '', source: { document } }) => !take(here.get(keyOf({ id, document }))) && !take(moved.get(id)));
  const unseen = [...here.values()].flat();
  return {
    findings: fresh,
    known: findings.length - fresh.length,
    gone: unseen.filter(({ rule }) => rules.has(rule)),
    left: [...unseen.filter(({ rule }) => !rules.has(rule)), ...[...moved.values()].flat()],
  };
}

const keyOf = ({ id, document }: Pick<BaselineEntry, 'id' | 'document'>): string => `${id} ${document}`;

/** What was left of an earlier baseline, then today's findings in the order of the report: a diff of two baselines shows what came and went. */
export const baselineOf = (left: readonly BaselineEntry[], findings: readonly Finding[]): BaselineFile => ({
  version: 1,
  findings: [
    ...left,
    ...findings.map(({ id = '', rule, branch, fiscalYear, source: { document, quote } }) => ({
      id,
      rule,
      document,
      ...(branch !== undefined && { branch }),
      ...(fiscalYear !== undefined && { fiscalYear }),
      quote,
    })),
  ],
});
