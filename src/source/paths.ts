import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, posix, resolve, sep } from 'node:path';
import { KpiError } from '../model/errors.ts';
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

/** A file to read, or what stands for none and why. */
export interface Found {
  readonly path: string;
  readonly refused: KpiError | null;
}

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
  const found = await findPaths(inputs, skipped, kind);
  for (const { refused } of found) if (refused) throw refused;
  return found.map(({ path }) => path);
}

/** The same, where one argument or folder that cannot be read stops no other. */
export async function findPaths(
  inputs: readonly string[],
  skipped: (path: string) => void = () => {},
  kind: FileKind = DOCUMENTS,
): Promise<Found[]> {
  const all = new Map<string, Found>();
  for (const input of inputs) {
    for (const found of await expand(input, skipped, kind)) {
      const id = found.path === STANDARD_INPUT ? found.path : resolve(found.path);
      if (!all.has(id)) all.set(id, found);
    }
  }
  return [...all.values()];
}

const readable = (path: string): Found => ({ path, refused: null });

function refusedAt(path: string, error: unknown): Found {
  const refused = failure(path || '""', error);
  if (refused instanceof KpiError) return { path, refused };
  throw refused;
}

async function expand(input: string, skipped: (path: string) => void, kind: FileKind): Promise<Found[]> {
  if (input === STANDARD_INPUT) return [readable(input)];
  const path = withSlashes(input);
  try {
    const entry = await stat(path);
    if (entry.isFile()) return [readable(posix.normalize(path))];
    if (entry.isDirectory()) return await folder(path, skipped, kind);
    throw notAFile(path, entry);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || !GLOB.test(input)) return [refusedAt(path, error)];
    return glob(input).then(
      (files) => files.map(readable),
      (refused: unknown) => [refusedAt(path, refused)],
    );
  }
}

async function folder(path: string, skipped: (path: string) => void, { endings, others }: FileKind): Promise<Found[]> {
  const isReadable = endsIn(endings);
  const isOther = endsIn(others);
  const isDocument = (name: string) => isReadable(name) || isOther(name);
  const files = (await filesUnder(posix.normalize(path).replace(/(?<=.)\/$/, ''), isDocument)).sort((a, b) => byCodeUnit(a.path, b.path));
  const unread = files.filter(({ path, refused }) => refused === null && isOther(path)).map((file) => file.path);
  const found = files.filter(({ path, refused }) => refused !== null || isReadable(path));
  for (const file of unread) skipped(file);
  if (found.length > 0) return found;
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

/** The documents, readable or not, in a folder and those in it, and the folders that may not be looked into. */
async function filesUnder(path: string, isDocument: (name: string) => boolean): Promise<Found[]> {
  const files: Found[] = [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => refusedAt(path, error));
  if (!Array.isArray(entries)) return [entries];
  for (const entry of entries) {
    if (SKIPPED.test(entry.name)) continue;
    const inside = posix.join(path, entry.name);
    // A link to a file is read; a link to a folder is not followed, for it may lead back here.
    if (entry.isDirectory()) for (const found of await filesUnder(inside, isDocument)) files.push(found);
    else if (isDocument(entry.name)) files.push(...(entry.isFile() ? [readable(inside)] : await namedLikeDocument(inside)));
  }
  return files;
}

/** What has a document's name and is no file: a link to one is read, a FIFO or a link to nowhere is not passed over in silence. */
async function namedLikeDocument(path: string): Promise<Found[]> {
  try {
    const entry = await stat(path);
    if (entry.isFile()) return [readable(path)];
    return entry.isDirectory() ? [] : [refusedAt(path, notAFile(path, entry))];
  } catch (error) {
    return [refusedAt(path, error)];
  }
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
