import type { Area, Completion, Effort, GradeRubric, KpiOutcome, ScoredMeasure, Text } from '../model/index.ts';
import { type Axes, COMPLETIONS, type Grading, gradesFor, type MissingAxis } from './grade.ts';
import type { KpiScore } from './kpi.ts';

/** A measure with its KPIs (without their parts) and what the branch says of it. */
export interface MeasureFacts {
  readonly area: Area | null;
  readonly measure: string | null;
  readonly kpis: readonly KpiScore[];
  readonly efforts: readonly Effort[];
  /** The grade that a report printed for it. */
  readonly published: string | null;
}

export function scoreMeasure({ area, measure, kpis, efforts, published }: MeasureFacts, rubric: GradeRubric): ScoredMeasure {
  const [completion, newInitiative] = [
    agreed(efforts.map((effort) => effort.completion)),
    agreed(efforts.map((effort) => effort.newInitiative)),
  ];
  const axes: Axes = {
    kpi: outcomesOf(kpis),
    completion: completion === null ? COMPLETIONS : [completion],
    newInitiative: newInitiative === null ? [true, false] : [newInitiative],
  };
  const grading = gradesFor(rubric, axes);
  const [grade = null] = grading.possible;
  return {
    area,
    measure,
    // One grade possible beside an undefined combination is not yet that grade.
    grade: grading.possible.length === 1 && grading.undefined.length === 0 ? grade : null,
    possible: grading.possible,
    published,
    missing: grading.missing.flatMap((axis) => missingText(axis, kpis, grading.missing)),
    reasons: [
      facts(kpis, completion, newInitiative, grading),
      ...undefinedReason(grading),
      ...growthReasons(kpis, axes),
      ...exemptReasons(kpis),
      ...provisionalReason(kpis),
      ...publishedReason(published, grading),
    ],
  };
}

/** A grade from mid-year figures may still change. */
function provisionalReason(kpis: readonly KpiScore[]): Text[] {
  const count = kpis.filter(({ kpi }) => kpi.provisional).length;
  if (count === 0) return [];
  const verdicts = count === 1 ? '1 verdict is provisional' : `${count} verdicts are provisional`;
  return [{ ja: `KPI ${count}件の判定は年度途中の値による暫定`, en: `${verdicts}, from mid-year figures` }];
}

/** The printed grade against what is possible on record. */
function publishedReason(published: string | null, { possible }: Grading): Text[] {
  if (published === null) return [];
  const [ja, en] = !possible.includes(published)
    ? ['あり得る評価の中にない', 'is not among those possible']
    : possible.length === 1
      ? ['あり得るただ一つの評価', 'is the only one possible']
      : ['あり得る評価の一つ', 'is one of those possible'];
  return [{ ja: `公表された評価 ${published} は、${ja}`, en: `the published grade ${published} ${en}` }];
}

/** What all that say anything say; where they disagree it counts as not said. */
function agreed<Value>(values: readonly (Value | null)[]): Value | null {
  const said = [...new Set(values.filter((value) => value !== null))];
  const [only = null] = said;
  return said.length === 1 ? only : null;
}

/** 達成 only when every KPI is; S asks that every one also grew by more than the year before. */
function outcomesOf(all: readonly KpiScore[]): KpiOutcome[] {
  if (all.length === 0) return ['none'];
  const kpis = all.filter(({ outcome }) => outcome !== 'exempt');
  if (kpis.some(({ outcome }) => outcome === 'missed')) return ['missed'];
  const open = kpis.length === 0 || kpis.some(({ outcome }) => outcome === 'unknown');
  const growths = kpis.map(({ growth }) => growth.above);
  const grown: KpiOutcome[] = growths.includes('no')
    ? ['met']
    : !open && growths.every((above) => above === 'yes')
      ? ['exceeded']
      : ['exceeded', 'met'];
  return open ? [...grown, 'missed'] : grown;
}

