import { createHash } from 'node:crypto';
import { branchName, fiscalYear } from './selection.ts';

/** What `--branch` and `--year` fill in where a document does not say. */
export interface GivenScope {
  readonly branch?: string;
  readonly fiscalYear?: number;
}

export const givenScope = ({ branch, year }: { readonly branch?: string; readonly year?: string }): GivenScope => ({
  ...(branch === undefined ? {} : { branch: branchName(branch) }),
  ...(year === undefined ? {} : { fiscalYear: fiscalYear(year) }),
});

/**
 * Equal hashes, equal records: what else a reading depends on (`--branch`, own names, targets on record) stands behind the hash of the
 * content, as `content+context`.
 */
export function recordsHash(contentHash: string, ...context: readonly object[]): string {
  if (context.every((part) => Object.keys(part).length === 0)) return contentHash;
  return `${contentHash}+${createHash('sha256').update(JSON.stringify(context)).digest('hex')}`;
}
