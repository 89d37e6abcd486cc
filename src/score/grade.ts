import type { Completion, GradeRow, GradeRubric, KpiOutcome } from '../model/index.ts';

/** One way that things may be, given what is on record. */
export interface World {
  readonly kpi: KpiOutcome;
  readonly completion: Completion;
  readonly newInitiative: boolean;
}

/** What is on record of a measure: for each axis the values that are still possible, one where it is known. */
export interface Axes {
  readonly kpi: readonly KpiOutcome[];
  readonly completion: readonly Completion[];
  readonly newInitiative: readonly boolean[];
}

export const COMPLETIONS: readonly Completion[] = ['effective', 'as_planned', 'partial'];

/** `result` is whether the KPIs are met, `growth` whether they exceed the year before. */
export type MissingAxis = 'result' | 'growth' | 'newInitiative' | 'completion';

export interface Grading {
  /** Grades still possible, best first; empty where no row of the rubric fits. */
  readonly possible: readonly string[];
  /** Worlds for which the rubric has no row. */
  readonly undefined: readonly World[];
  /** Unknown axes that would narrow the answer down. */
  readonly missing: readonly MissingAxis[];
}

/** Of a nation's six hundred measures most are in one of a few states. */
const KNOWN = new WeakMap<GradeRubric, Map<string, Grading>>();

/** Tries every way that things may be, so that nothing is guessed: what all of them agree on is the grade. */
export function gradesFor(rubric: GradeRubric, axes: Axes): Grading {
  const known = KNOWN.get(rubric) ?? new Map<string, Grading>();
  KNOWN.set(rubric, known);
  const state = [axes.kpi, axes.completion, axes.newInitiative].join(' ');
  const grading = known.get(state) ?? gradingOf(rubric, axes);
  known.set(state, grading);
  return grading;
}

function gradingOf(rubric: GradeRubric, axes: Axes): Grading {
  const worlds = worldsOf(axes).map((world) => ({ world, grade: gradeOf(rubric, world) }));
  const found = new Set(worlds.map(({ grade }) => grade));
  const differs = (split: (world: World) => string | null): boolean => {
    const parts = new Map<string, Set<string | null>>();
    for (const { world, grade } of worlds) {
      const part = split(world);
      if (part !== null) parts.set(part, (parts.get(part) ?? new Set()).add(grade));
    }
    const [first, ...others] = [...parts.values()];
    return first !== undefined && others.some((other) => other.size !== first.size || [...other].some((grade) => !first.has(grade)));
  };
  return {
    possible: rubric.grades.filter((grade) => found.has(grade)),
    undefined: worlds.flatMap(({ world, grade }) => (grade === null ? [world] : [])),
    missing: AXES.filter(({ split }) => differs(split)).map(({ axis }) => axis),
  };
}

const AXES: readonly { readonly axis: MissingAxis; readonly split: (world: World) => string | null }[] = [
  { axis: 'result', split: ({ kpi }) => (kpi === 'none' ? null : String(kpi === 'missed')) },
  { axis: 'growth', split: ({ kpi }) => (kpi === 'exceeded' || kpi === 'met' ? kpi : null) },
  { axis: 'newInitiative', split: ({ newInitiative }) => String(newInitiative) },
  { axis: 'completion', split: ({ completion }) => completion },
];

const worldsOf = (axes: Axes): World[] =>
  axes.kpi.flatMap((kpi) =>
    axes.newInitiative.flatMap((newInitiative) => axes.completion.map((completion) => ({ kpi, newInitiative, completion }))),
  );

const gradeOf = ({ rows }: GradeRubric, world: World): string | null => rows.find((row) => fits(row, world))?.grade ?? null;

const fits = (row: GradeRow, { kpi, newInitiative, completion }: World): boolean =>
  (row.kpi?.includes(kpi) ?? true) &&
  (row.newInitiative ?? newInitiative) === newInitiative &&
  (row.completion?.includes(completion) ?? true);
