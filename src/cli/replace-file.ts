import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { codeOf } from '../source/errors.ts';

/** The whole file or none of it: a reader never sees half, and a failure leaves what was there. */
export async function replaceFile(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) {
    throw new KpiError({ ja: `${path} はフォルダです。ファイルを指定してください。`, en: `${path} is a folder: name a file` });
  }
  if (there?.isFile() && (await isStore(path))) throw aStore(path);
  try {
    if (there !== null && !there.isFile()) return await writeFile(path, content);
    await writeAndRename(path, content);
  } catch (error) {
    throw notWritten({ ja: path, en: path }, dirname(path), error);
  }
}

const STORE = 'SQLite format 3\0';

/** `--output` and `--db` are easily mixed up, and nothing brings a store back. */
async function isStore(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(STORE.length), position: 0 });
    return buffer.toString('latin1', 0, bytesRead) === STORE;
  } finally {
    await file.close();
  }
}

const aStore = (path: string) =>
  new KpiError({
    ja: `${path} はデータベースなので、上書きしません。別のファイルを指定してください。`,
    en: `${path} is a store and is not overwritten: name another file`,
  });

/** Why nothing came of writing, as one line; what is not about a file is a defect and stays as it is. */
export function notWritten(place: Text, folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const why = (WHY[code] ?? other(code))(folder);
  return new KpiError({ ja: `${place.ja} に書けません: ${why.ja}`, en: `cannot write ${place.en}: ${why.en}` });
}

const noFolder = (folder: string): Text => ({
  ja: `フォルダ ${folder} がありません。先に作るか、別の場所を指定してください。`,
  en: `there is no folder ${folder}. Make it first, or name another place.`,
});
const notAllowed = (folder: string): Text => ({
  ja: `書き込みの権限がありません。ファイルとフォルダ ${folder} の権限を確かめるか、別の場所を指定してください。`,
  en: `permission denied. Check the permissions of the file and its folder ${folder}, or name another place.`,
});
const diskFull = (): Text => ({
  ja: 'ディスクに空きがありません。空けるか、別の場所を指定してください。',
  en: 'the disk is full. Free some space, or name another place.',
});

/** What the system says, and what to do about it: `folder` is where the file was to be. */
const WHY: Readonly<Record<string, (folder: string) => Text>> = {
  ENOENT: noFolder,
  ENOTDIR: noFolder,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
};

const other =
  (code: string) =>
  (folder: string): Text => ({
    ja: `システムが拒みました（${code}）。フォルダ ${folder} とディスクの状態を確かめてください。`,
    en: `the system refused it (${code}). Check the folder ${folder} and its disk.`,
  });

async function writeAndRename(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const half = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(half, content, { flag: 'wx' });
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
