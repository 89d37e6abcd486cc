import type { Finding, Language, Severity } from '../../model/index.ts';
import { visible } from '../visible.ts';
import type { FindingsFormatter } from './formatter.ts';
import { summaryLine } from './summary.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', note: 'notice' };

/** Workflow commands of GitHub Actions: each finding stands beside its line in the pull request. The log gets the summary too. */
export const github: FindingsFormatter = (findings, context) =>
  [...findings.map((finding) => command(finding, context.lang)), summaryLine(findings, context)].map((line) => `${line}\n`).join('');

function command({ severity, rule, message, computation, id, source }: Finding, lang: Language): string {
  const { document, lineStart, lineEnd } = source;
  const properties = { file: document, line: `${lineStart}`, endLine: `${lineEnd}`, title: rule };
  const printed = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  const lines = [message[lang], computation, source.quote, id].filter((line) => line !== undefined);
  return `::${COMMANDS[severity]} ${printed.join(',')}::${data(lines.join('\n'))}`;
}

/** What would end a command, or begin another one. */
const data = (text: string): string => visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The same, and what parts the properties. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
