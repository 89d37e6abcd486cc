import type { Finding, Language, Text } from '../../model/index.ts';
import { groupBy } from '../../source/group-by.ts';
import { SEVERITIES } from '../labels.ts';
import { spansOf } from '../marked.ts';
import { escaped } from '../md.ts';
import type { FindingsFormatter } from './formatter.ts';
import { summaryLine } from './summary.ts';

const WORDS = {
  line: { ja: '行', en: 'Line' },
  severity: { ja: '程度', en: 'Severity' },
  finding: { ja: '指摘', en: 'Finding' },
  quote: { ja: '原文', en: 'Quote' },
} satisfies Record<string, Text>;

/** For a comment on a pull request: the summary, then a table for each document in which something was found. */
export const md: FindingsFormatter = (findings, context) => {
  const { lang } = context;
  const documents = [...groupBy(findings, ({ source }) => source.document)];
  return [escaped(summaryLine(findings, context)), ...documents.map(([name, own]) => `## ${escaped(name)}\n\n${grid(own, lang)}`)]
    .map((block) => `${block}\n`)
    .join('\n');
};

function grid(findings: readonly Finding[], lang: Language): string {
  const head = [WORDS.line, WORDS.severity, WORDS.finding, WORDS.quote].map((word) => word[lang]);
  return [row(head), '| --: | --- | --- | --- |', ...findings.map((finding) => row(cells(finding, lang)))].join('\n');
}

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

function cells({ source, severity, rule, message, computation, marks = [], id }: Finding, lang: Language): string[] {
  const place = source.lineStart === source.lineEnd ? `${source.lineStart}` : `${source.lineStart}–${source.lineEnd}`;
  const page = source.page > 1 ? `p. ${source.page}, ` : '';
  const said = [message[lang], ...(computation === undefined ? [] : [computation])].map(escaped);
  return [page + place, SEVERITIES[severity][lang], [...said, `\`${id ?? rule}\``].join('<br>'), marked(source.quote, marks)];
}

/** The quote with its figures in bold; `**15.1％**以上` would not be, for `％` is punctuation and 以 is none. */
function marked(quote: string, marks: readonly string[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of spansOf(quote, marks)) {
    text += `${escaped(quote.slice(at, start))}<b>${escaped(quote.slice(start, end))}</b>`;
    at = end;
  }
  return text + escaped(quote.slice(at));
}
