import { z } from 'zod';

/** What every KPI of a measure together says: 達成 only when every one is (`exceeded`: and growth above the year before). */
export const kpiOutcome = z.enum(['exceeded', 'met', 'missed', 'none']);
export type KpiOutcome = z.infer<typeof kpiOutcome>;

/**
 * One row of a grade table: it fits when every axis that it names has one of the values given. Axes that a row does not name do not
 * matter to it. Of several rows that fit, the first counts.
 */
const gradeRow = z.strictObject({
  grade: z.string().min(1),
  kpi: z.array(kpiOutcome).min(1).optional(),
  newInitiative: z.boolean().optional(),
  completion: z
    .array(z.enum(['effective', 'as_planned', 'partial']))
    .min(1)
    .optional(),
});
export type GradeRow = z.infer<typeof gradeRow>;

const bilingual = z.strictObject({ ja: z.string(), en: z.string() });

/** A grade for a measure from its axes (支部の S/A/B/C). What no row fits has no grade. */
export const gradeRubric = z.strictObject({
  kind: z.literal('grades'),
  id: z.string().min(1),
  title: bilingual,
  source: z.string(),
  /** Best first. */
  grades: z.array(z.string().min(1)).min(1),
  rows: z.array(gradeRow).min(1),
});

/** One verdict for a KPI. Of several that fit, the first counts; one that names no limit takes the rest. */
const verdictRow = z.strictObject({
  verdict: z.string().min(1),
  /** Only where the target itself is met (`以上`, `以下`). */
  met: z.literal(true).optional(),
  /** Only from this attainment on, in %, as printed with one decimal. */
  atLeast: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
  /** What must hold beside the numbers, for people to judge: such a verdict is never given, only named as open. */
  judged: bilingual.optional(),
  /** Only for targets of these kinds. */
  basis: z
    .array(z.enum(['absolute', 'previous_year', 'max_of_previous_year_and_3y_mean', 'mean_of_3y', 'qualitative']))
    .min(1)
    .optional(),
});
export type VerdictRow = z.infer<typeof verdictRow>;

/** A verdict for each KPI (本部の 達成 / 概ね達成 / 未達成). */
const verdictRubric = z.strictObject({
  kind: z.literal('verdicts'),
  id: z.string().min(1),
  title: bilingual,
  source: z.string(),
  /** Best first. */
  verdicts: z.array(verdictRow).min(1),
});

export const rubric = z.discriminatedUnion('kind', [gradeRubric, verdictRubric]).superRefine((value, context) => {
  if (value.kind !== 'grades') return;
  for (const [index, { grade }] of value.rows.entries()) {
    if (value.grades.includes(grade)) continue;
    const grades = value.grades.join(', ');
    context.addIssue({
      code: 'custom',
      path: ['rows', index, 'grade'],
      message: `expected one of the grades: ${grades}`,
      params: { ja: `grades のいずれか（${grades}）を書きます` },
    });
  }
});
export type Rubric = z.infer<typeof rubric>;
export type GradeRubric = z.infer<typeof gradeRubric>;
export type VerdictRubric = z.infer<typeof verdictRubric>;
