import { type Asked, type Compared, compareWithBaseline } from '../check/baseline.ts';
import { check } from '../check/check.ts';
import type { CheckConfig } from '../check/config.ts';
import type { CheckedPaper } from '../check/context.ts';
import { type Sifted, sift } from '../check/ignored.ts';
import { contextsOf } from '../check/known.ts';
import type { Rule } from '../check/rule.ts';
import { weighed } from '../check/severities.ts';
import { type Finding, type Indicator, KpiError } from '../model/index.ts';
import { createCatalog } from '../normalize/catalog.ts';
import type { App, ExitCode } from './app.ts';
import { BASELINE, readBaseline, writeBaseline } from './baseline-file.ts';
import { readConfig, thresholdsOf } from './check-config.ts';
import { chosenRules, ruleNamed } from './choose-rules.ts';
import type { CheckOptions } from './commands/check.ts';
import { fails } from './fail-on.ts';
import { recordsOnRecord } from './known-records.ts';
import { note } from './output.ts';
import { prepareFindings, printFindings, refuseDocuments, refuseSamePlace } from './print-findings.ts';
import type { PapersRead } from './read-papers.ts';
import { explainRule, listRules } from './rule-help.ts';

/** Checks papers that are being read. */
export async function checkRead(reading: PapersRead, own: readonly Indicator[], options: CheckOptions, app: App): Promise<ExitCode> {
  refuseSamePlace(options);
  const config = await readConfig(options.config);
  const rules = weighed(chosenRules(options), severitiesOf(config, options));
  const catalog = createCatalog(own);
  prepareFindings(options);
  const { papers, failed } = await reading.papers();
  // `nothing found` would be said of nothing.
  if (failed && papers.length === 0) return 2;
  refuseDocuments(
    papers.map(({ document }) => document.name),
    options,
  );
  noteDocuments(papers, rules, options, app);
  const stored = await recordsOnRecord(papers, options, app);
  const contexts = contextsOf(papers, stored, catalog, thresholdsOf(config));
  const asked = { documents: papers.map(({ document }) => document.name), rules };
  const sifted = sift(
    contexts.flatMap((context) => check(context, rules)),
    config.ignore,
    today(),
  );
  noteExpired(sifted, options, app);
  const { findings, known, gone } = await againstBaseline(sifted.findings, { ...asked, failed }, config, options, app);
  noteGone(gone, options, app);
  await printFindings(findings, { ...asked, known, ignored: sifted.ignored }, options, app);
  if (failed) return 2;
  return fails(findings, options.failOn ?? config.failOn ?? 'error') ? 1 : 0;
}

/** The command line wins: a rule that it names is asked, though the file says `off`. (A group is those of its rules that are not off.) */
const severitiesOf = ({ rules }: CheckConfig, { rule: named = [] }: CheckOptions): CheckConfig['rules'] =>
  Object.fromEntries(Object.entries(rules).filter(([id, severity]) => severity !== 'off' || !named.includes(id)));

/** The day here and now, as people write it: 2027-03-31. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Of a baseline that is written now every finding is known. */
async function againstBaseline(
  findings: readonly Finding[],
  asked: Asked & { readonly failed: boolean },
  config: CheckConfig,
  options: CheckOptions,
  app: App,
): Promise<Compared> {
  const named = options.baseline ?? config.baseline;
  if (options.writeBaseline !== undefined) {
    const path = options.writeBaseline === true ? (named ?? BASELINE) : options.writeBaseline;
    if (asked.failed) throw notWritten(path);
    const written = await writeBaseline(path, findings, asked);
    note(
      app.say({ ja: `${path} に指摘 ${findings.length} 件を書きました。`, en: `wrote ${findings.length} findings to ${path}` }),
      options,
    );
    return compareWithBaseline(findings, written, asked);
  }
  if (named === undefined) return { findings: [...findings], known: 0, gone: [], left: [] };
  return compareWithBaseline(findings, await readBaseline(named), asked);
}

/** That a paper holds no target, or is another's than was said, is told also where its rule is not asked: nothing found would say too much. */
function noteDocuments(papers: readonly CheckedPaper[], rules: readonly Rule[], options: CheckOptions, app: App): void {
  const asked = new Set(rules.map(({ id }) => id));
  for (const { rule, message, source } of papers.flatMap(({ records }) => records.findings)) {
    if (rule.startsWith('document/') && !asked.has(rule)) note(`${source.document}:${source.lineStart}: ${app.say(message)}`, options);
  }
}

function noteExpired({ expired }: Sifted, options: CheckOptions, app: App): void {
  for (const { entry, count } of expired) {
    const what = entry.id ?? [entry.rule, entry.branch].filter((part) => part !== undefined).join(' ');
    note(
      app.say({
        ja: `${what} を除く期限（${entry.until}）が過ぎたので、指摘 ${count} 件をまた挙げます（理由: ${entry.reason}）。`,
        en: `${what} was ignored until ${entry.until}: ${count} findings are back (the reason was: ${entry.reason})`,
      }),
      options,
    );
  }
}

function noteGone(gone: Compared['gone'], options: CheckOptions, app: App): void {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id).join(', ');
  note(
    app.say({
      ja: `ベースラインの指摘 ${gone.length} 件はもうありません: ${ids}（--write-baseline で書き直せます）`,
      en: `${gone.length} findings of the baseline are gone: ${ids} (--write-baseline writes it anew)`,
    }),
    options,
  );
}

/** `--explain` and `--list-rules`. */
export async function help(options: CheckOptions, app: App): Promise<ExitCode> {
  if (options.explain === undefined) await listRules(chosenRules(options), options, app);
  else await explainRule(ruleNamed(options.explain), options, app);
  return 0;
}

const notWritten = (path: string) =>
  new KpiError({
    ja: `読めない文書があるので、${path} は書きませんでした。文書を直すか、外してください。`,
    en: `${path} was not written, for not every document could be read: mend them, or leave them out`,
  });
