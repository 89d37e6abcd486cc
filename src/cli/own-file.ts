import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { whyUnreadable } from '../source/errors.ts';
import { nearest } from './suggest.ts';

/** A JSON file that a user writes: what to call it, and what to do when it is written wrong. */
export interface OwnFile<Value> {
  /** Loaded when there is such a file. */
  readonly schema: () => Promise<z.ZodType<Value>>;
  readonly what: Text;
  readonly advice: Text;
  /** The keys that may stand at a place of it, to name the one that was meant. */
  readonly keysAt?: (path: readonly PropertyKey[]) => readonly string[];
}

/** @throws KpiError when it cannot be read, is no JSON, or does not fit its schema (naming the first place that is wrong) */
export async function readOwnFile<Value>(path: string, file: OwnFile<Value>): Promise<Value> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const why = whyUnreadable(error);
    if (why === null) throw error;
    throw new KpiError({ ja: `${file.what.ja} ${path}: ${why.ja}`, en: `the ${file.what.en} ${path}: ${why.en}` });
  });
  const read = (await file.schema()).safeParse(parseJson(text, path, file));
  if (read.success) return read.data;
  throw wrong(path, file, firstIssue(read.error, file.keysAt));
}

function parseJson(text: string, path: string, file: OwnFile<unknown>): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw wrong(path, file, error instanceof Error ? error.message : String(error));
  }
}

/** `indicators.0.id: Invalid string`. A key that is unknown comes first: for want of the one that was meant, another issue may be that it is missing. */
export function firstIssue({ issues }: Pick<z.ZodError, 'issues'>, keysAt?: OwnFile<unknown>['keysAt']): string {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return '';
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const meant = key === undefined || keysAt === undefined ? undefined : nearest(key, keysAt(issue.path));
  const message = meant === undefined ? issue.message : `${issue.message}, did you mean "${meant}"?`;
  return [issue.path.map(String).join('.'), message].filter((part) => part !== '').join(': ');
}

const wrong = (path: string, { what, advice }: OwnFile<unknown>, detail: string) =>
  new KpiError({
    ja: `${what.ja} ${path} の書き方が違います（${detail}）。${advice.ja}`,
    en: `the ${what.en} ${path} is written wrong (${detail}): ${advice.en}`,
  });
