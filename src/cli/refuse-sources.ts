import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { KpiError } from '../model/errors.ts';
import { STANDARD_INPUT } from '../source/paths.ts';

/**
 * `--output plan.txt` on `plan.txt` itself is a slip of the hand, and the plan may be the only copy.
 * @throws KpiError when one of the places is a file that is read
 */
export function refuseSources(sources: readonly (string | undefined)[], places: readonly (string | undefined)[]): void {
  const written = places.filter((place) => place !== undefined);
  if (written.length === 0) return;
  const read = new Set(sources.flatMap((source) => (source === undefined || source === STANDARD_INPUT ? [] : real(source))));
  const source = written.find((place) => read.has(real(place)));
  if (source === undefined) return;
  throw new KpiError({
    ja: `${source} は読む文書なので、上書きしません。結果を書くファイルには別の名前を指定してください。`,
    en: `${source} is one of the documents and is not overwritten: name another file for the results`,
  });
}

/** Where a link leads; a file that is not there yet is where it is to be. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
