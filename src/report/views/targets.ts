import type { Language, Target, Text } from '../../model/index.ts';
import { isReference } from '../../normalize/reference.ts';
import { groupBy } from '../../source/group-by.ts';
import { baselineLabel, targetLabel, yearLabel } from '../labels.ts';
import { lineOf } from '../place.ts';
import type { Cell, Report, Row, Section } from '../report.ts';
import { recordSheet } from './records.ts';

const WORDS = {
  name: { ja: '指標', en: 'Indicator' },
  target: { ja: '目標', en: 'Target' },
  baseline: { ja: '参考', en: 'Printed beside it' },
  line: { ja: '行', en: 'Line' },
  condition: { ja: '条件: ', en: 'Condition: ' },
  reference: { ja: '（参考：採点の対象外）', en: ' (for reference: not scored)' },
  duplicate: { ja: '（再掲）', en: ' (repeated)' },
  none: { ja: '目標はありません。', en: 'No targets.' },
} satisfies Record<string, Text>;

/** Targets on record, one section for each branch and year. */
export function targetsReport(targets: readonly Target[], lang: Language): Report {
  return {
    sections: () => targetSections(targets, lang),
    sheet: () => recordSheet(targets, lang),
    data: () => targets,
  };
}

export function targetSections(targets: readonly Target[], lang: Language): Section[] {
  if (targets.length === 0) return [{ heading: null, columns: [], rows: [], notes: [WORDS.none[lang]] }];
  const scopes = groupBy(targets, (target) => `${target.branch} ${target.fiscalYear}`);
  return [...scopes.values()].map((group) => section(group, lang));
}

function section(targets: readonly Target[], lang: Language): Section {
  const [first] = targets;
  return {
    heading: first ? `${first.branch} ${yearLabel(first.fiscalYear, lang)}` : null,
    columns: [
      { title: WORDS.name[lang], flexible: true },
      { title: WORDS.target[lang] },
      { title: WORDS.baseline[lang] },
      { title: WORDS.line[lang], align: 'right' },
    ],
    rows: [...groupBy(targets, measureTitle).values()].flatMap((group) => measureRows(group, lang)),
    notes: [],
  };
}

/** `基盤的保険者機能 ＞ サービス水準の向上`. */
export const measureTitle = ({ area, measure }: { area: string | null; measure: string | null }): string =>
  [area, measure].filter((part) => part !== null).join(' ＞ ');

function measureRows(targets: readonly Target[], lang: Language): Row[] {
  const [first] = targets;
  const title = first ? measureTitle(first) : '';
  return [{ kind: 'title', title: { text: title, tone: 'strong' } }, ...targets.map((target) => targetRow(target, lang))];
}

function targetRow(target: Target, lang: Language): Row {
  const name = (target.role === 'breakdown' ? '└ ' : '') + target.name + (isReference(target) ? WORDS.reference[lang] : '');
  const details: Cell[] = target.conditions.map(({ text }) => ({ text: WORDS.condition[lang] + text, tone: 'quiet' }));
  return {
    kind: 'cells',
    cells: [
      target.duplicateOf === null ? { text: name } : { text: name + WORDS.duplicate[lang], tone: 'quiet' },
      { text: targetLabel(target, lang) },
      { text: target.baselines.map((baseline) => baselineLabel(baseline, lang)).join('\n'), tone: 'quiet' },
      { text: lineOf(target.source), tone: 'quiet' },
    ],
    details,
  };
}
