import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, posix, resolve, sep } from 'node:path';
import { codeOf, failure, notAFile, unreadable } from './errors.ts';

export const STANDARD_INPUT = '-';

/** What is read in a folder; a file that is named is read whatever its ending. */
export interface FileKind {
  /** Without the dot, as a message lists them. */
  readonly endings: readonly string[];
  /** What a user would expect to be read with them. */
  readonly others: readonly string[];
}

export const DOCUMENTS: FileKind = { endings: ['txt', 'md', 'text', 'docx', 'pdf'], others: ['doc', 'xls', 'xlsx'] };
export const SHEETS: FileKind = { endings: ['csv', 'tsv', 'xlsx'], others: ['xls', 'ods', 'xlsb'] };
/** Not the user's documents: `.git`, `.kpi`, and what Office leaves beside a file that is open. */
const SKIPPED = /^(?:\.|~\$|node_modules$)/;
const GLOB = /[*?[\]{}]|[!+@]\(/;

/**
 * The files that the arguments of a command stand for: a file, a folder (with the folders in it), a glob that the shell left
 * alone, `-` for standard input. In the order of the arguments, sorted within each, every file once. `skipped` is told of what in a
 * folder cannot be read.
 * @throws KpiError when an argument stands for nothing that can be read
 */
export async function expandPaths(
  inputs: readonly string[],
  skipped: (path: string) => void = () => {},
  kind: FileKind = DOCUMENTS,
): Promise<string[]> {
  const paths = new Map<string, string>();
  for (const input of inputs) {
    for (const path of await expand(input, skipped, kind)) {
      const id = path === STANDARD_INPUT ? path : resolve(path);
      if (!paths.has(id)) paths.set(id, path);
    }
  }
  return [...paths.values()];
}

async function expand(input: string, skipped: (path: string) => void, kind: FileKind): Promise<string[]> {
  if (input === STANDARD_INPUT) return [input];
  const path = withSlashes(input);
  try {
    const entry = await stat(path);
    if (entry.isFile()) return [posix.normalize(path)];
    if (entry.isDirectory()) return await folder(path, skipped, kind);
    throw notAFile(path, entry);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && GLOB.test(input)) return glob(input);
    throw failure(path || '""', error);
  }
}

async function folder(path: string, skipped: (path: string) => void, { endings, others }: FileKind): Promise<string[]> {
  const isReadable = endsIn(endings);
  const isOther = endsIn(others);
  const isDocument = (name: string) => isReadable(name) || isOther(name);
  const files = (await filesUnder(posix.normalize(path).replace(/(?<=.)\/$/, ''), isDocument)).sort(byCodeUnit);
  const [readable, unread] = [files.filter(isReadable), files.filter(isOther)];
  for (const file of unread) skipped(file);
  if (readable.length > 0) return readable;
  const [ja, en] = unread.length === 0 ? ['', ''] : [`（${unread.join('、')} は読めません）`, ` (${unread.join(', ')} cannot be read)`];
  const list = endings.map((ending) => `.${ending}`).join(', ');
  throw unreadable(path, {
    ja: `このフォルダーには読めるファイル（${list}）がありません${ja}。別のフォルダーかファイルを指定してください。`,
    en: `no readable file (${list}) in this folder${en}. Give another folder, or a file.`,
  });
}

const endsIn =
  (endings: readonly string[]) =>
  (name: string): boolean =>
    endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());

/** The documents, readable or not, in a folder and those in it. */
async function filesUnder(path: string, isDocument: (name: string) => boolean): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw failure(path, error);
  });
  for (const entry of entries) {
    if (SKIPPED.test(entry.name)) continue;
    const inside = posix.join(path, entry.name);
    // A link to a file is read; a link to a folder is not followed, for it may lead back here.
    if (entry.isDirectory()) for (const file of await filesUnder(inside, isDocument)) files.push(file);
    else if (isDocument(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(inside))))) files.push(inside);
  }
  return files;
}

async function leadsToFile(link: string): Promise<boolean> {
  return stat(link).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

async function glob(pattern: string): Promise<string[]> {
  const tinyglobby = await import('tinyglobby');
  // A backslash escapes in a glob, but separates folders in what Windows users type: `plans\*.txt`.
  const readings = new Set([withSlashes(pattern), pattern.replaceAll('\\', '/')]);
  for (const reading of readings) {
    const files = await tinyglobby.glob(reading, { expandDirectories: false, absolute: isAbsolute(reading), ignore: '**/node_modules/**' });
    if (files.length > 0) return files.sort(byCodeUnit);
  }
  throw unreadable(pattern, {
    ja: 'このパターンに合うファイルがありません。パターンを確かめてください。',
    en: 'no file matches this pattern. Check the pattern.',
  });
}

const withSlashes = (path: string) => (sep === '/' ? path : path.replaceAll(sep, '/'));

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
