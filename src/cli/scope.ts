import { createHash } from 'node:crypto';
import type { Indicator } from '../model/index.ts';
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

/** Equal hashes, equal records: what was given beside the content counts with it. */
export function recordsHash(contentHash: string, given: GivenScope, own: readonly Indicator[]): string {
  if (Object.keys(given).length === 0 && own.length === 0) return contentHash;
  return createHash('sha256')
    .update(contentHash)
    .update(JSON.stringify([given, own]))
    .digest('hex');
}
