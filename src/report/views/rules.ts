import type { Rule } from '../../check/rule.ts';
import type { Language, Text } from '../../model/index.ts';
import { wrap } from '../display.ts';
import { SEVERITIES } from '../labels.ts';
import type { Report } from '../report.ts';

const WORDS = {
  rule: { ja: '規則', en: 'Rule' },
  severity: { ja: '程度', en: 'Severity' },
  summary: { ja: '指摘すること', en: 'What it finds' },
} satisfies Record<string, Text>;

type RuleText = Pick<Rule, 'id' | 'severity' | 'summary' | 'explanation'>;

/** The rules of `kpi check`, one line each. */
export function rulesReport(rules: readonly RuleText[], lang: Language): Report {
  return {
    sections: () => [
      {
        heading: null,
        columns: [{ title: WORDS.rule[lang] }, { title: WORDS.severity[lang] }, { title: WORDS.summary[lang], flexible: true }],
        rows: rules.map(({ id, severity, summary }) => ({
          kind: 'cells',
          cells: [{ text: id }, { text: SEVERITIES[severity][lang] }, { text: summary[lang] }],
        })),
        notes: [],
      },
    ],
    sheet: () => ({
      columns: ['id', 'severity', 'summary', 'explanation'],
      rows: rules.map(({ id, severity, summary, explanation }) => [id, severity, summary[lang], explanation[lang]]),
    }),
    data: () => rules.map(({ id, severity, summary, explanation }) => ({ id, severity, summary, explanation })),
  };
}

/** One rule at length, as lines of at most `width` columns. */
export function ruleText({ id, severity, summary, explanation }: RuleText, lang: Language, width: number): string {
  const lines = [`${id} (${SEVERITIES[severity][lang]})`, summary[lang], '', explanation[lang]];
  return `${lines.flatMap((line) => wrap(line, width)).join('\n')}\n`;
}
