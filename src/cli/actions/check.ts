import { check } from '../../check/check.ts';
import { contextsOf } from '../../check/known.ts';
import { KpiError } from '../../model/index.ts';
import type { App, ExitCode } from '../app.ts';
import { chosenRules, ruleNamed } from '../choose-rules.ts';
import type { CheckOptions } from '../commands/check.ts';
import { fails } from '../fail-on.ts';
import { recordsOnRecord } from '../known-records.ts';
import { openCatalog } from '../own-catalog.ts';
import { printFindings } from '../print-findings.ts';
import { readPapers } from '../read-papers.ts';
import { explainRule, listRules } from '../rule-help.ts';

export async function checkPapers(paths: readonly string[], options: CheckOptions, app: App): Promise<ExitCode> {
  if (options.explain !== undefined || options.listRules) return help(options, app);
  if (paths.length === 0) throw noPaths();
  const rules = chosenRules(options);
  const catalog = await openCatalog(options, app);
  const { papers, failed } = await readPapers(paths, options, app, catalog);
  const contexts = contextsOf(papers, await recordsOnRecord(papers, options, app), catalog);
  const findings = contexts.flatMap((context) => check(context, rules));
  const documents = papers.map(({ document }) => document.name);
  await printFindings(findings, { documents, rules, known: 0 }, options, app);
  if (failed) return 2;
  return fails(findings, options.failOn ?? 'error') ? 1 : 0;
}

async function help(options: CheckOptions, app: App): Promise<ExitCode> {
  if (options.explain === undefined) await listRules(chosenRules(options), options, app);
  else await explainRule(ruleNamed(options.explain), options, app);
  return 0;
}

const noPaths = () =>
  new KpiError({
    ja: '調べる文書がありません。kpi check plan.txt のように指定してください。',
    en: 'no documents to check: name some, as in kpi check plan.txt',
  });
