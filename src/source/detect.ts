import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { DECODER_LABEL, type Encoding } from './encoding.ts';

const ESCAPE = 0x1b;
/** The second byte of the escape sequences of ISO-2022-JP: `ESC $ B`, `ESC ( J`. A coloured log has `ESC [`. */
const DESIGNATIONS: ReadonlySet<number> = new Set([0x24, 0x28]);

/** What encoding-japanese answers; it says UTF16 without the byte order. */
const GUESSES: Readonly<Record<string, 'utf-16' | Encoding>> = {
  UTF8: 'utf-8',
  SJIS: 'cp932',
  EUCJP: 'euc-jp',
  JIS: 'iso-2022-jp',
  UTF16: 'utf-16',
  UTF16LE: 'utf-16le',
  UTF16BE: 'utf-16be',
};

/** The encoding of a text without a byte-order mark; null when nothing fits, as for a binary file. */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  const nul = bytes.includes(0);
  // UTF-16 with NULs in every line break, and ISO-2022-JP, which is all ASCII, are valid UTF-8 too.
  if (!nul && isUtf8(bytes)) return designates(bytes) ? (guess(bytes, ['iso-2022-jp']) ?? 'utf-8') : 'utf-8';
  if (nul) return guess(bytes, ['utf-16le', 'utf-16be']);
  return isDamagedUtf8(bytes) ? 'utf-8' : guess(bytes, ['cp932', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be']);
}

function guess(bytes: Uint8Array, allowed: readonly Encoding[]): Encoding | null {
  // Loaded only here: a UTF-8 file does not pay its 20 ms.
  const japanese: typeof import('encoding-japanese') = createRequire(import.meta.url)('encoding-japanese');
  const answer = GUESSES[String(japanese.detect(bytes))];
  const first = answer === 'utf-16' ? byteOrder(bytes) : answer;
  if (first === undefined || !allowed.includes(first)) return null;
  // A short text can look like another encoding than its own: the first that decodes throughout.
  const fitting = [first, ...allowed.filter((encoding) => !encoding.startsWith('utf-16'))].find((encoding) => decodes(bytes, encoding));
  return fitting ?? first;
}

function designates(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    if (DESIGNATIONS.has(bytes[at + 1] ?? 0)) return true;
  }
  return false;
}

/** In Japanese text the high byte of a UTF-16 unit is 00 (ASCII) or 30 (kana, 、。) far more often than the low one. */
function byteOrder(bytes: Uint8Array): Encoding {
  let little = 0;
  let big = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0 && byte !== 0x30) continue;
    if (at % 2 === 1) little++;
    else big++;
  }
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(DECODER_LABEL[encoding], { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * A UTF-8 file with a broken byte, or cut off in a character, must not be read as Shift_JIS (`縺ゅ＞`). Three-byte characters,
 * which kanji and kana are in UTF-8, come about by chance only now and then in the other encodings.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (const character of new TextDecoder().decode(bytes)) {
    if (character === '\ufffd') broken++;
    else if (character >= '\u0800') whole++;
  }
  return whole >= 2 * broken;
}
