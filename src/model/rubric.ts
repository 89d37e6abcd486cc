import { z } from 'zod';

/** What every KPI of a measure together says: 達成 only when every one is (`exceeded`: and growth above the year before). */
export const kpiOutcome = z.enum(['exceeded', 'met', 'missed', 'none']);
export type KpiOutcome = z.infer<typeof kpiOutcome>;

/**
 * One row of a grade table: the row's grade is possible when every axis that is known agrees with it.
 * Axes that a row does not name do not matter to it.
 */
const gradeRow = z.strictObject({
  grade: z.string(),
  kpi: z.array(kpiOutcome).optional(),
  newInitiative: z.boolean().optional(),
  completion: z.array(z.enum(['effective', 'as_planned', 'partial'])).optional(),
});

const bilingual = z.strictObject({ ja: z.string(), en: z.string() });

/** A grade for a measure from two axes (支部の S/A/B/C). */
const gradeRubric = z.strictObject({
  kind: z.literal('grades'),
  id: z.string(),
  title: bilingual,
  source: z.string(),
  /** Best first. */
  grades: z.array(z.string()).min(1),
  rows: z.array(gradeRow).min(1),
});

/** A verdict for each KPI from its attainment (本部の 達成 / 概ね達成 / 未達成). Limits are percentages of attainment. */
const verdictRubric = z.strictObject({
  kind: z.literal('verdicts'),
  id: z.string(),
  title: bilingual,
  source: z.string(),
  /** Best first; the last one has no limit and takes the rest. `basis` keeps a row for targets of that basis. */
  verdicts: z
    .array(
      z.strictObject({
        verdict: z.string(),
        atLeast: z
          .string()
          .regex(/^\d+(\.\d+)?$/)
          .optional(),
        basis: z.array(z.enum(['absolute', 'previous_year', 'max_of_previous_year_and_3y_mean', 'mean_of_3y', 'qualitative'])).optional(),
      }),
    )
    .min(1),
});

export const rubric = z.discriminatedUnion('kind', [gradeRubric, verdictRubric]);
export type Rubric = z.infer<typeof rubric>;
export type GradeRubric = z.infer<typeof gradeRubric>;
export type VerdictRubric = z.infer<typeof verdictRubric>;
