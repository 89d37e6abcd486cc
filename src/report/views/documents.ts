import { FAMILIES } from '../../catalog/families.ts';
import type { Finding, KpiRecord, Language, Text } from '../../model/index.ts';
import { SEVERITIES, say, yearLabel } from '../labels.ts';
import { lineOf, placeOf } from '../place.ts';
import type { Cell, Report, Row, Section, Tone } from '../report.ts';
import { recordData, recordSheet } from './records.ts';
import { targetSections } from './targets.ts';

/** Records of each type, and among the findings those that say a marker ended in no target. */
export type Counts = Readonly<Record<KpiRecord['type'] | 'unread', number>>;

export function countsOf(records: Iterable<KpiRecord>): Counts {
  const counts = { target: 0, coverage: 0, actual: 0, effort: 0, rating: 0, verdict: 0, change: 0, rubric: 0, finding: 0, unread: 0 };
  for (const record of records) {
    counts[record.type]++;
    if (record.type === 'finding' && record.rule === 'target/unread') counts.unread += record.passages ?? 1;
  }
  return counts;
}

/** One document as it was read (a plan, a CSV of actuals), and what became of it in the store. */
export interface ReadDocument {
  readonly name: string;
  readonly family: string;
  readonly scopes: readonly { readonly branch: string; readonly fiscalYear: number }[];
  /** KPI markers in a plan: each ended in a target or in a finding that quotes it. Null where nothing is marked (a CSV). */
  readonly markers: number | null;
  /** How many records of each kind it has. */
  readonly counts: Counts;
  /** The records to print: all of them, or of a document that is kept only the findings. There may be more than can be held at once. */
  readonly records: Iterable<KpiRecord>;
  /** Null on a dry run. */
  readonly outcome: 'added' | 'unchanged' | 'replaced' | null;
}

const WORDS = {
  family: { ja: '種別', en: 'Family' },
  branches: { ja: '支部', en: 'Branches' },
  years: { ja: '年度', en: 'Years' },
  findings: { ja: '指摘', en: 'Findings' },
  records: { ja: '読んだもの', en: 'Read' },
  outcome: { ja: '保存', en: 'Store' },
  severity: { ja: '程度', en: 'Severity' },
  line: { ja: '行', en: 'Line' },
  message: { ja: '内容', en: 'What was found' },
  none: { ja: '文書はありません。', en: 'No documents.' },
} satisfies Record<string, Text>;

const ACTUALS: Text = { ja: '実績', en: 'actuals' };

const OUTCOMES: Record<'added' | 'unchanged' | 'replaced' | 'dry', Text> = {
  added: { ja: '追加', en: 'added' },
  unchanged: { ja: '変更なし', en: 'unchanged' },
  replaced: { ja: '置換', en: 'replaced' },
  dry: { ja: '保存せず', en: 'dry run' },
};

const SEVERITY_TONES: Record<Finding['severity'], Tone> = { error: 'bad', warning: 'doubtful', note: 'quiet' };
/** A file with all 47 plans names its count instead. */
const NAMED_BRANCHES = 4;

/** What `kpi ingest` and `kpi actuals` read: a summary for people, the records for programs. */
export function documentsReport(documents: readonly ReadDocument[], lang: Language): Report {
  const records = { [Symbol.iterator]: () => recordsIn(documents) };
  return {
    sections: () => [summarySection(documents, lang), ...findingSections(findingsOf(records), lang), ...newTargetSections(documents, lang)],
    sheet: () => recordSheet(records, lang),
    data: () => recordData(records, lang),
  };
}

function* recordsIn(documents: readonly ReadDocument[]): Generator<KpiRecord> {
  for (const { records } of documents) yield* records;
}

export const findingsOf = (records: Iterable<KpiRecord>): Finding[] => only(records, 'finding');

/** Those of one type; of a hundred thousand that stay packed, no others are held. */
function only<Type extends KpiRecord['type']>(records: Iterable<KpiRecord>, type: Type): Extract<KpiRecord, { readonly type: Type }>[] {
  const isWanted = (record: KpiRecord): record is Extract<KpiRecord, { readonly type: Type }> => record.type === type;
  const found: Extract<KpiRecord, { readonly type: Type }>[] = [];
  for (const record of records) if (isWanted(record)) found.push(record);
  return found;
}

/** What a dry run found and no store keeps. */
function newTargetSections(documents: readonly ReadDocument[], lang: Language): Section[] {
  const dry = documents.filter(({ outcome }) => outcome === null);
  const targets = only(recordsIn(dry), 'target');
  return targets.length > 0 ? targetSections(targets, lang) : [];
}

function branchesOf({ scopes }: ReadDocument, lang: Language): string {
  const names = [...new Set(scopes.map(({ branch }) => branch))];
  if (names.length <= NAMED_BRANCHES) return names.join(' ');
  return lang === 'ja' ? `${names.length}支部` : `${names.length} branches`;
}

const yearsOf = ({ scopes }: ReadDocument, lang: Language) =>
  [...new Set(scopes.map(({ fiscalYear }) => fiscalYear))]
    .sort()
    .map((fiscalYear) => yearLabel(fiscalYear, lang))
    .join(' ');

const outcomeOf = ({ outcome }: ReadDocument, lang: Language) => say(OUTCOMES[outcome ?? 'dry'], lang);

/** A CSV of actuals is no paper, and has no signs to be told by. */
const familyOf = ({ family }: ReadDocument, lang: Language) => (FAMILIES.find(({ id }) => id === family)?.name ?? ACTUALS)[lang];

