import { isUtf8, transcode } from 'node:buffer';
import type { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { detectEncoding } from './detect.ts';
import { DECODER_LABEL, type Encoding, encodingNamed, markedEncoding, startsWith } from './encoding.ts';
import { unreadable } from './errors.ts';

const OFFICE: Text = {
  ja: 'Office ファイル（Excel・Word など）はまだ読めません。テキストとして保存したファイルを指定してください。',
  en: 'Office files (Excel, Word and the like) are not read yet. Give the text of it: save it as plain text first.',
};

/** Files that people have at hand and that are no text. */
const NOT_TEXT: readonly (readonly [signature: readonly number[], why: Text])[] = [
  [
    [0x25, 0x50, 0x44, 0x46], // %PDF
    {
      ja: 'PDF はまだ読めません。PDF から取り出したテキストのファイルを指定してください。',
      en: 'PDF files are not read yet. Give the text of it: extract it to a text file first.',
    },
  ],
  [[0x50, 0x4b, 0x03, 0x04], OFFICE], // PK: .xlsx, .docx, .zip
  [[0x50, 0x4b, 0x05, 0x06], OFFICE], // PK: an empty archive
  [[0xd0, 0xcf, 0x11, 0xe0], OFFICE], // .xls, .doc
];

const BINARY: Text = {
  ja: 'テキストではありません（NUL バイトがあります）。テキストのファイルを指定してください。',
  en: 'not a text file (it has NUL bytes). Give a text file.',
};

/**
 * The text of a file, without its byte-order mark. `encoding` is what the user named, if anything; `where` is the file, for messages.
 * @throws KpiError when the bytes are no text, or not text in that encoding
 */
export function decodeText(bytes: Uint8Array, encoding: string | undefined, where: string): { text: string; encoding: Encoding } {
  const named = encoding === undefined ? null : encodingNamed(encoding);
  const reason = NOT_TEXT.find(([signature]) => startsWith(bytes, signature))?.[1];
  if (reason) throw unreadable(where, reason);
  const marked = markedEncoding(bytes);
  if (named && marked && named !== marked) throw contradicted(where, named, marked);
  const found = named ?? marked ?? detectEncoding(bytes);
  if (!found) throw unreadable(where, bytes.includes(0) ? BINARY : unknownEncoding());
  const text = decode(bytes, found);
  if (text === null) throw undecodable(where, found, firstBadByte(bytes, found));
  if (text.includes('\0')) throw unreadable(where, BINARY);
  if (text.trim() === '') throw unreadable(where, EMPTY);
  return { text, encoding: found };
}

const EMPTY: Text = {
  ja: '中身がありません（空のファイルです）。別のファイルを指定してください。',
  en: 'the file is empty. Give another file.',
};

/** Null when a byte does not fit. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  // Five times as fast as TextDecoder on Japanese text in Node 20: 1 ms for 1 MB.
  if (encoding === 'utf-8') return isUtf8(bytes) ? withoutMark(transcode(bytes, 'utf8', 'utf16le').toString('utf16le')) : null;
  try {
    return new TextDecoder(DECODER_LABEL[encoding], { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const withoutMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** The offset of the first character that does not decode. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  const decodes = (length: number, stream: boolean) => {
    try {
      new TextDecoder(DECODER_LABEL[encoding], { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(middle, true)) good = middle;
    else bad = middle;
  }
  // Back to where the broken character begins: `E3 81` at the end of a file that was cut off.
  for (let start = good; start > good - 4 && start >= 0; start--) if (decodes(start, false)) return start;
  return good;
}

function undecodable(where: string, encoding: Encoding, offset: number): KpiError {
  return unreadable(where, {
    ja: `${offset} バイト目（先頭は 0）が ${encoding} として読めません。壊れていないか確かめるか、--encoding で文字コードを指定してください（例: --encoding cp932）。`,
    en: `byte ${offset} (counted from 0) is not valid ${encoding}. Check that the file is whole, or name its encoding with --encoding (such as --encoding cp932).`,
  });
}

function unknownEncoding(): Text {
  return {
    ja: '文字コードが分かりません。--encoding で指定してください（例: --encoding cp932）。',
    en: 'cannot tell its encoding. Name it with --encoding (such as --encoding cp932).',
  };
}

function contradicted(where: string, named: Encoding, marked: Encoding): KpiError {
  return unreadable(where, {
    ja: `先頭の BOM は ${marked} を示していますが、--encoding は ${named} です。--encoding を外してください。`,
    en: `its byte-order mark says ${marked}, but --encoding says ${named}. Leave out --encoding.`,
  });
}