const COMPLETION_NAMES: Record<Completion, Text> = {
  effective: { ja: '計画通りに実施し、効果的な結果が得られた', en: 'carried out as planned, with effective results' },
  as_planned: { ja: '計画通りに実施', en: 'carried out as planned' },
  partial: { ja: '計画の一部を実施', en: 'carried out in part' },
};
const OUTCOME_NAMES: Record<Exclude<KpiOutcome, 'none'>, Text> = {
  exceeded: { ja: '達成（伸び幅も上回る）', en: 'met (with growth above)' },
  met: { ja: '達成', en: 'met' },
  missed: { ja: '未達成', en: 'not met' },
};

/** `KPI 2件すべて達成、計画達成度は不明 → S か A` */
function facts(kpis: readonly KpiScore[], completion: Completion | null, newInitiative: boolean | null, grading: Grading): Text {
  const parts: Text[] = [kpis.length > 0 ? kpiFacts(kpis) : initiativeFacts(newInitiative)];
  parts.push(
    completion === null
      ? { ja: '計画達成度は不明', en: 'completion of the plan not known' }
      : { ja: `計画達成度は「${COMPLETION_NAMES[completion].ja}」`, en: COMPLETION_NAMES[completion].en },
  );
  const { ja, en } = outcome(grading);
  return { ja: `${parts.map((part) => part.ja).join('、')} → ${ja}`, en: `${parts.map((part) => part.en).join(', ')} → ${en}` };
}

/** `C、または評価基準に定めがない`: one grade that is possible is not yet the grade. */
function outcome({ possible, undefined: worlds }: Grading): Text {
  if (possible.length === 0) return { ja: '評価基準に定めがない組合せ', en: 'not defined by the rubric' };
  const open = possible.length === 1 && worlds.length > 0;
  const [ja, en] = open ? ['、または評価基準に定めがない', ', or not defined by the rubric'] : ['', ''];
  return { ja: possible.join(' か ') + ja, en: possible.join(' or ') + en };
}

function kpiFacts(kpis: readonly KpiScore[]): Text {
  const count = (outcome: KpiScore['outcome']) => kpis.filter((kpi) => kpi.outcome === outcome).length;
  const [met, missed, unknown] = [count('met'), count('missed'), count('unknown')];
  if (met === kpis.length)
    return met === 1 ? { ja: 'KPI 1件を達成', en: 'its one KPI met' } : { ja: `KPI ${met}件すべて達成`, en: `all ${met} KPIs met` };
  const told: [number, string, string][] = [
    [met, '達成', 'met'],
    [missed, '未達成', 'not met'],
    [unknown, '不明', 'not known'],
    [count('exempt'), '対象外', 'exempt'],
  ];
  const some = told.filter(([number]) => number > 0);
  return {
    ja: `KPI ${kpis.length}件（${some.map(([number, ja]) => `${ja} ${number}`).join('、')}）`,
    en: `${kpis.length} ${kpis.length === 1 ? 'KPI' : 'KPIs'} (${some.map(([number, , en]) => `${number} ${en}`).join(', ')})`,
  };
}

function initiativeFacts(newInitiative: boolean | null): Text {
  if (newInitiative === null) return { ja: 'KPI の設定なし、新たな取組みは不明', en: 'no KPI, new initiative not known' };
  return newInitiative
    ? { ja: 'KPI の設定なし、新たな取組みあり', en: 'no KPI, a new initiative' }
    : { ja: 'KPI の設定なし、新たな取組みなし', en: 'no KPI, no new initiative' };
}

/** With more grades possible than these little is known, and what the rubric leaves out tells nothing yet. */
const TELLING = 2;

