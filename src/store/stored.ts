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
function decode<T extends KpiRecord['type']>(body: string, type: T): RecordOf<T> | null {
  const { data } = stored[type].safeParse(parse(body));
  return data ?? null;
}

const isRecordType = (type: string): type is KpiRecord['type'] => type in stored;

/** A row, by its place in the store. */
interface Placed {
  readonly sequence: number;
  readonly position: number;
  readonly body: string;
}

/** Null where a row is damaged. */
export interface Decoder {
  decode<T extends KpiRecord['type']>(row: Placed, type: T): RecordOf<T> | null;
  decodeAny(row: Placed & { readonly type: string }): KpiRecord | null;
}

type Known = { readonly [T in KpiRecord['type']]: Map<string, { readonly body: string; readonly record: RecordOf<T> }> };

/** Checks a row once, however often it is asked for: a report looks at the same records from several sides. */
export function createDecoder(): Decoder {
  const known: Known = {
    target: new Map(),
    coverage: new Map(),
    actual: new Map(),
    effort: new Map(),
    rating: new Map(),
    verdict: new Map(),
    change: new Map(),
    rubric: new Map(),
    finding: new Map(),
  };
  const decodeOnce = <T extends KpiRecord['type']>({ sequence, position, body }: Placed, type: T): RecordOf<T> | null => {
    const place = `${sequence} ${position}`;
    const earlier = known[type].get(place);
    if (earlier?.body === body) return earlier.record;
    const record = decode(body, type);
    if (record !== null) known[type].set(place, { body, record });
    return record;
  };
  return { decode: decodeOnce, decodeAny: (row) => (isRecordType(row.type) ? decodeOnce(row, row.type) : null) };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
