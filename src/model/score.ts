import type { Area } from './areas.ts';
import type { Decimal } from './decimal.ts';
import type { Basis, Comparator, Source, Target } from './records.ts';
import type { Text } from './text.ts';

/** Where the number of a target came from: the plan itself, or how a previous-year target was resolved. */
export type TargetOrigin = 'plan' | 'store' | 'csv' | 'baseline' | null;

export interface ScoredKpi {
  readonly targetId: string;
  readonly indicator: string | null;
  readonly name: string;
  readonly area: Area | null;
  readonly measure: string | null;
  /** A breakdown is scored and shown, but its measure is judged by its KPIs. */
  readonly role: Target['role'];
  readonly comparator: Comparator;
  readonly basis: Basis;
  readonly target: { readonly value: Decimal | null; readonly unit: string | null; readonly from: TargetOrigin };
  readonly actual: {
    readonly value: Decimal | null;
    readonly unit: string | null;
    readonly text: string;
    /** Null for a full year's result: `9月末`. */
    readonly asOf: string | null;
    readonly source: Source;
  } | null;
  /** 達成度 in %, one decimal, half up: actual ÷ target where higher is better, target ÷ actual where lower is better. */
  readonly attainment: Decimal | null;
  /** actual − target, in the target's unit. */
  readonly gap: Decimal | null;
  /** Null when it cannot be known. */
  readonly verdict: string | null;
  /** From a figure that is not yet the whole year's: the result itself (9月末), or that of the year before that it was compared with. */
  readonly provisional: boolean;
  /** The verdict that an ingested report printed. */
  readonly published: string | null;
  readonly reasons: readonly Text[];
}

export interface ScoredMeasure {
  readonly area: Area | null;
  readonly measure: string | null;
  /** Null unless `possible` has one entry, and nothing that the rubric leaves undefined is possible beside it. */
  readonly grade: string | null;
  /** Best first; empty where the rubric defines no grade for what is on record. */
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
  /** Empty with a rubric that has no grades. */
  readonly measures: readonly ScoredMeasure[];
  /** Breakdowns are not counted, nor are rows that a report shows for reference: they are not scored at all. */
  readonly summary: {
    readonly kpis: number;
    /** Count of KPIs by verdict; those that cannot be known are under `unknown`. */
    readonly verdicts: Readonly<Record<string, number>>;
    /** Count of measures by grade; under `undecided` those with several possible, under `undefined` those that the rubric does not define. */
    readonly grades: Readonly<Record<string, number>>;
    /** How many rows （参考） were left out, where there are some. */
    readonly reference?: number;
  };
}
