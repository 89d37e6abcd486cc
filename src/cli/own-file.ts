import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { whyUnreadable } from '../source/errors.ts';

/** A JSON file that a user writes: what to call it, and what to do when it is written wrong. */
export interface OwnFile<Value> {
  /** Loaded when there is such a file. */
  readonly schema: () => Promise<z.ZodType<Value>>;
  readonly what: Text;
  readonly advice: Text;
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
  throw wrong(path, file, firstIssue(read.error));
}

function parseJson(text: string, path: string, file: OwnFile<unknown>): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw wrong(path, file, error instanceof Error ? error.message : String(error));
  }
}

/** `indicators.0.id: Invalid string`. */
export function firstIssue({ issues: [issue] }: Pick<z.ZodError, 'issues'>): string {
  if (issue === undefined) return '';
  return [issue.path.map(String).join('.'), issue.message].filter((part) => part !== '').join(': ');
}

const wrong = (path: string, { what, advice }: OwnFile<unknown>, detail: string) =>
  new KpiError({
    ja: `${what.ja} ${path} の書き方が違います（${detail}）。${advice.ja}`,
    en: `the ${what.en} ${path} is written wrong (${detail}): ${advice.en}`,
  });
