import { RUBRICS } from '../../catalog/rubrics/index.ts';
import type { Rubric } from '../../model/index.ts';
import { rubricsReport } from '../../report/views/rubrics.ts';
import type { App, ExitCode } from '../app.ts';
import type { ShowOptions } from '../commands/rubric.ts';
import { openRubric, readRubric } from '../open-rubric.ts';
import { withStore } from '../open-store.ts';
import type { Common } from '../options.ts';
import { print } from '../output.ts';
import { PRINTED, printedRubric } from '../printed-rubric.ts';
import { targetsInScope } from '../score-scope.ts';

export async function showAll(options: Common, app: App): Promise<ExitCode> {
  await print(rubricsReport(RUBRICS, app.lang, false), options, app);
  return 0;
}

export async function showOne(name: string, options: ShowOptions, app: App): Promise<ExitCode> {
  const rubric = name === PRINTED ? await onRecord(options, app) : await openRubric(name);
  await print(rubricsReport([rubric], app.lang, true), options, app);
  return 0;
}

/** What the results report of a branch prints. */
const onRecord = (options: ShowOptions, app: App): Promise<Rubric> =>
  withStore(options, app, async (store) => printedRubric(store, await targetsInScope(store, options)));

/** A rubric that can be shown is valid; one that is not is refused with its place. */
export async function validate(file: string, options: Common, app: App): Promise<ExitCode> {
  await print(rubricsReport([await readRubric(file)], app.lang, true), options, app);
  return 0;
}