interface Count {
  readonly title: Text;
  of(document: ReadDocument): number;
  /** A kind of record, that may stand with others in one column. */
  readonly asWords?: true;
  /** Shown for this kind of document even when it is 0; the others only when there are some. */
  readonly always?: 'paper' | 'csv' | 'both';
}

const recordsOf =
  (kind: keyof Counts) =>
  ({ counts }: ReadDocument): number =>
    counts[kind];

const COUNTS: readonly Count[] = [
  { title: { ja: 'KPI標識', en: 'KPI markers' }, of: ({ markers }) => markers ?? 0, always: 'paper' },
  { title: { ja: '目標', en: 'Targets' }, of: recordsOf('target'), always: 'paper', asWords: true },
  { title: { ja: '対象者数', en: 'Coverage' }, of: recordsOf('coverage'), always: 'paper', asWords: true },
  { title: { ja: '実績', en: 'Actuals' }, of: recordsOf('actual'), always: 'csv', asWords: true },
  { title: { ja: '取組み', en: 'Efforts' }, of: recordsOf('effort'), always: 'csv', asWords: true },
  { title: { ja: '自己評価', en: 'Ratings' }, of: recordsOf('rating'), asWords: true },
  { title: { ja: '判定', en: 'Verdicts' }, of: recordsOf('verdict'), asWords: true },
  { title: { ja: '変更', en: 'Changes' }, of: recordsOf('change'), asWords: true },
  { title: { ja: '評価基準', en: 'Rubrics' }, of: recordsOf('rubric'), asWords: true },
  { title: { ja: '読めず', en: 'Unread' }, of: recordsOf('unread'), always: 'paper' },
  { title: { ja: '指摘', en: 'Findings' }, of: recordsOf('finding'), always: 'both' },
];

/** The counts that say something of these documents, in the order of the columns. */
function countsFor(documents: readonly ReadDocument[]): readonly Count[] {
  const kinds = new Set<Count['always']>(['both', ...documents.map(({ markers }) => (markers === null ? 'csv' : 'paper'))]);
  return COUNTS.filter(({ of, always }) => (always !== undefined && kinds.has(always)) || documents.some((document) => of(document) > 0));
}

/** More counts than this do not fit side by side: papers of several families have records of many kinds. */
const MOST_COLUMNS = 6;

interface CountColumn {
  readonly title: string;
  of(document: ReadDocument): string;
}

/** A column for each count; where there are too many, what was read stands in one, as words. */
function countColumns(documents: readonly ReadDocument[], lang: Language): readonly CountColumn[] {
  const counts = countsFor(documents);
  const column = ({ title, of }: Count): CountColumn => ({ title: title[lang], of: (document) => String(of(document)) });
  if (counts.length <= MOST_COLUMNS) return counts.map(column);
  const kinds = counts.filter(({ asWords }) => asWords);
  const words: CountColumn = {
    title: WORDS.records[lang],
    of: (document) =>
      kinds
        .filter(({ of }) => of(document) > 0)
        .map(({ title, of }) => `${title[lang]} ${of(document)}`)
        .join('\n'),
  };
  const [markers, ...others] = counts.filter(({ asWords }) => !asWords).map(column);
  return [...(markers ? [markers] : []), words, ...others];
}

/** A document's name stands above its counts: a path is as long as it likes. */
function summarySection(documents: readonly ReadDocument[], lang: Language): Section {
  const counts = countColumns(documents, lang);
  return {
    heading: null,
    columns: [
      { title: WORDS.family[lang] },
      { title: WORDS.branches[lang] },
      { title: WORDS.years[lang] },
      ...counts.map(({ title }) => ({ title, align: title === WORDS.records[lang] ? ('left' as const) : ('right' as const) })),
      { title: WORDS.outcome[lang] },
    ],
    rows: documents.flatMap((document): Row[] => [
      { kind: 'title', title: { text: document.name, tone: 'strong' } },
      {
        kind: 'cells',
        cells: [
          { text: familyOf(document, lang) },
          { text: branchesOf(document, lang) },
          { text: yearsOf(document, lang) },
          ...counts.map(({ of }): Cell => ({ text: of(document) })),
          { text: outcomeOf(document, lang) },
        ],
      },
    ]),
    notes: documents.length === 0 ? [WORDS.none[lang]] : [],
  };
}

/** What a person should look at. */
export function findingSections(findings: readonly Finding[], lang: Language): Section[] {
  if (findings.length === 0) return [];
  const several = new Set(findings.map(({ source }) => source.document)).size > 1;
  return [
    {
      heading: `${WORDS.findings[lang]} (${findings.length})`,
      columns: [
        { title: WORDS.line[lang], align: 'right' },
        { title: WORDS.severity[lang] },
        { title: WORDS.message[lang], flexible: true },
      ],
      rows: findings.map(({ severity, message, source }) => ({
        kind: 'cells',
        cells: [
          { text: several ? placeOf(source) : lineOf(source) },
          { text: SEVERITIES[severity][lang], tone: SEVERITY_TONES[severity] },
          { text: message[lang] },
        ],
      })),
      notes: [],
    },
  ];
}

/** The summary of one document on one line, for standard error beside records on standard output. */
export function documentLine(document: ReadDocument, lang: Language): string {
  const counts = countsFor([document]).map(({ title, of }) => `${title[lang]} ${of(document)}`);
  return [
    `${document.name}: ${familyOf(document, lang)}`,
    branchesOf(document, lang),
    yearsOf(document, lang),
    ...counts,
    outcomeOf(document, lang),
  ].join(', ');
}
