import type { KpiError } from '../model/errors.ts';
import { unreadable } from './errors.ts';
import type { Signature } from './signature.ts';

const MEGABYTE = 1024 * 1024;

/** Without `--max-bytes`. The plans of all 47 branches are 1 MB of text; a PDF or Office file may be full of pictures. */
export const MAX_TEXT = 32 * MEGABYTE;
/** For who holds one paper of a text at a time. */
export const MAX_LONG_TEXT = 128 * MEGABYTE;
export const MAX_BYTES = 256 * MEGABYTE;
/** What an Office file may unpack to, over all of its parts that are read. */
export const MAX_UNPACKED = 64 * MEGABYTE;

/** A whole plan without a line break has 20 thousand characters. */
export const MAX_LINE = 16_000_000;
/** A file of all plans of many years has three million. */
export const MAX_LINES = 5_000_000;

export const limitOf = (signature: Signature | null, maxText = MAX_TEXT): number => (signature === null ? maxText : MAX_BYTES);

export function tooLarge(where: string, maxBytes: number): KpiError {
  const limit = sizeText(maxBytes);
  return unreadable(where, {
    ja: `大きすぎます（上限 ${limit}）。分けて指定するか、--max-bytes で上限を上げてください。`,
    en: `too large (the limit is ${limit}). Split it, or raise the limit with --max-bytes.`,
  });
}

export function lineTooLong(where: string, line: number): KpiError {
  return unreadable(where, {
    ja: `${line} 行目が長すぎます（上限 ${MAX_LINE / 1_000_000} 百万字）。改行が失われていないか確かめてください。`,
    en: `line ${line} is too long (the limit is ${MAX_LINE / 1_000_000} million characters). Check that its line breaks are not lost.`,
  });
}

export function tooManyLines(where: string, most: number): KpiError {
  return unreadable(where, {
    ja: `行が多すぎます（上限 ${most.toLocaleString('en')} 行）。分けて指定してください。`,
    en: `too many lines (the limit is ${most.toLocaleString('en')}). Split it.`,
  });
}

export function unpacksTooLarge(where: string, maxBytes: number): KpiError {
  const limit = sizeText(maxBytes);
  return unreadable(where, {
    ja: `展開すると大きすぎます（上限 ${limit}）。圧縮爆弾でないことを確かめてから、--max-bytes で上限を上げてください。`,
    en: `too large when unpacked (the limit is ${limit}). If you are sure that it is no zip bomb, raise the limit with --max-bytes.`,
  });
}

function sizeText(bytes: number): string {
  const megabytes = bytes / MEGABYTE;
  return Number.isInteger(megabytes) ? `${megabytes} MB` : `${bytes.toLocaleString('en')} bytes`;
}
