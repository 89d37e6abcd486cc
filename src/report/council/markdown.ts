import type { Language, Score } from '../../model/index.ts';
import { groupBy } from '../../source/group-by.ts';
import { goalLabel, resultLabel, SEVERITIES, verdictLabel, yearLabel } from '../labels.ts';
import { escaped } from '../md.ts';
import { type CouncilData, isNational } from './data.ts';
import { WORDS } from './html/words.ts';

/** Findings beyond these are only counted: a comment on a pull request is short. */
const FINDINGS = 10;

/** The report in so few lines that it fits a comment on a pull request. */
export function councilMarkdown(data: CouncilData, lang: Language): string {
  const title = isNational(data) ? WORDS.national[lang] : (data.scores[0]?.branch ?? '');
  return `${[
    `## ${title} ${yearLabel(data.fiscalYear, lang)} ${WORDS.title[lang]}`,
    ...(isNational(data) ? nation(data, lang) : data.scores.flatMap((score) => branch(score, lang))),
    ...findings(data, lang),
  ].join('\n')}\n`;
}

const counts = (by: Readonly<Record<string, number>>, lang: Language): string =>
  Object.entries(by)
    .map(([verdict, count]) => `${verdict === 'unknown' ? WORDS.unknown[lang] : verdict} ${count}`)
    .join(', ');

function branch({ kpis, measures, summary }: Score, lang: Language): string[] {
  const grades = measures.map(
    ({ measure, grade, possible }) => `| ${escaped(measure ?? '-')} | ${grade ?? (possible.join(' / ') || '-')} |`,
  );
  return [
    '',
    `**KPI ${summary.kpis}: ${counts(summary.verdicts, lang)}**`,
    '',
    `| ${[WORDS.indicator, WORDS.target, WORDS.actual, WORDS.attainment, WORDS.verdict].map((word) => word[lang]).join(' | ')} |`,
    '| --- | --: | --: | --: | --- |',
    ...kpis.map(({ name, target, actual, attainment, verdict, provisional, comparator, basis }) => {
      const goal = goalLabel({ target, comparator, basis }, lang);
      const result = actual === null ? '-' : resultLabel(actual, lang);
      const said = verdict === null ? '-' : verdictLabel(verdict, provisional, lang);
      return `| ${[escaped(name), escaped(goal), escaped(result), attainment ? `${attainment.text}%` : '-', said].join(' | ')} |`;
    }),
    ...(grades.length === 0 ? [] : ['', `| ${WORDS.measure[lang]} | ${WORDS.grade[lang]} |`, '| --- | --- |', ...grades]),
  ];
}

function nation({ scores }: CouncilData, lang: Language): string[] {
  const verdicts = [...new Set(scores.flatMap(({ summary }) => Object.keys(summary.verdicts)))];
  const title = (verdict: string) => (verdict === 'unknown' ? WORDS.unknown[lang] : verdict);
  return [
    '',
    `| ${[WORDS.branch[lang], 'KPI', ...verdicts.map(title)].join(' | ')} |`,
    `| --- | --: |${' --: |'.repeat(verdicts.length)}`,
    ...scores.map(
      ({ branch: name, summary }) =>
        `| ${[name, summary.kpis, ...verdicts.map((verdict) => summary.verdicts[verdict] ?? 0)].join(' | ')} |`,
    ),
  ];
}

function findings({ findings: all }: CouncilData, lang: Language): string[] {
  const serious = all.filter(({ severity }) => severity !== 'note');
  if (serious.length === 0) return [];
  const bySeverity = [...groupBy(serious, ({ severity }) => SEVERITIES[severity][lang])].map(([name, own]) => `${name} ${own.length}`);
  return [
    '',
    `**${WORDS.findings[lang]}: ${bySeverity.join(', ')}**`,
    '',
    ...serious
      .slice(0, FINDINGS)
      .map(
        ({ message, source }) => `- ${escaped(message[lang])} (${escaped(source.document.split('/').at(-1) ?? '')}:${source.lineStart})`,
      ),
    ...(serious.length > FINDINGS ? [`- … +${serious.length - FINDINGS}`] : []),
  ];
}
