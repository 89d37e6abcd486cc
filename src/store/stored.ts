import { z } from 'zod';
import {
  absoluteTarget,
  actual,
  baseline,
  change,
  coverage,
  decimalText,
  effort,
  finding,
  type KpiRecord,
  printedRubric,
  qualitativeTarget,
  rating,
  relativeTarget,
  verdict,
} from '../model/index.ts';

export type RecordOf<T extends KpiRecord['type']> = Extract<KpiRecord, { readonly type: T }>;

const figure = decimalText.nullable();
const baselines = z.array(baseline.extend({ value: figure }));

/** The records of the model as a row holds them: the same, but for decimals in text. */
const stored: { readonly [T in KpiRecord['type']]: z.ZodType<RecordOf<T>> } = {
  target: z.discriminatedUnion('basis', [
    absoluteTarget.extend({ value: decimalText, baselines }),
    relativeTarget.extend({ baselines }),
    qualitativeTarget.extend({ baselines }),
  ]),
  coverage: coverage.extend({ population: figure, planned: figure, rate: figure }),
  actual: actual.extend({ value: figure, numerator: figure, denominator: figure, attainment: decimalText.optional() }),
  effort,
  rating,
  verdict,
  change,
  rubric: printedRubric,
  finding,
};

/** Null when the row is damaged: no JSON, or not such a record. */
export function decode<T extends KpiRecord['type']>(body: string, type: T): RecordOf<T> | null {
  const { data } = stored[type].safeParse(parse(body));
  return data ?? null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