/** Where only some of what is possible has a row: which has none. */
function undefinedReason({ possible, undefined: worlds }: Grading): Text[] {
  if (possible.length === 0 || worlds.length === 0 || possible.length > TELLING) return [];
  const combinations = new Map<string, Text>();
  for (const { kpi, completion, newInitiative } of worlds) {
    const name =
      kpi === 'none'
        ? { ja: `新たな取組み${newInitiative ? 'あり' : 'なし'}`, en: newInitiative ? 'a new initiative' : 'no new initiative' }
        : OUTCOME_NAMES[kpi === 'exceeded' ? 'met' : kpi];
    const [ja, en] = [`${name.ja} × ${COMPLETION_NAMES[completion].ja}`, `${name.en} × ${COMPLETION_NAMES[completion].en}`];
    combinations.set(ja, { ja, en });
  }
  const list = (lang: 'ja' | 'en') => [...combinations.values()].map((text) => text[lang]).join(lang === 'ja' ? '、' : '; ');
  return [{ ja: `評価基準に定めがない組合せ: ${list('ja')}`, en: `not defined by the rubric: ${list('en')}` }];
}

/** The evidence for or against S: it is granted only when every KPI has it on record. */
function growthReasons(kpis: readonly KpiScore[], { kpi: outcomes, completion }: Axes): Text[] {
  if (!outcomes.some((outcome) => outcome === 'exceeded' || outcome === 'met') || !completion.includes('effective')) return [];
  const label = outcomes.includes('exceeded') ? (outcomes.length === 1 ? GROWN : CANDIDATE) : NOT_GROWN;
  const named = (name: string): Text => (kpis.length === 1 ? { ja: '', en: '' } : { ja: `「${name}」`, en: `"${name}" ` });
  return kpis.flatMap(({ target, growth }) =>
    growth.evidence && (label !== NOT_GROWN || growth.above === 'no')
      ? [
          {
            ja: `${label.ja}: ${named(target.name).ja}${growth.evidence.ja}`,
            en: `${label.en}: ${named(target.name).en}${growth.evidence.en}`,
          },
        ]
      : [],
  );
}

const GROWN: Text = { ja: '伸び幅が対前年度を上回った', en: 'growth above the year before' };
const CANDIDATE: Text = { ja: '伸び幅が対前年度を上回った可能性', en: 'possibly growth above the year before' };
const NOT_GROWN: Text = { ja: '伸び幅は対前年度を上回っていない', en: 'no growth above the year before' };

const exemptReasons = (kpis: readonly KpiScore[]): Text[] =>
  kpis
    .filter(({ outcome }) => outcome === 'exempt')
    .map(({ target }) => ({ ja: `「${target.name}」は目標の対象外なので数えない`, en: `"${target.name}" is exempt and does not count` }));

function missingText(axis: MissingAxis, kpis: readonly KpiScore[], all: readonly MissingAxis[]): Text[] {
  switch (axis) {
    case 'result':
      return unknownResults(kpis);
    case 'growth':
      // Nothing to ask before it is known whether the targets are met at all.
      return all.includes('result') ? [] : [GROWTH];
    case 'newInitiative':
      return [{ ja: '新たな取組みの有無', en: 'whether there was a new initiative' }];
    case 'completion':
      return [{ ja: '計画達成度', en: 'completion of the plan' }];
  }
}

const GROWTH: Text = {
  ja: '伸び幅が対前年度を上回ったか（前年度と前々年度の実績）',
  en: 'whether growth was above the year before (results of the two years before)',
};

function unknownResults(kpis: readonly KpiScore[]): Text[] {
  const open = kpis.filter(({ outcome, missing }) => outcome === 'unknown' && missing === null);
  if (open.length === kpis.length)
    return [{ ja: 'KPI の達成・未達成', en: kpis.length === 1 ? 'whether its KPI is met' : 'whether its KPIs are met' }];
  return [
    ...open.map(({ target }) => ({ ja: `「${target.name}」の達成・未達成`, en: `whether "${target.name}" is met` })),
    ...kpis.flatMap(({ target, missing }) =>
      missing
        ? [
            {
              ja: `${missing.ja}（「${target.name}」の条件。CSV の「${missing.ja}」の列に書く）`,
              en: `${missing.en} (a condition of "${target.name}"; the column ${missing.ja} of the CSV)`,
            },
          ]
        : [],
    ),
  ];
}
