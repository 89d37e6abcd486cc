import type { Entry, ZipFile } from 'yauzl';
import { KpiError } from '../../model/errors.ts';
import type { Text } from '../../model/text.ts';
import { unreadable } from '../errors.ts';
import { unpacksTooLarge } from '../limits.ts';

/** The parts of an Office file. What it unpacks to is counted, over all parts: a zip bomb ends in a line that says so. */
export interface Archive {
  readonly where: string;
  /** The text of a part, piece by piece; null when there is no such part. */
  part(name: string): AsyncIterable<string> | null;
}

/** @throws KpiError when the bytes are no whole zip */
export async function openArchive(where: string, bytes: Uint8Array, maxBytes: number): Promise<Archive> {
  const { fromBufferPromise } = await import('yauzl');
  const entries = new Map<string, Entry>();
  const zip = await damagedIfFails(where, async () => {
    const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
    for await (const entry of file.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
    return file;
  });
  const budget = { left: maxBytes };
  return {
    where,
    part: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? null : unpack(zip, entry, where, budget, maxBytes);
    },
  };
}

async function* unpack(zip: ZipFile, entry: Entry, where: string, budget: { left: number }, maxBytes: number): AsyncGenerator<string> {
  if (entry.isEncrypted()) throw unreadable(where, ENCRYPTED);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = await damagedIfFails(where, () => zip.openReadStreamPromise(entry));
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await damagedIfFails(where, () => chunks.next());
      if (done) break;
      budget.left -= value.length;
      if (budget.left < 0) throw unpacksTooLarge(where, maxBytes);
      yield await damagedIfFails(where, () => decoder.decode(value, { stream: true }));
    }
    yield await damagedIfFails(where, () => decoder.decode());
  } finally {
    stream.destroy();
  }
}

/** What the libraries say of a file that is not whole, as one line; everything inside is about the file. */
async function damagedIfFails<Result>(where: string, action: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof KpiError ? error : damaged(where, error instanceof Error ? error.message : String(error));
  }
}

/** @param detail what the zip or XML library says */
export const damaged = (where: string, detail: string): KpiError =>
  unreadable(where, {
    ja: `Office ファイルとして読めません（${detail}）。壊れていないか確かめ、Excel や Word で開いて保存し直してください。`,
    en: `cannot be read as an Office file (${detail}). Check that it is whole: open it in Excel or Word and save it again.`,
  });

const ENCRYPTED: Text = {
  ja: 'パスワードで保護されています。パスワードを外して保存し直してください。',
  en: 'it is protected with a password. Save it without one.',
};
