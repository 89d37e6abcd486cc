import { Chalk } from 'chalk';
import type { Finding, Severity, Source, Text } from '../../model/index.ts';
import { displayWidth } from '../display.ts';
import { SEVERITIES } from '../labels.ts';
import { shellWord } from '../shell-word.ts';
import { visible } from '../visible.ts';
import type { FindingsContext, FindingsFormatter } from './formatter.ts';
import { type Span, spansOf } from './marked.ts';
import { placeOf } from './place.ts';
import { summaryLine } from './summary.ts';

const WORDS = {
  see: { ja: '関連', en: 'see' },
} satisfies Record<string, Text>;

type Paint = (text: string) => string;

interface Paints {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly place: Paint;
  readonly quiet: Paint;
  readonly mark: Paint;
}

function paintsOf(color: boolean): Paints {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    severity: { error: chalk.red.bold, warning: chalk.yellow.bold, note: chalk.cyan.bold },
    place: chalk.bold,
    quiet: chalk.dim,
    mark: chalk.bold,
  };
}

/** For a terminal, as compilers print: where, what, the passage with its figures marked, and the sum. */
export const stylish: FindingsFormatter = (findings, context) => {
  const paints = paintsOf(context.color);
  return [...findings.map((finding) => `${printed(finding, paints, context)}\n`), `${summaryLine(findings, context)}\n`].join('');
};

function printed(finding: Finding, paints: Paints, { lang, width }: FindingsContext): string {
  const { source, severity, rule, message, computation, marks = [], related = [], id } = finding;
  const gutter = String(source.lineEnd).length + 2;
  const margin = ' '.repeat(gutter);
  const bar = paints.quiet('|');
  const label = paints.severity[severity](SEVERITIES[severity][lang]);
  return [
    `${paints.place(visible(placeOf(source)))}: ${label}: ${visible(message[lang]).replaceAll('\n', ' ')} ${paints.quiet(`[${rule}]`)}`,
    ...passage(source, marks, width - gutter - 3, paints.mark).flatMap(({ number, text, under }) => [
      `${paints.quiet(String(number ?? '').padStart(gutter))} ${bar} ${text}`.trimEnd(),
      ...(under === '' ? [] : [`${margin} ${bar} ${paints.severity[severity](under)}`]),
    ]),
    ...[
      ...(computation === undefined ? [] : [computation]),
      ...related.map((one) => `${WORDS.see[lang]} ${placeOf(one)}: ${shortened(one.quote)}`),
      ...(id === undefined ? [] : [explainCommand(id, finding)]),
    ].map((line) => `${margin} ${paints.quiet(`= ${visible(line).replaceAll('\n', ' ')}`)}`),
    '',
  ].join('\n');
}

/** With the documents that the finding rests on, for it may be found only where they are read together. */
function explainCommand(id: string, { source, related = [] }: Finding): string {
  const documents = new Set([source, ...related].map(({ document }) => document));
  return `kpi explain ${[id, ...documents].map(shellWord).join(' ')}`;
}

/** Of another passage, as much as tells which. */
function shortened(quote: string): string {
  const [first = '', ...more] = quote.split('\n');
  const cut = [...first].slice(0, 60).join('');
  return more.length > 0 || cut !== first ? `${cut}…` : cut;
}

interface PrintedLine {
  /** Null where it cannot be told: blank lines and page furniture are not in a quote. */
  readonly number: number | null;
  readonly text: string;
  /** Carets below the figures; empty where there are none. */
  readonly under: string;
}

/** The quote by the lines of the document, none wider than the terminal. */
function passage({ quote, lineStart, lineEnd }: Source, marks: readonly string[], width: number, mark: Paint): PrintedLine[] {
  const spans = spansOf(quote, marks);
  const lines = quote.split('\n');
  const whole = lines.length === lineEnd - lineStart + 1;
  let start = 0;
  return lines.flatMap((line, index) => {
    const from = start;
    start += line.length + 1;
    const number = whole || index === 0 ? lineStart + index : index === lines.length - 1 ? lineEnd : null;
    return pieces(line, Math.max(20, width)).map(({ at, text }, piece) => ({
      number: piece === 0 ? number : null,
      ...marked(text, within(spans, from + at, text.length), mark),
    }));
  });
}

function pieces(line: string, width: number): { readonly at: number; readonly text: string }[] {
  const cut: { at: number; text: string }[] = [];
  let piece = { at: 0, text: '' };
  let used = 0;
  let at = 0;
  for (const character of line) {
    const size = displayWidth(visible(character));
    if (used + size > width) {
      cut.push(piece);
      piece = { at, text: '' };
      used = 0;
    }
    piece.text += character;
    used += size;
    at += character.length;
  }
  return [...cut, piece];
}

/** The spans that reach into a piece of the quote, as seen from its beginning. */
const within = (spans: readonly Span[], at: number, length: number): Span[] =>
  spans
    .map(({ start, end }) => ({ start: Math.max(start - at, 0), end: Math.min(end - at, length) }))
    .filter(({ start, end }) => start < end);

function marked(piece: string, spans: readonly Span[], mark: Paint): Pick<PrintedLine, 'text' | 'under'> {
  let text = '';
  let under = '';
  let at = 0;
  for (const { start, end } of spans) {
    const [before, figure] = [visible(piece.slice(at, start)), visible(piece.slice(start, end))];
    text += before + mark(figure);
    under += ' '.repeat(displayWidth(before)) + '^'.repeat(displayWidth(figure));
    at = end;
  }
  return { text: text + visible(piece.slice(at)), under };
}
