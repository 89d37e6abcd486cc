import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { decodeText } from './decode.ts';
import type { Document } from './document.ts';
import { failure, notAFile } from './errors.ts';
import { limitOf, MAX_UNPACKED, tooLarge } from './limits.ts';
import { withLineFeedBytes } from './line-feeds.ts';
import { STANDARD_INPUT } from './paths.ts';
import type { PdfOptions } from './pdf/options.ts';
import { SIGNATURE_LENGTH, type Signature, signatureOf } from './signature.ts';
import { documentFromText } from './text.ts';

export { DOCUMENTS, expandPaths, type FileKind, SHEETS } from './paths.ts';

export interface ReadOptions extends PdfOptions {
  /** What `--encoding` names; recognised when it is left out. */
  readonly encoding?: string | undefined;
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** What a file may hold, and an Office file unpack to; when left out, what is usual for its kind. */
  readonly maxBytes?: number | undefined;
  /** What is usual for a text. */
  readonly maxText?: number | undefined;
}

/** A file as it was found. */
export interface Bytes {
  /** The path as given, with forward slashes; `<stdin>` for standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a text, Markdown, Word or PDF file, or standard input (`-`).
 * @throws KpiError when there is no such file, or it is none of these
 */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<Document> {
  const { name, bytes } = await readBytes(path, options);
  return documentFromBytes(name, bytes, options);
}

async function documentFromBytes(name: string, bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const { encoding, maxBytes = MAX_UNPACKED } = options;
  if (signatureOf(bytes) === 'archive') return (await import('./office/docx.ts')).documentFromDocx(name, bytes, maxBytes);
  if (signatureOf(bytes) === 'pdf') return (await import('./pdf/read.ts')).documentFromPdf(name, bytes, options);
  const decoded = decodeText(bytes, encoding, name, withLineFeedBytes);
  return documentFromText(name, decoded.text, decoded.encoding);
}

/** @throws KpiError when there is no such file, or it is too large */
export async function readBytes(path: string, { standardInput, maxBytes, maxText }: ReadOptions = {}): Promise<Bytes> {
  const name = path === STANDARD_INPUT ? '<stdin>' : path.replaceAll(sep, '/');
  const limit = (signature: Signature | null) => maxBytes ?? limitOf(signature, maxText);
  const bytes = await (path === STANDARD_INPUT ? readAll(name, standardInput ?? process.stdin, limit) : readFileOf(path, limit)).catch(
    (error: unknown) => {
      throw failure(name, error);
    },
  );
  return { name, bytes };
}

type Limit = (signature: Signature | null) => number;

async function readFileOf(path: string, limitFor: Limit): Promise<Uint8Array> {
  // Asked before opening: a device may do something when it is opened.
  const before = await stat(path);
  if (!before.isFile()) throw notAFile(path, before);
  // And not waited for, if it has become a FIFO meanwhile.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const entry = await file.stat();
    if (!entry.isFile()) throw notAFile(path, entry);
    const { buffer } = await file.read({ buffer: Buffer.alloc(SIGNATURE_LENGTH), position: 0 });
    const limit = limitFor(signatureOf(buffer));
    if (entry.size > limit) throw tooLarge(path, limit);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function readAll(name: string, stream: AsyncIterable<Uint8Array>, limitFor: Limit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let limit = 0;
  for await (const chunk of stream) {
    if (chunks.length === 0) limit = limitFor(signatureOf(chunk));
    length += chunk.length;
    if (length > limit) throw tooLarge(name, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
