import { existsSync } from 'node:fs';
import { check } from '../check/check.ts';
import { contextsOf } from '../check/known.ts';
import { weighed } from '../check/severities.ts';
import { KpiError } from '../model/index.ts';
import { createCatalog } from '../normalize/catalog.ts';
import type { FindingExplanation } from '../report/explain/index.ts';
import type { App } from './app.ts';
import { readConfig, thresholdsOf } from './check-config.ts';
import { ruleNamed } from './choose-rules.ts';
import type { ExplainOptions } from './commands/explain.ts';
import { passagesFrom } from './explain-passage.ts';
import { recordsOnRecord } from './known-records.ts';
import { storePath, withStore } from './open-store.ts';
import { ownIndicators } from './own-catalog.ts';
import { readPapers } from './read-papers.ts';

/** `coverage/arithmetic:6e847734`, `coverage/arithmetic:6e847734~2`. */
export const FINDING_ID = /^(?<rule>[a-z-]+\/[a-z-]+):[0-9a-f]+(?:~\d+)?$/;

/** Finds the finding again: its rule is asked once more, whatever the configuration leaves out. */
export async function explainFinding(
  id: string,
  paths: readonly string[],
  options: ExplainOptions,
  app: App,
): Promise<FindingExplanation[]> {
  const rule = ruleNamed(FINDING_ID.exec(id)?.groups?.rule ?? id);
  const own = await ownIndicators(options, app);
  const config = await readConfig(options.config);
  const documents = paths.length > 0 ? paths : await storedFiles(options, app);
  if (documents.length === 0) throw nowhere(id);
  const { papers } = await readPapers(documents, options, app, own);
  // Which could not be read, and why, has been said.
  if (papers.length === 0) return [];
  const stored = await recordsOnRecord(papers, options, app);
  const contexts = contextsOf(papers, stored, createCatalog(own), thresholdsOf(config));
  const severity = config.rules[rule.id];
  const asked = weighed([rule], severity === undefined || severity === 'off' ? {} : { [rule.id]: severity });
  const found = contexts.flatMap((context) => check(context, asked)).filter((finding) => finding.id === id);
  if (found.length === 0)
    throw notFound(
      id,
      papers.map(({ document }) => document.name),
    );
  const passageOf = passagesFrom(papers, options, app);
  return Promise.all(
    found.map(async (finding) => ({
      kind: 'finding' as const,
      finding,
      rule,
      passage: await passageOf(finding.source, finding.marks ?? []),
      related: await Promise.all((finding.related ?? []).map((source) => passageOf(source, finding.marks ?? []))),
    })),
  );
}

/** The documents on record whose files are still there; sheets of actuals are not checked. */
async function storedFiles(options: ExplainOptions, app: App): Promise<string[]> {
  if (!options.store || (options.db === undefined && !existsSync(storePath(options, app)))) return [];
  const documents = await withStore(options, app, (store) => store.documents());
  return [...new Set(documents.filter(({ family }) => family !== 'actuals').map(({ name }) => name))].filter((name) => existsSync(name));
}

const nowhere = (id: string) =>
  new KpiError({
    ja: `${id} を探す文書がありません。kpi explain ${id} plan.txt のように指定してください。`,
    en: `there are no documents to look for ${id} in: name some, as in kpi explain ${id} plan.txt`,
  });

const notFound = (id: string, documents: readonly string[]) =>
  new KpiError({
    ja: `指摘 ${id} は ${documents.join('、')} にありません。直されたか、別の文書のものです。kpi check で今の ID を確かめてください。`,
    en: `there is no finding ${id} in ${documents.join(', ')}: it has been mended, or is another document's. See kpi check for today's ids`,
  });
