import type { Finding, KpiRecord, Score, Target } from '../../model/index.ts';
import type { Comparison } from '../../score/compare.ts';
import type { Trend } from '../../score/trend.ts';
import type { Page } from '../../source/document.ts';

/** A document that the figures come from. */
export interface Original {
  readonly name: string;
  /** The part that speaks of the branches of the report; null where it cannot be shown. */
  readonly pages: readonly Page[] | null;
  /** Why it is not shown: the user does not want it, or the file is not there any more or says something else now. */
  readonly notShown?: 'left out' | 'gone';
  /** What was read out of that part. */
  readonly records: readonly KpiRecord[];
}

/** All that a report for a branch council (評議会) shows; nothing in it is worked out by whoever prints it. */
export interface CouncilData {
  readonly fiscalYear: number;
  /** ISO 8601 date. */
  readonly madeOn: string;
  readonly version: string;
  readonly rubric: string;
  /** A branch each; one score is a branch's report, several are the national picture. */
  readonly scores: readonly Score[];
  readonly targets: readonly Target[];
  readonly trends: readonly Trend[];
  /** Of the national picture. */
  readonly comparisons: readonly Comparison[];
  readonly findings: readonly Finding[];
  readonly originals: readonly Original[];
}

export const isNational = ({ scores }: CouncilData): boolean => scores.length > 1;
