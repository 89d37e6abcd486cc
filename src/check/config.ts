import { z } from 'zod';
import { severity } from '../model/index.ts';

const SEVERITIES = z.enum([...severity.options, 'off']);

/** One finding that is known and left: by its id, or all that a rule finds (of one branch). */
export const ignoredFinding = z
  .strictObject({
    id: z.string().min(1).optional(),
    rule: z.string().min(1).optional(),
    branch: z.string().min(1).optional(),
    /** For whoever reads the file next. */
    reason: z.string().min(1),
    /** The last day on which it is left: a slip is not forgotten for ever. */
    until: z.iso.date('expected a day, such as 2027-03-31'),
  })
  .refine(({ id, rule }) => (id === undefined) !== (rule === undefined), {
    message: 'name either an id or a rule',
    params: { ja: 'id か rule のどちらか一つを書きます' },
  })
  .refine(({ id, branch }) => id === undefined || branch === undefined, {
    message: 'a branch goes with a rule: an id names one finding',
    params: { ja: 'branch は rule とともに書きます（id は一つの指摘を指します）' },
  });
export type IgnoredFinding = z.infer<typeof ignoredFinding>;

/** `kpi.config.json`. */
export const checkConfig = z.strictObject({
  $schema: z.string().optional(),
  /** By id: how much a rule's findings weigh, or `off`. */
  rules: z.record(z.string(), SEVERITIES).default({}),
  ignore: z.array(ignoredFinding).default([]),
  thresholds: z
    .strictObject({
      /** 概ね達成: from this attainment on, in %. */
      nearlyMet: z.number().min(0).max(100),
    })
    .partial()
    .default({}),
  failOn: z.enum(['error', 'warning', 'never']).optional(),
  /** As seen from the folder of the file. */
  baseline: z.string().min(1).optional(),
});
export type CheckConfig = z.infer<typeof checkConfig>;

/** Findings of an earlier day, which do not fail today's job. */
export const baselineFile = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      rule: z.string(),
      document: z.string(),
      branch: z.string().optional(),
      fiscalYear: z.number().int().optional(),
      /** For those who read the file; nothing is told by it. */
      quote: z.string(),
    }),
  ),
});
export type BaselineFile = z.infer<typeof baselineFile>;
export type BaselineEntry = BaselineFile['findings'][number];
