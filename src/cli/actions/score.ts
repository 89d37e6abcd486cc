import { BRANCH } from '../../catalog/rubrics/branch.ts';
import type { Finding, Score } from '../../model/index.ts';
import { scoresReport } from '../../report/views/scores.ts';
import type { App, ExitCode } from '../app.ts';
import type { ScoreOptions } from '../commands/score.ts';
import { loadScores } from '../load-scores.ts';
import { withStore } from '../open-store.ts';
import { note, print } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { givenRubric, rubricFor, withOwnRubric } from '../printed-rubric.ts';
import { type ActualsFile, readActualsFile } from '../read-actuals.ts';
import { refuseSources } from '../refuse-sources.ts';
import { noteRepeats } from '../repeats.ts';
import { targetsInScope } from '../score-scope.ts';

export async function score(options: ScoreOptions, app: App): Promise<ExitCode> {
  refuseSources([options.actuals], [options.output]);
  const { scores, findings } = await scoresFor(options, app);
  for (const { source, message } of findings) note(`${source.document}:${source.lineStart}: ${app.say(message)}`, options);
  await print(scoresReport(scores, app.lang), options, app);
  if (options.strict && findings.some(({ severity }) => severity !== 'note')) return 2;
  return options.failOn !== undefined && scores.some(hasMissed) ? 1 : 0;
}

const hasMissed = ({ kpis }: Score) => kpis.some(({ verdict }) => verdict === '未達成');

/** Scores every branch asked for, from the store and, where one is given, a CSV of actuals. */
async function scoresFor(options: ScoreOptions, app: App): Promise<{ scores: Score[]; findings: readonly Finding[] }> {
  const given = await givenRubric(options.rubric);
  const catalog = await openCatalog(options, app);
  return withStore(options, app, async (store) => {
    const { branches, fiscalYear, targets, repeats } = await targetsInScope(store, options);
    noteRepeats(repeats, options, app);
    const rubric = await rubricFor(given, store, { branches, fiscalYear });
    if (options.rubric === BRANCH.id) noteOwnRubric(await withOwnRubric(store, { branches, fiscalYear }), options, app);
    const csv = await readCsv(options, app, branches, (given) => ({ ...given, fiscalYear, catalog, targets }));
    const scores = await loadScores(store, { branches, fiscalYear, targets, rubric, catalog, csv });
    return { scores, findings: csv?.findings ?? [] };
  });
}

function noteOwnRubric(branches: readonly string[], options: ScoreOptions, app: App): void {
  if (branches.length === 0) return;
  const names = branches.join(app.lang === 'ja' ? '、' : ', ');
  const said = app.say({
    ja: `${names} の報告は別の評価基準を印刷しているので、公表された評価と並べていません。--rubric printed で比べられます。`,
    en: `the report of ${names} prints a rubric of its own, so its grades are not set beside these: --rubric printed does`,
  });
  note(said, options);
}

type Given = Parameters<typeof readActualsFile>[2];

async function readCsv(
  options: ScoreOptions,
  app: App,
  branches: readonly string[],
  given: (branch: { branch?: string }) => Given,
): Promise<ActualsFile | null> {
  if (options.actuals === undefined) return null;
  app.reading = options.actuals;
  const [only, ...others] = branches;
  const file = await readActualsFile(options.actuals, options, given(only === undefined || others.length > 0 ? {} : { branch: only }));
  app.reading = null;
  return file;
}
