import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { KpiError } from '../model/errors.ts';

/** The whole file or none of it: a reader never sees half, and a failure leaves what was there. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) {
    throw new KpiError({ ja: `${path} はフォルダです。ファイルを指定してください。`, en: `${path} is a folder: name a file` });
  }
  try {
    if (there !== null && !there.isFile()) return await writeFile(path, text);
    await writeAndRename(path, text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new KpiError({
      ja: `${path} に書けません（${detail}）。フォルダがあるか、権限があるかを確かめてください。`,
      en: `cannot write ${path} (${detail}): check that its folder is there and may be written to`,
    });
  }
}

async function writeAndRename(path: string, text: string): Promise<void> {
  const half = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(half, text, { flag: 'wx' });
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
