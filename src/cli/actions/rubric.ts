import { RUBRICS } from '../../catalog/rubrics/index.ts';
import { rubricsReport } from '../../report/views/rubrics.ts';
import type { App, ExitCode } from '../app.ts';
import { openRubric, readRubric } from '../open-rubric.ts';
import type { Common } from '../options.ts';
import { print } from '../output.ts';

export async function showAll(options: Common, app: App): Promise<ExitCode> {
  await print(rubricsReport(RUBRICS, app.lang, false), options, app);
  return 0;
}

export async function showOne(name: string, options: Common, app: App): Promise<ExitCode> {
  await print(rubricsReport([await openRubric(name)], app.lang, true), options, app);
  return 0;
}

/** A rubric that can be shown is valid; one that is not is refused with its place. */
export async function validate(file: string, options: Common, app: App): Promise<ExitCode> {
  await print(rubricsReport([await readRubric(file)], app.lang, true), options, app);
  return 0;
}
