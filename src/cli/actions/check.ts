import { KpiError } from '../../model/errors.ts';
import type { App, ExitCode } from '../app.ts';
import type { CheckOptions } from '../commands/check.ts';
import { ownIndicators } from '../own-catalog.ts';
import { startReading } from '../read-papers.ts';

/** The rules are loaded while the papers are read. */
export async function checkPapers(paths: readonly string[], options: CheckOptions, app: App): Promise<ExitCode> {
  if (options.explain !== undefined || options.listRules) return (await import('../check-papers.ts')).help(options, app);
  if (paths.length === 0) throw noPaths();
  const own = await ownIndicators(options, app);
  const reading = await startReading(paths, options, app, own);
  try {
    return await (await import('../check-papers.ts')).checkRead(reading, own, options, app);
  } finally {
    reading.close();
  }
}

const noPaths = () =>
  new KpiError({
    ja: '調べる文書がありません。kpi check plan.txt のように指定してください。',
    en: 'no documents to check: name some, as in kpi check plan.txt',
  });
