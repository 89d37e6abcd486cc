import { existsSync } from 'node:fs';
import { type Asked, baselineOf, compareWithBaseline } from '../check/baseline.ts';
import type { BaselineFile } from '../check/config.ts';
import { type Finding, KpiError } from '../model/index.ts';
import { type OwnFile, readOwnFile } from './own-file.ts';
import { replaceFile } from './replace-file.ts';

export const BASELINE = 'kpi.baseline.json';

const FILE: OwnFile<BaselineFile> = {
  schema: async () => (await import('../check/config.ts')).baselineFile,
  what: { ja: 'ベースライン', en: 'baseline' },
  advice: {
    ja: 'kpi check <文書> --write-baseline で作り直してください。',
    en: 'make it again with kpi check <documents> --write-baseline',
  },
};

export const readBaseline = (path: string): Promise<BaselineFile> => readOwnFile(path, FILE);

/**
 * What the file says of other documents and rules is kept. A file that is no baseline stays as it is: `--write-baseline plan.txt` takes the
 * plan for the name of the file.
 */
export async function writeBaseline(path: string, findings: readonly Finding[], asked: Asked): Promise<BaselineFile> {
  const earlier = existsSync(path)
    ? await readBaseline(path).catch((error: unknown) => Promise.reject(noBaseline(path, error)))
    : baselineOf([], []);
  const baseline = baselineOf(compareWithBaseline(findings, earlier, asked).left, findings);
  await replaceFile(path, `${JSON.stringify(baseline, null, 2)}\n`);
  return baseline;
}

function noBaseline(path: string, error: unknown): unknown {
  if (!(error instanceof KpiError)) return error;
  return new KpiError({
    ja: `${path} はベースラインではないので、書き換えません。--write-baseline=${BASELINE} のように別の名前を指定してください。`,
    en: `${path} is no baseline and is not overwritten: name another file, as in --write-baseline=${BASELINE}`,
  });
}
