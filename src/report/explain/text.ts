import { Chalk } from 'chalk';
import type { Language, Text } from '../../model/index.ts';
import { wrap } from '../display.ts';
import { baselineLabel, compared, quantity, SEVERITIES, targetLabel, yearLabel } from '../labels.ts';
import { placeOf } from '../place.ts';
import type { Context } from '../report.ts';
import { gutterOf, type LineStyle, linesOfQuote, markedLines, printedLines } from '../source-lines.ts';
import { measureTitle } from '../views/targets.ts';
import { visible } from '../visible.ts';
import type { ExplainedPassage, Explainer, FindingExplanation, TargetExplanation } from './explanation.ts';

const WORDS = {
  computation: { ja: '計算', en: 'Computation' },
  related: { ja: '関連', en: 'See also' },
  rule: { ja: '規則', en: 'Rule' },
  target: { ja: '目標', en: 'Target' },
  baselines: { ja: '並べて書かれた値', en: 'Printed beside it' },
  conditions: { ja: '条件', en: 'Conditions' },
  actual: { ja: '実績', en: 'Actual' },
  earlier: { ja: 'それまでの実績', en: 'Earlier results' },
  verdict: { ja: '判定', en: 'Verdict' },
  rubric: { ja: '基準', en: 'rubric' },
  attainment: { ja: '達成度', en: 'attainment' },
  gap: { ja: '差', en: 'gap' },
  published: { ja: '公表された判定', en: 'published' },
  unknown: { ja: '判定できない', en: 'cannot be known' },
  notScored: { ja: '採点の対象ではありません。', en: 'Not scored: it repeats another target, or stands for reference.' },
  stored: {
    ja: '（文書がないか、書き換えられています。読んだときの文です）',
    en: '(the document is not at hand, or has changed: as it was read)',
  },
} satisfies Record<string, Text>;

interface Tools {
  readonly lang: Language;
  readonly width: number;
  readonly style: LineStyle;
  title(text: string): string;
}

/** For a terminal. */
export const text: Explainer = (explanations, context) => {
  const tools = toolsOf(context);
  return explanations
    .map((one) => (one.kind === 'finding' ? findingBlocks(one, tools) : targetBlocks(one, tools)))
    .map(
      (blocks) =>
        `${blocks
          .filter((block) => block.length > 0)
          .map((block) => block.join('\n'))
          .join('\n\n')}\n`,
    )
    .join('\n');
};

function toolsOf({ lang, width, color }: Context): Tools {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const style: LineStyle = { width, pointer: '>', quiet: chalk.dim, figure: chalk.bold, under: chalk.yellow };
  return { lang, width, style, title: chalk.bold };
}

type Block = readonly string[];

function findingBlocks({ finding, rule, passage, related }: FindingExplanation, tools: Tools): Block[] {
  const { lang } = tools;
  const { id = rule.id, severity, message, computation, branch, fiscalYear } = finding;
  const whose = branch === undefined || fiscalYear === undefined ? [] : [`${branch} ${yearLabel(fiscalYear, lang)}`];
  return [
    [tools.title(visible(id)), ...prose([SEVERITIES[severity][lang], ...whose].join(', '), tools), ...prose(message[lang], tools)],
    shown(passage, tools),
    computation === undefined ? [] : [tools.title(WORDS.computation[lang]), ...indented(computation, tools)],
    related.length === 0 ? [] : [tools.title(WORDS.related[lang]), ...related.flatMap((one) => shown(one, tools))],
    [tools.title(`${WORDS.rule[lang]} ${rule.id}`), ...indented(rule.summary[lang], tools), ...indented(rule.explanation[lang], tools)],
  ];
}

function targetBlocks({ target, passage, rubric, kpi, result, earlier }: TargetExplanation, tools: Tools): Block[] {
  const { lang } = tools;
  const { branch, fiscalYear, name, baselines, conditions } = target;
  const where = [`${branch} ${yearLabel(fiscalYear, lang)}`, measureTitle(target)].filter((part) => part !== '').join(', ');
  const list = (word: Text, lines: readonly string[]): Block =>
    lines.length === 0 ? [] : [tools.title(word[lang]), ...lines.flatMap((line) => indented(line, tools))];
  return [
    [tools.title(visible(target.id)), ...prose(name, tools), ...prose(where, tools)],
    [tools.title(`${WORDS.target[lang]} ${targetLabel(target, lang)}`), ...shown(passage, tools)],
    list(
      WORDS.baselines,
      baselines.map((baseline) => baselineLabel(baseline, lang)),
    ),
    list(
      WORDS.conditions,
      conditions.map((condition) => condition.text),
    ),
    result === null || kpi?.actual == null
      ? [`${tools.title(WORDS.actual[lang])} -`]
      : [tools.title(`${WORDS.actual[lang]} ${visible(kpi.actual.text)}`), ...shown(result, tools)],
    earlier.length === 0
      ? []
      : [
          tools.title(WORDS.earlier[lang]),
          ...earlier.flatMap(({ actual, passage: place }) => [
            `  ${yearLabel(actual.fiscalYear, lang)} ${visible(actual.text)}${actual.asOf === null ? '' : ` (${visible(actual.asOf)})`}`,
            ...shown(place, tools),
          ]),
        ],
    kpi === null
      ? indented(WORDS.notScored[lang], tools)
      : [tools.title(verdictLine(kpi, rubric, lang)), ...kpi.reasons.flatMap((reason) => indented(reason[lang], tools))],
  ];
}

/** `判定 達成（基準: branch、達成度 101.2%、差 1.1%）`. */
function verdictLine(
  { verdict, attainment, gap, target, comparator, published }: NonNullable<TargetExplanation['kpi']>,
  rubric: string,
  lang: Language,
): string {
  const particulars = [
    `${WORDS.rubric[lang]}: ${rubric}`,
    ...(target.value === null ? [] : [`${WORDS.target[lang]} ${compared(comparator, quantity(target.value, target.unit, lang), lang)}`]),
    ...(attainment === null ? [] : [`${WORDS.attainment[lang]} ${attainment.text}%`]),
    ...(gap === null ? [] : [`${WORDS.gap[lang]} ${quantity(gap, target.unit, lang)}`]),
    ...(published === null ? [] : [`${WORDS.published[lang]}: ${published}`]),
  ];
  const inside = particulars.join(lang === 'ja' ? '、' : ', ');
  return visible(`${WORDS.verdict[lang]} ${verdict ?? WORDS.unknown[lang]}${lang === 'ja' ? `（${inside}）` : ` (${inside})`}`);
}

/** A passage with its surroundings, else its quote. */
function shown({ source, marks, lines }: ExplainedPassage, { lang, style }: Tools): string[] {
  const place = `  ${visible(placeOf(source))}`;
  if (lines === null) {
    return [place, ...printedLines(linesOfQuote(source, marks), gutterOf(source.lineEnd), style), `  ${style.quiet(WORDS.stored[lang])}`];
  }
  const quoted = markedLines(
    lines.filter((line) => line.quoted).map((line) => line.text),
    marks,
  );
  const first = lines.findIndex((line) => line.quoted);
  const marked = lines.map((line, index) => ({ ...line, spans: line.quoted ? (quoted[index - first]?.spans ?? []) : [] }));
  return [place, ...printedLines(marked, gutterOf(lines.at(-1)?.number ?? source.lineEnd), style)];
}

const prose = (sentence: string, { width }: Tools): string[] => wrap(visible(sentence), width);
const indented = (sentence: string, { width }: Tools): string[] => wrap(visible(sentence), width - 2).map((line) => `  ${line}`);
