import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { whyUnreadable } from '../source/errors.ts';
import { issueText } from './issue-text.ts';
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
  const value = parseJson(text, path, file);
  const read = (await file.schema()).safeParse(value);
  if (read.success) return read.data;
  throw wrong(path, file, firstIssue(read.error, value, file.keysAt));
}

function parseJson(text: string, path: string, file: OwnFile<unknown>): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const en = error instanceof Error ? error.message : String(error);
    throw wrong(path, file, { ja: `JSON として読めません: ${en}`, en });
  }
}

/** `indicators.0.id: Invalid string`. A key that is unknown comes first: for want of the one that was meant, another issue may be that it is missing. */
export function firstIssue({ issues }: Pick<z.ZodError, 'issues'>, value: unknown, keysAt?: OwnFile<unknown>['keysAt']): Text {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return { ja: '', en: '' };
  const place = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
  const said = issueText(issue, value);
  const hint = issue.code === 'unrecognized_keys' && keysAt ? keyHint(issue.keys[0] ?? '', keysAt(issue.path)) : { ja: '', en: '' };
  return { ja: `${place}${said.ja}${hint.ja}`, en: `${place}${said.en}${hint.en}` };
}

/** The key that was meant, else all that there are. */
function keyHint(key: string, known: readonly string[]): Text {
  const meant = nearest(key, known);
  if (meant !== undefined) return { ja: `。"${meant}" ではありませんか`, en: `, did you mean "${meant}"?` };
  return { ja: `。使えるのは ${known.join(', ')} です`, en: `; known: ${known.join(', ')}` };
}

const wrong = (path: string, { what, advice }: OwnFile<unknown>, detail: Text) =>
  new KpiError({
    ja: `${what.ja} ${path} の書き方が違います（${detail.ja}）。${advice.ja}`,
    en: `the ${what.en} ${path} is written wrong (${detail.en}): ${advice.en}`,
  });
