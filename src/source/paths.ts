import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, posix, resolve, sep } from 'node:path';
import { codeOf, failure, notAFile, unreadable } from './errors.ts';

export const STANDARD_INPUT = '-';

/** What is read in a folder; a file that is named is read whatever its ending. */
const READABLE = /\.(?:txt|md|text)$/i;
/** What a user would expect to be read with them. */
const OTHER_DOCUMENT = /\.(?:pdf|docx?|xlsx?)$/i;
/** Not the user's documents: `.git`, `.kpi`. */
const SKIPPED = /^(?:\.|node_modules$)/;
const GLOB = /[*?[\]{}]|[!+@]\(/;

/**
 * The files that the arguments of a command stand for: a file, a folder (with the folders in it), a glob that the shell left
 * alone, `-` for standard input. In the order of the arguments, sorted within each, every file once. `skipped` is told of the
 * documents in a folder that are not text.
 * @throws KpiError when an argument stands for nothing that can be read
 */
export async function expandPaths(inputs: readonly string[], skipped: (path: string) => void = () => {}): Promise<string[]> {
  const paths = new Map<string, string>();
  for (const input of inputs) {
    for (const path of await expand(input, skipped)) {
      const id = path === STANDARD_INPUT ? path : resolve(path);
      if (!paths.has(id)) paths.set(id, path);
    }
  }
  return [...paths.values()];
}

async function expand(input: string, skipped: (path: string) => void): Promise<string[]> {
  if (input === STANDARD_INPUT) return [input];
  const path = withSlashes(input);
  try {
    const entry = await stat(path);
    if (entry.isFile()) return [posix.normalize(path)];
    if (entry.isDirectory()) return await folder(path, skipped);
    throw notAFile(path, entry);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && GLOB.test(input)) return glob(input);
    throw failure(path || '""', error);
  }
}

async function folder(path: string, skipped: (path: string) => void): Promise<string[]> {
  const files = (await filesUnder(posix.normalize(path).replace(/(?<=.)\/$/, ''))).sort(byCodeUnit);
  const [readable, others] = [files.filter((file) => READABLE.test(file)), files.filter((file) => !READABLE.test(file))];
  for (const file of others) skipped(file);
  if (readable.length > 0) return readable;
  const [ja, en] = others.length === 0 ? ['', ''] : [`（${others.join('、')} は読めません）`, ` (${others.join(', ')} cannot be read)`];
  throw unreadable(path, {
    ja: `このフォルダーには読めるファイル（.txt, .md, .text）がありません${ja}。別のフォルダーかファイルを指定してください。`,
    en: `no readable file (.txt, .md, .text) in this folder${en}. Give another folder, or a file.`,
  });
}

/** The documents, readable or not, in a folder and those in it. */
async function filesUnder(path: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw failure(path, error);
  });
  for (const entry of entries) {
    if (SKIPPED.test(entry.name)) continue;
    const inside = posix.join(path, entry.name);
    // A link to a file is read; a link to a folder is not followed, for it may lead back here.
    if (entry.isDirectory()) for (const file of await filesUnder(inside)) files.push(file);
    else if (isDocument(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(inside))))) files.push(inside);
  }
  return files;
}

const isDocument = (name: string): boolean => READABLE.test(name) || OTHER_DOCUMENT.test(name);

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
