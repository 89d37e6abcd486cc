import type { Actual, KpiRecord, Language, ScoredKpi, Target, Text, Verdict } from '../../model/index.ts';
import { isReference } from '../../normalize/reference.ts';
import { groupBy } from '../../source/group-by.ts';
import { aside, targetLabel, verdictLabel, yearLabel } from '../labels.ts';
import type { Cell, Report, Row, Section } from '../report.ts';
import { recordData, recordSheet } from './records.ts';

const WORDS = {
  branch: { ja: '支部', en: 'Branch' },
  year: { ja: '年度', en: 'Year' },
  target: { ja: '目標', en: 'Target' },
  actual: { ja: '実績', en: 'Actual' },
  verdict: { ja: '判定', en: 'Verdict' },
  source: { ja: '出典', en: 'Source' },
  reference: { ja: '（参考：採点の対象外）', en: ' (for reference: not scored)' },
  none: { ja: 'この指標の目標も実績もありません。', en: 'No targets or results for this indicator.' },
} satisfies Record<string, Text>;

/** What is on record for one indicator: the targets and results of each branch and year, and how they were judged. */
export interface IndicatorHistory {
  readonly name: string;
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
  readonly verdicts: readonly Verdict[];
  /** What scoring makes of a target, by its id, where no paper says it. */
  readonly scored: ReadonlyMap<string, Pick<ScoredKpi, 'verdict' | 'provisional'>>;
}

/** Indicators over branches and years, whatever each year's paper calls them. */
export function historyReport(histories: readonly IndicatorHistory[], lang: Language): Report {
  const records: readonly KpiRecord[] = histories.flatMap(({ targets, actuals, verdicts }) => [...targets, ...actuals, ...verdicts]);
  return {
    sections: () => histories.map((history) => section(history, lang)),
    sheet: () => recordSheet(records, lang),
    data: () => recordData(records, lang),
  };
}

function section(history: IndicatorHistory, lang: Language): Section {
  const scopes = groupBy([...history.targets, ...history.actuals], ({ branch, fiscalYear }) => `${branch} ${fiscalYear}`);
  const rows = [...scopes.values()].flatMap((records) => scopeRows(records, history, lang));
  return {
    heading: history.name,
    columns: [
      { title: WORDS.branch[lang] },
      { title: WORDS.year[lang] },
      { title: WORDS.target[lang] },
      { title: WORDS.actual[lang] },
      { title: WORDS.verdict[lang] },
      { title: WORDS.source[lang], flexible: true },
    ],
    rows,
    notes: rows.length === 0 ? [WORDS.none[lang]] : [],
  };
}

/** A branch's year: a row for each target, the results beside the first. */
function scopeRows(records: readonly (Target | Actual)[], history: IndicatorHistory, lang: Language): Row[] {
  const targets = records.filter((record): record is Target => record.type === 'target' && record.duplicateOf === null);
  const actuals = records.filter((record): record is Actual => record.type === 'actual');
  const [first] = records;
  if (!first) return [];
  const lines: readonly (Target | null)[] = targets.length === 0 ? [null] : targets;
  return lines.map((target, index) => {
    const results = index === 0 ? actuals : [];
    return {
      kind: 'cells',
      cells: [
        { text: first.branch },
        { text: yearLabel(first.fiscalYear, lang) },
        { text: target ? targetLabel(target, lang) : '-' },
        { text: results.map((result) => resultLabel(result, lang)).join('\n') || '-' },
        verdictCell(target, history, lang),
        {
          text: [...(target ? [target] : []), ...results]
            .map(({ source }) => `${source.document.split('/').at(-1)}:${source.lineStart}`)
            .join('\n'),
          tone: 'quiet',
        },
      ],
      details: target && (target.name !== history.name || isReference(target)) ? [{ text: nameOf(target, lang), tone: 'quiet' }] : [],
    };
  });
}

const nameOf = (target: Target, lang: Language): string => target.name + (isReference(target) ? WORDS.reference[lang] : '');

/** As printed; a figure of less than the whole year with its date. */
const resultLabel = ({ text, unit, value, asOf }: Actual, lang: Language): string => {
  const figure = value !== null && unit !== null && !/[^\d.,▲-]/.test(text) ? `${text}${unit}` : text;
  return asOf === null ? figure : aside(figure, asOf, lang);
};

function verdictCell(target: Target | null, { verdicts, scored }: IndicatorHistory, lang: Language): Cell {
  const printed = verdicts.find((verdict) => verdict.branch === target?.branch && verdict.fiscalYear === target.fiscalYear);
  if (printed) return { text: printed.verdict };
  const own = target && scored.get(target.id);
  return { text: own?.verdict ? verdictLabel(own.verdict, own.provisional, lang) : '-' };
}
