import { KpiError } from '../model/errors.ts';

export type Encoding = 'utf-8' | 'cp932' | 'euc-jp' | 'iso-2022-jp' | 'utf-16le' | 'utf-16be';

/** What `--encoding` takes, in the order in which a message lists it. Shift_JIS in the wild is always Windows-31J (①, ㈱, 髙). */
const NAMES: readonly (readonly [name: string, encoding: Encoding])[] = [
  ['utf-8', 'utf-8'],
  ['cp932', 'cp932'],
  ['shift_jis', 'cp932'],
  ['sjis', 'cp932'],
  ['windows-31j', 'cp932'],
  ['euc-jp', 'euc-jp'],
  ['iso-2022-jp', 'iso-2022-jp'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
];

/** The same encodings as `TextDecoder` calls them; its Shift_JIS is Windows-31J. */
export const DECODER_LABEL: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

const BYTE_ORDER_MARKS: readonly (readonly [encoding: Encoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** `UTF8`, `Shift-JIS` and `euc_jp` are what people type for `utf-8`, `shift_jis` and `euc-jp`. */
const key = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');

const BY_KEY: ReadonlyMap<string, Encoding> = new Map(NAMES.map(([name, encoding]) => [key(name), encoding]));

/** @throws KpiError when no encoding has that name */
export function encodingNamed(name: string): Encoding {
  const encoding = BY_KEY.get(key(name));
  if (encoding !== undefined) return encoding;
  const known = NAMES.map(([label]) => label).join(', ');
  throw new KpiError({
    ja: `--encoding ${name}: 知らない文字コードです。次のいずれかを指定してください: ${known}`,
    en: `--encoding ${name}: unknown encoding. Use one of: ${known}`,
  });
}

/** The encoding that a byte-order mark announces. */
export function markedEncoding(bytes: Uint8Array): Encoding | null {
  return BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? null;
}

export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}
