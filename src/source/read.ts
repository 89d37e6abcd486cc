import { readFile, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { decodeText } from './decode.ts';
import type { Document } from './document.ts';
import { failure, notAFile } from './errors.ts';
import { MAX_BYTES, tooLarge } from './limits.ts';
import { STANDARD_INPUT } from './paths.ts';
import type { PdfOptions } from './pdf/options.ts';
import { signatureOf } from './signature.ts';
import { documentFromText } from './text.ts';

export { DOCUMENTS, expandPaths, type FileKind, SHEETS } from './paths.ts';

export interface ReadOptions extends PdfOptions {
  /** What `--encoding` names; recognised when it is left out. */
  readonly encoding?: string | undefined;
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** What a file may hold, and an Office file unpack to. */
  readonly maxBytes?: number | undefined;
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
  const { encoding, maxBytes = MAX_BYTES } = options;
  if (signatureOf(bytes) === 'archive') return (await import('./office/docx.ts')).documentFromDocx(name, bytes, maxBytes);
  if (signatureOf(bytes) === 'pdf') return (await import('./pdf/read.ts')).documentFromPdf(name, bytes, options);
  const decoded = decodeText(bytes, encoding, name);
  return documentFromText(name, decoded.text, decoded.encoding);
}

/** @throws KpiError when there is no such file, or it is too large */
export async function readBytes(path: string, { standardInput, maxBytes = MAX_BYTES }: ReadOptions = {}): Promise<Bytes> {
  const name = path === STANDARD_INPUT ? '<stdin>' : path.replaceAll(sep, '/');
  const bytes = await (path === STANDARD_INPUT
    ? readAll(name, standardInput ?? process.stdin, maxBytes)
    : readFileOf(path, maxBytes)
  ).catch((error: unknown) => {
    throw failure(name, error);
  });
  return { name, bytes };
}

async function readFileOf(path: string, maxBytes: number): Promise<Uint8Array> {
  // Asked before opening: to open a FIFO that nobody writes to waits for ever.
  const entry = await stat(path);
  if (!entry.isFile()) throw notAFile(path, entry);
  if (entry.size > maxBytes) throw tooLarge(path, maxBytes);
  return readFile(path);
}

async function readAll(name: string, stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
