import type { Severity, Source, Text } from '../model/index.ts';
import type { CheckContext } from './context.ts';

/** Something that a document itself proves, and where. */
export interface Slip {
  /** What stands there, and what the numbers would have to be. */
  readonly message: Text;
  readonly source: Source;
  /** Where a rule is less sure than usual (a reader could disagree: `note`). */
  readonly severity?: Severity;
  /** The figures of the quote that the slip is about, as printed there. */
  readonly marks?: readonly string[];
  /** What it is about, where several slips of a rule may stand at one place and mark nothing: part of the finding's id. */
  readonly subject?: string;
  /** The sum written out: `36,543 ÷ 72,900 = 50.13 %`. */
  readonly computation?: string;
  readonly related?: readonly Source[];
}

/** One thing that a careful reader checks: a pure function from what a paper says to what is wrong with it. */
export interface Rule {
  /** `coverage/arithmetic`: what it looks at, and for what. */
  readonly id: string;
  readonly severity: Severity;
  /** One line, for lists. */
  readonly summary: Text;
  /** For `kpi check --explain`: what is compared, how exactly, when it stays silent, and an example. */
  readonly explanation: Text;
  check(context: CheckContext): Iterable<Slip>;
}
