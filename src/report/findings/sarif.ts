import type { Rule } from '../../check/rule.ts';
import type { Finding, Language, Severity, Source } from '../../model/index.ts';
import { exactJson } from '../exact-json.ts';
import type { FindingsContext, FindingsFormatter } from './formatter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', note: 'note' };

/** SARIF 2.1.0, as code scanning and its viewers read it. */
export const sarif: FindingsFormatter = (findings, context) => `${exactJson(log(findings, context), 2)}\n`;

const log = (findings: readonly Finding[], context: FindingsContext): object => ({
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [run(findings, context)],
});

function run(findings: readonly Finding[], { lang, version, rules, documents }: FindingsContext): object {
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const artifact = new Map(documents.map((document, index) => [document, index]));
  return {
    tool: { driver: { name: 'kpi', version, language: lang, rules: rules.map((rule) => descriptor(rule, lang)) } },
    language: lang,
    columnKind: 'utf16CodeUnits',
    artifacts: documents.map((document) => ({ location: { uri: uriOf(document) } })),
    results: findings.map((finding) => result(finding, lang, ruleIndex.get(finding.rule), artifact)),
  };
}

const descriptor = ({ id, severity, summary, explanation }: Rule, lang: Language): object => ({
  id,
  shortDescription: { text: summary[lang] },
  fullDescription: { text: summary[lang] },
  help: { text: explanation[lang] },
  defaultConfiguration: { level: LEVELS[severity] },
});

function result(
  { rule, severity, message, computation, related, id, source }: Finding,
  lang: Language,
  ruleIndex: number | undefined,
  artifact: ReadonlyMap<string, number>,
): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: computation === undefined ? message[lang] : `${message[lang]}\n${computation}` },
    locations: [{ physicalLocation: place(source, artifact) }],
    relatedLocations: related?.map((one, index) => ({
      id: index + 1,
      message: { text: one.quote },
      physicalLocation: place(one, artifact),
    })),
    partialFingerprints: id === undefined ? undefined : { 'kpiFindingId/v1': id },
  };
}

const place = ({ document, lineStart, lineEnd, quote }: Source, artifact: ReadonlyMap<string, number>): object => ({
  artifactLocation: { uri: uriOf(document), index: artifact.get(document) },
  region: { startLine: lineStart, endLine: lineEnd, snippet: { text: quote } },
});

/** A relative path stays relative: to the root of the repository, where CI jobs run. */
function uriOf(document: string): string {
  const path = document
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
