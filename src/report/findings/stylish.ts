import { Chalk } from 'chalk';
import type { Finding, Severity, Text } from '../../model/index.ts';
import { SEVERITIES } from '../labels.ts';
import { placeOf } from '../place.ts';
import { shellWord } from '../shell-word.ts';
import { gutterOf, linesOfQuote, printedLines } from '../source-lines.ts';
import { visible } from '../visible.ts';
import type { FindingsContext, FindingsFormatter } from './formatter.ts';
import { summaryLine } from './summary.ts';

const SEE: Text = { ja: '関連', en: 'see' };

type Paint = (text: string) => string;

interface Paints {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly strong: Paint;
  readonly quiet: Paint;
}

function paintsOf(color: boolean): Paints {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    severity: { error: chalk.red.bold, warning: chalk.yellow.bold, note: chalk.cyan.bold },
    strong: chalk.bold,
    quiet: chalk.dim,
  };
}

/** For a terminal, as compilers print: where, what, the passage with its figures marked, and the sum. */
export const stylish: FindingsFormatter = (findings, context) => {
  const paints = paintsOf(context.color);
  return [...findings.map((finding) => `${printed(finding, paints, context)}\n`), `${summaryLine(findings, context)}\n`].join('');
};

function printed(finding: Finding, { severity: tones, strong, quiet }: Paints, { lang, width }: FindingsContext): string {
  const { source, severity, rule, message, computation, marks = [], related = [], id } = finding;
  const gutter = gutterOf(source.lineEnd);
  const label = tones[severity](SEVERITIES[severity][lang]);
  const style = { width, quiet, figure: strong, under: tones[severity] };
  const remarks = [
    ...(computation === undefined ? [] : [computation]),
    ...related.map((one) => `${SEE[lang]} ${placeOf(one)}: ${shortened(one.quote)}`),
    ...(id === undefined ? [] : [explainCommand(id, finding)]),
  ];
  return [
    `${strong(oneLine(placeOf(source)))}: ${label}: ${oneLine(message[lang])} ${quiet(`[${rule}]`)}`,
    ...printedLines(linesOfQuote(source, marks), gutter, style),
    ...remarks.map((line) => `${' '.repeat(gutter)} ${quiet(`= ${oneLine(line)}`)}`),
    '',
  ].join('\n');
}

const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ');

/** With the documents that the finding rests on, for it may be found only where they are read together. */
function explainCommand(id: string, { source, related = [] }: Finding): string {
  const documents = new Set([source, ...related].map(({ document }) => document));
  return ['kpi explain', shellWord(id), ...[...documents].map((one) => (one === '<stdin>' ? '-' : shellWord(one)))].join(' ');
}

/** Of another passage, as much as tells which. */
function shortened(quote: string): string {
  const [first = '', ...more] = quote.split('\n');
  const cut = [...first].slice(0, 60).join('');
  return more.length > 0 || cut !== first ? `${cut}…` : cut;
}
