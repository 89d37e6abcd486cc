import { EXPLAINERS } from '../../report/explain/index.ts';
import type { App, ExitCode } from '../app.ts';
import type { ExplainOptions } from '../commands/explain.ts';
import { explainFinding, FINDING_ID } from '../explain-finding.ts';
import { explainTarget } from '../explain-target.ts';
import { contextOf, printFile } from '../output.ts';

export async function explain(id: string, paths: readonly string[], options: ExplainOptions, app: App): Promise<ExitCode> {
  const explanations = FINDING_ID.test(id) ? await explainFinding(id, paths, options, app) : [await explainTarget(id, paths, options, app)];
  if (explanations.length === 0) return 2;
  const explainer = await EXPLAINERS[options.format]();
  await printFile(explainer(explanations, contextOf(options, app)), options);
  return 0;
}
