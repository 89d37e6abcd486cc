import { z } from 'zod';
import { area } from './records.ts';

/** An indicator that keeps its identity through renamings; a change of definition is another indicator. */
export const indicator = z.strictObject({
  /** Kebab case, ASCII: `mailing-rate`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  unit: z.string().nullable().default(null),
  /** Which way is better; null for a qualitative one. */
  direction: z.enum(['higher', 'lower']).nullable().default(null),
  area: area.nullable().default(null),
  /** The indicator in whose place it came when the definition was changed: figures of the two are not one series. */
  succeeds: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  /** The 具体的施策 under which plans usually put it, first the usual wording, then others. */
  measures: z.array(z.string().min(1)).default([]),
});
export type Indicator = z.infer<typeof indicator>;

/** A file of one's own for `--catalog`: names that the built-in catalog does not know. */
export const catalogFile = z.strictObject({ indicators: z.array(indicator) });
export type CatalogFile = z.infer<typeof catalogFile>;
