import { once } from 'node:events';
import { fstatSync, writeSync } from 'node:fs';
import type { Text } from '../model/text.ts';
import { notWritten } from './replace-file.ts';

const NAME: Text = { ja: '標準出力', en: 'standard output' };

/** Waits while whoever reads it is behind. */
export async function writeOut(piece: string | Uint8Array): Promise<void> {
  if (!writeNow(piece)) await once(process.stdout, 'drain');
}

/**
 * The whole piece, or a line that says why not. Into a file Node writes what there is room for, and says nothing of the rest: `kpi list >
 * list.txt` on a full disk.
 * @returns whether more may be written at once
 */
export function writeNow(piece: string | Uint8Array): boolean {
  if (!isFile()) return process.stdout.write(piece);
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(process.stdout.fd, bytes, at);
  } catch (error) {
    throw outputFailure(error);
  }
  return true;
}

export const outputFailure = (error: unknown): unknown => notWritten(NAME, process.cwd(), error);

let known: boolean | undefined;

/** No terminal, pipe or socket. */
function isFile(): boolean {
  known ??= !process.stdout.isTTY && isOfDisk(process.stdout.fd);
  return known;
}

function isOfDisk(fd: number): boolean {
  const entry = fstatSync(fd);
  return !entry.isFIFO() && !entry.isSocket();
}
