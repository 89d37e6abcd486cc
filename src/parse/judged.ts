import { REFERENCE_MARK } from '../catalog/markers.ts';
import { COMPARATORS } from '../catalog/phrases.ts';
import { Decimal } from '../model/index.ts';
import type { TextLine } from './lines.ts';
import type { Paper } from './paper.ts';

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
        result: result?.number == null ? null : decimalOf(result.number),
        lowerIsBetter: LOWER.includes(absolute?.comparator ?? ''),
        lines,
      };
    });
}

/** Comparators of targets that are met from below. */
const LOWER = COMPARATORS.filter(([, sign]) => sign.startsWith('<')).map(([words]) => words);

/** A figure as printed; null when it is not written in plain digits. */
export function decimalOf(number: string): Decimal | null {
  const plain = number.replaceAll(',', '').replace(/^▲/, '-').replace(/^\+/, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Decimal.of(plain) : null;
}
