import type { Decimal } from './decimal.ts';
import type { Area, Basis, Comparator, Source } from './records.ts';
import type { Text } from './text.ts';

/** Where the number of a target came from: the plan itself, or how a previous-year target was resolved. */
export type TargetOrigin = 'plan' | 'store' | 'csv' | 'baseline' | null;

export interface ScoredKpi {
  readonly targetId: string;
  readonly indicator: string | null;
  readonly name: string;
  readonly area: Area | null;
  readonly measure: string | null;
  readonly comparator: Comparator;
  readonly basis: Basis;
  readonly target: { readonly value: Decimal | null; readonly unit: string | null; readonly from: TargetOrigin };
  readonly actual: { readonly value: Decimal | null; readonly unit: string | null; readonly text: string; readonly source: Source } | null;
  /** 達成度 in %, one decimal, half up: actual ÷ target where higher is better, target ÷ actual where lower is better. */
  readonly attainment: Decimal | null;
  /** actual − target, in the target's unit. */
  readonly gap: Decimal | null;
  /** Null when it cannot be known. */
  readonly verdict: string | null;
  readonly reasons: readonly Text[];
}

export interface ScoredMeasure {
  readonly area: Area | null;
  readonly measure: string | null;
  /** Null unless `possible` has one entry. */
  readonly grade: string | null;
  readonly possible: readonly string[];
  /** The grade that an ingested report printed. */
  readonly published: string | null;
  /** What would narrow `possible` down. */
  readonly missing: readonly Text[];
  readonly reasons: readonly Text[];
}

export interface Score {
  readonly branch: string;
  readonly fiscalYear: number;
  readonly rubric: string;
  readonly kpis: readonly ScoredKpi[];
  readonly measures: readonly ScoredMeasure[];
  readonly summary: {
    readonly kpis: number;
    /** Count of KPIs by verdict; those that cannot be known are under `unknown`. */
    readonly verdicts: Readonly<Record<string, number>>;
    /** Count of measures by grade; those without one are under `undecided`. */
    readonly grades: Readonly<Record<string, number>>;
  };
}
