import type { KpiError } from '../model/errors.ts';
import { unreadable } from './errors.ts';

/** Without `--max-bytes`. A string in Node holds no more than 512 M characters; a document is a few MB. */
export const MAX_BYTES = 256 * 1024 * 1024;

export function tooLarge(where: string, maxBytes: number): KpiError {
  const limit = sizeText(maxBytes);
  return unreadable(where, {
    ja: `大きすぎます（上限 ${limit}）。分けて指定するか、--max-bytes で上限を上げてください。`,
    en: `too large (the limit is ${limit}). Split it, or raise the limit with --max-bytes.`,
  });
}

function sizeText(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return Number.isInteger(megabytes) ? `${megabytes} MB` : `${bytes.toLocaleString('en')} bytes`;
}
