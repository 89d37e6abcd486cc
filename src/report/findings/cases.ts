import type { Finding } from '../../model/index.ts';
import { groupBy } from '../../source/group-by.ts';
import type { FindingsContext } from './formatter.ts';

/** A document as a suite of tests. */
export interface Suite {
  readonly document: string;
  /** Empty where nothing was found: such a document is one test that passed. */
  readonly findings: readonly Finding[];
}

/** Where a reader could disagree nothing has failed. */
export const hasFailed = ({ severity }: Pick<Finding, 'severity'>): boolean => severity !== 'note';

export function suitesOf(findings: readonly Finding[], { documents }: Pick<FindingsContext, 'documents'>): Suite[] {
  const found = groupBy(findings, ({ source }) => source.document);
  return documents.map((document) => ({ document, findings: found.get(document) ?? [] }));
}
