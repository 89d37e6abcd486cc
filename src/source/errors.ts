import type { Stats } from 'node:fs';
import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';

const NOT_A_FILE: Text = {
  ja: 'ファイルでもフォルダーでもありません（パイプやデバイス）。ファイルを指定するか、- で標準入力から渡してください。',
  en: 'neither a file nor a folder (a pipe or a device). Give a file, or pass the text to standard input with -.',
};

/** What the system says, and what to do about it. */
const BY_CODE: Readonly<Record<string, Text>> = {
  ENOENT: {
    ja: '見つかりません。パスを確かめてください。',
    en: 'no such file or folder. Check the path.',
  },
  ENOTDIR: {
    ja: '見つかりません（途中がフォルダーではありません）。パスを確かめてください。',
    en: 'no such file: a part of the path is not a folder. Check the path.',
  },
  EACCES: {
    ja: '読み取りの権限がありません。ファイルの権限を確かめてください。',
    en: 'permission denied. Check the permissions of the file.',
  },
  EPERM: {
    ja: '読み取りの権限がありません。ファイルの権限を確かめてください。',
    en: 'permission denied. Check the permissions of the file.',
  },
  EISDIR: {
    ja: 'フォルダーです。ファイルを指定してください。',
    en: 'a folder. Give a file.',
  },
  ELOOP: {
    ja: 'シンボリックリンクが循環しています。リンク先を確かめてください。',
    en: 'its symbolic links go round in a circle. Check where they point.',
  },
};

/** An input that cannot be read: where, why, and what to do about it, in one line. */
export function unreadable(where: string, why: Text): KpiError {
  return new KpiError({ ja: `${where}: ${why.ja}`, en: `${where}: ${why.en}` });
}

/** A folder where a file is wanted, or what is neither: a FIFO, a socket, a device. */
export function notAFile(where: string, entry: Stats): KpiError {
  return unreadable(where, (entry.isDirectory() ? BY_CODE.EISDIR : undefined) ?? NOT_A_FILE);
}

/** The error of a file operation as one line for the user; what is not about a file is a defect and stays as it is. */
export function failure(where: string, error: unknown): unknown {
  const why = error instanceof KpiError ? null : whyUnreadable(error);
  return why === null ? error : unreadable(where, why);
}

/** What the system says of a file, in words; null for what is not about a file. */
export function whyUnreadable(error: unknown): Text | null {
  const code = codeOf(error);
  if (code === null) return null;
  return (
    BY_CODE[code] ?? {
      ja: `読み込めません（${code}）。ファイルとディスクの状態を確かめてください。`,
      en: `cannot be read (${code}). Check the file and its disk.`,
    }
  );
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : null;
}
