import { REFERENCE_MARK } from '../catalog/markers.ts';
import { COMPARATORS } from '../catalog/phrases.ts';
import type { Decimal } from '../model/index.ts';
import type { TextLine } from './lines.ts';
import type { Paper } from './paper.ts';
import { decimalOf } from './printed-number.ts';

/** One KPI of a report with what the report makes of it, for comparing. */
export interface Judged {
  readonly verdict: string;
  readonly name: string;
  /** Null for a target that is no number of its own (対前年度以上). */
  readonly target: Decimal | null;
  readonly result: Decimal | null;
  readonly lowerIsBetter: boolean;
  readonly lines: readonly TextLine[];
}

/** The KPIs that count: a row shown for reference does not. */
export function judgedIn({ verdicts, results }: Pick<Paper, 'verdicts' | 'results'>): Judged[] {
  const byStatement = new Map(results.map((result) => [result.statement, result]));
  return verdicts
    .filter(({ statement }) => !REFERENCE_MARK.test(statement.mark))
    .map(({ statement, verdict, lines }) => {
      const result = byStatement.get(statement) ?? null;
      const { name, promise } = statement;
      const absolute = promise.kind === 'absolute' && promise.magnitude === (result?.magnitude ?? '') ? promise : null;
      return {
        verdict,
        name,
        target: absolute && decimalOf(absolute.number),
        result: decimalOf(result?.number ?? null),
        lowerIsBetter: LOWER.includes(absolute?.comparator ?? ''),
        lines,
      };
    });
}

/** Comparators of targets that are met from below. */
const LOWER = COMPARATORS.filter(([, sign]) => sign.startsWith('<')).map(([words]) => words);
