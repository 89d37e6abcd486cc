import type { Rule } from '../../check/rule.ts';
import type { Actual, Finding, ScoredKpi, Source, Target } from '../../model/index.ts';
import type { PassageLine } from '../../source/passage.ts';
import type { Context } from '../report.ts';

/** A passage as far as it can be shown: with its surroundings where the document is at hand and says it still. */
export interface ExplainedPassage {
  readonly source: Source;
  readonly marks: readonly string[];
  /** Null: only the quote is known. */
  readonly lines: readonly PassageLine[] | null;
}

/** Why `kpi check` finds something. */
export interface FindingExplanation {
  readonly kind: 'finding';
  readonly finding: Finding;
  readonly rule: Pick<Rule, 'id' | 'summary' | 'explanation'>;
  readonly passage: ExplainedPassage;
  readonly related: readonly ExplainedPassage[];
}

/** What a target asks for, and how it was scored. */
export interface TargetExplanation {
  readonly kind: 'target';
  readonly target: Target;
  readonly passage: ExplainedPassage;
  readonly rubric: string;
  /** Null where a target is not scored: it only repeats another, or is shown for reference. */
  readonly kpi: ScoredKpi | null;
  /** What it was scored with. */
  readonly result: ExplainedPassage | null;
  /** What is on record of the years before, the newest first: from there come previous-year targets. */
  readonly earlier: readonly { readonly actual: Actual; readonly passage: ExplainedPassage }[];
}

export type Explanation = FindingExplanation | TargetExplanation;

export type Explainer = (explanations: readonly Explanation[], context: Context) => string;
