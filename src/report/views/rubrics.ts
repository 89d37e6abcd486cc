import type { GradeRubric, Language, Rubric, Text, VerdictRow, VerdictRubric } from '../../model/index.ts';
import type { Report, Section } from '../report.ts';

const WORDS = {
  id: { ja: 'ID', en: 'ID' },
  title: { ja: '名称', en: 'Title' },
  source: { ja: '出典', en: 'Source' },
  results: { ja: '評価', en: 'Results' },
  grade: { ja: '評価', en: 'Grade' },
  kpi: { ja: 'KPI達成度', en: 'KPIs' },
  newInitiative: { ja: '新たな取組み', en: 'New initiative' },
  completion: { ja: '計画達成度', en: 'Plan' },
  verdict: { ja: '判定', en: 'Verdict' },
  when: { ja: '条件', en: 'When' },
  met: { ja: '目標を達成', en: 'the target is met' },
  atLeast: { ja: '達成度 {0}% 以上', en: 'attainment of {0}% or more' },
  basis: { ja: '目標の種類', en: 'Kind of target' },
  rest: { ja: 'それ以外', en: 'the rest' },
  any: { ja: '問わない', en: 'any' },
} satisfies Record<string, Text>;

const OUTCOMES: Record<'exceeded' | 'met' | 'missed' | 'none', Text> = {
  exceeded: { ja: '達成し、伸び幅などが対前年度を上回った', en: 'met, and grew more than the year before' },
  met: { ja: '達成', en: 'met' },
  missed: { ja: '未達成', en: 'missed' },
  none: { ja: 'KPIなし', en: 'no KPI' },
};
const COMPLETIONS: Record<'effective' | 'as_planned' | 'partial', Text> = {
  effective: { ja: '計画通りに実施し、効果的な結果が得られた', en: 'as planned, with effect' },
  as_planned: { ja: '計画通りに実施', en: 'as planned' },
  partial: { ja: '計画の一部を実施', en: 'in part' },
};
const YES_NO = { true: { ja: 'あり', en: 'yes' }, false: { ja: 'なし', en: 'no' } } satisfies Record<string, Text>;

/** Rubrics: one line each, or the one table that `rubric show` prints. */
export function rubricsReport(rubrics: readonly Rubric[], lang: Language, detailed: boolean): Report {
  return {
    sections: () => (detailed ? rubrics.map((rubric) => detail(rubric, lang)) : [list(rubrics, lang)]),
    sheet: () => ({
      columns: ['id', 'kind', 'title', 'source', 'results'],
      rows: rubrics.map((rubric) => [rubric.id, rubric.kind, rubric.title[lang], rubric.source, results(rubric).join('/')]),
    }),
    data: () => rubrics,
    single: detailed && rubrics.length === 1,
  };
}

const results = (rubric: Rubric): string[] => (rubric.kind === 'grades' ? rubric.grades : rubric.verdicts.map(({ verdict }) => verdict));

function list(rubrics: readonly Rubric[], lang: Language): Section {
  return {
    heading: null,
    columns: [{ title: WORDS.id[lang] }, { title: WORDS.title[lang], flexible: true }, { title: WORDS.results[lang] }],
    rows: rubrics.map((rubric) => ({
      kind: 'cells',
      cells: [{ text: rubric.id }, { text: rubric.title[lang] }, { text: results(rubric).join(' / ') }],
    })),
    notes: [],
  };
}

function detail(rubric: Rubric, lang: Language): Section {
  const heading = `${rubric.id}: ${rubric.title[lang]}`;
  const notes = [`${WORDS.source[lang]}: ${rubric.source}`];
  return { heading, notes, ...(rubric.kind === 'grades' ? gradeTable(rubric, lang) : verdictTable(rubric, lang)) };
}

function gradeTable({ rows }: GradeRubric, lang: Language): Pick<Section, 'columns' | 'rows'> {
  const any = WORDS.any[lang];
  return {
    columns: [
      { title: WORDS.grade[lang] },
      { title: WORDS.kpi[lang], flexible: true },
      { title: WORDS.newInitiative[lang] },
      { title: WORDS.completion[lang] },
    ],
    rows: rows.map(({ grade, kpi, newInitiative, completion }) => ({
      kind: 'cells',
      cells: [
        { text: grade },
        { text: kpi?.map((outcome) => OUTCOMES[outcome][lang]).join('\n') ?? any },
        { text: newInitiative === undefined ? any : YES_NO[`${newInitiative}`][lang] },
        { text: completion?.map((way) => COMPLETIONS[way][lang]).join('\n') ?? any },
      ],
    })),
  };
}

function verdictTable({ verdicts }: VerdictRubric, lang: Language): Pick<Section, 'columns' | 'rows'> {
  return {
    columns: [{ title: WORDS.verdict[lang] }, { title: WORDS.when[lang] }, { title: WORDS.basis[lang], flexible: true }],
    rows: verdicts.map((row) => ({
      kind: 'cells',
      cells: [{ text: row.verdict }, { text: whenOf(row, lang) }, { text: row.basis?.join(' ') ?? WORDS.any[lang] }],
    })),
  };
}

function whenOf({ met, atLeast }: VerdictRow, lang: Language): string {
  const parts = [met ? WORDS.met[lang] : null, atLeast === undefined ? null : WORDS.atLeast[lang].replace('{0}', atLeast)];
  return parts.filter((part) => part !== null).join('\n') || WORDS.rest[lang];
}
