import { readFile, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { decodeText } from './decode.ts';
import type { Document } from './document.ts';
import { failure, notAFile, unreadable } from './errors.ts';
import { STANDARD_INPUT } from './paths.ts';
import { documentFromText } from './text.ts';

export { expandPaths } from './paths.ts';

/** A string in Node holds no more than 512 M characters; a document is a few MB. */
const LARGEST = 256 * 1024 * 1024;

export interface ReadOptions {
  /** What `--encoding` names; recognised when it is left out. */
  readonly encoding?: string | undefined;
  readonly standardInput?: AsyncIterable<Uint8Array>;
}

/**
 * Reads a text or Markdown file, or standard input (`-`).
 * @throws KpiError when there is no such file, or it is no text
 */
export async function readDocument(path: string, { encoding, standardInput }: ReadOptions = {}): Promise<Document> {
  const name = path === STANDARD_INPUT ? '<stdin>' : path.replaceAll(sep, '/');
  const bytes = await (path === STANDARD_INPUT ? readAll(name, standardInput ?? process.stdin) : readFileOf(path)).catch(
    (error: unknown) => {
      throw failure(name, error);
    },
  );
  const decoded = decodeText(bytes, encoding, name);
  return documentFromText(name, decoded.text, decoded.encoding);
}

async function readFileOf(path: string): Promise<Uint8Array> {
  // Asked before opening: to open a FIFO that nobody writes to waits for ever.
  const entry = await stat(path);
  if (!entry.isFile()) throw notAFile(path, entry);
  if (entry.size > LARGEST) throw tooLarge(path);
  return readFile(path);
}

async function readAll(name: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > LARGEST) throw tooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string) {
  return unreadable(name, {
    ja: '大きすぎます（上限 256 MB）。分けて指定してください。',
    en: 'too large (the limit is 256 MB). Split it.',
  });
}
