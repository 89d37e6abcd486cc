import type { GradeRow, Indicator, Severity, Text } from '../model/index.ts';
import type { CoverageRow } from './coverage.ts';
import type { TextLine } from './lines.ts';
import type { Heading } from './outline.ts';
import type { RawStatement } from './statement.ts';

/** Whose figure it is and of which year, as printed, when that is not the paper's own: `R8KPI 協会全体`, `R5全国`. */
export interface RawOwner {
  readonly branch: string | null;
  readonly fiscalYear: string | null;
}

/** A statement and the heading that it stands under. */
export interface PlacedStatement {
  readonly statement: RawStatement;
  readonly heading: Heading | null;
  /** It stands in an appendix (KPI一覧), which repeats the body. */
  readonly appendix: boolean;
  readonly owner?: RawOwner;
}

/** A result in the document's own words. */
export interface RawResult {
  /** The target that it answers; it gives indicator and name. */
  readonly statement: RawStatement | null;
  /** As printed; empty when only the target names it. */
  readonly name: string;
  /** What the catalog calls it, when the printed name says more: `特定健診（40～74歳の被扶養者が対象） 受診率`. */
  readonly known?: string;
  /** From a table of statistics beside the KPIs. */
  readonly statistic?: true;
  /** As printed: `96.80%`, `907件／96,681件`, `未提供`. */
  readonly text: string;
  /** Null when there is none yet. */
  readonly number: string | null;
  readonly magnitude: string;
  readonly unit: string;
  /** `9月末`, `令和2年11月末現在`, `年度累計`; null for the full year. */
  readonly asOf: string | null;
  /** `13` of `（全国13位）`. */
  readonly rank: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** 対計画値, 達成率 in %, as printed without the sign. */
  readonly attainment?: string;
  readonly heading: Heading | null;
  readonly owner?: RawOwner;
  readonly lines: readonly TextLine[];
}

/** `達成`, `概ね達成`, `達成見込み` beside one KPI. */
export interface RawVerdict {
  readonly statement: RawStatement;
  readonly verdict: string;
  /** Rubric id. */
  readonly rubric: string;
  readonly heading: Heading | null;
  readonly owner?: RawOwner;
  readonly lines: readonly TextLine[];
}

/** 自己評価 of one measure. */
export interface RawRating {
  readonly heading: Heading;
  /** As printed, with that of the measure above it: `①ⅰ）`. */
  readonly number?: string | null;
  /** 担当G, without グループ. */
  readonly group?: string | null;
  readonly grade: string;
  readonly rubric: string;
  /** 重要度, 困難度 */
  readonly importance?: string | null;
  readonly difficulty?: string | null;
  readonly owner?: RawOwner;
  readonly lines: readonly TextLine[];
}

export interface RawChange {
  readonly kind: 'changed' | 'deleted' | 'added';
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly lines: readonly TextLine[];
}

/** The table of grades that the paper prints for its ratings. */
export interface RawRubric {
  readonly rows: readonly GradeRow[];
  /** The id of the built-in rubric that says the same. */
  readonly sameAs: string | null;
  readonly lines: readonly TextLine[];
}

/** Something in the paper that a reader should look at. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** From the quote of the lines. */
  readonly message: (quote: string) => Text;
  /** The words and figures that it is about, as printed. */
  readonly marks?: readonly string[];
  /** What they would have to be, worked out. */
  readonly computation?: string;
  readonly lines: readonly TextLine[];
}

/** What one paper says, whatever its family, in its own words and with its own places. `normalize/` makes records of it. */
export interface Paper {
  readonly statements: readonly PlacedStatement[];
  readonly results: readonly RawResult[];
  readonly verdicts: readonly RawVerdict[];
  readonly ratings: readonly RawRating[];
  readonly changes: readonly RawChange[];
  readonly rubrics: readonly RawRubric[];
  readonly coverage: readonly CoverageRow[];
  readonly findings: readonly RawFinding[];
  /** Every heading, in order. */
  readonly headings: readonly Heading[];
  /** How many KPI markers stand in the text. */
  readonly markers: number;
  /** What a marker announced and no record came of. */
  readonly unread: readonly (readonly TextLine[])[];
}

export const EMPTY_PAPER: Paper = {
  statements: [],
  results: [],
  verdicts: [],
  ratings: [],
  changes: [],
  rubrics: [],
  coverage: [],
  findings: [],
  headings: [],
  markers: 0,
  unread: [],
};

/** Reads the lines of one paper of one family. `knows` says whether the catalog has a name, `resolve` which indicator it names. */
export type FamilyReader = (
  lines: readonly TextLine[],
  knows: (name: string) => boolean,
  resolve: (name: string) => Indicator | null,
) => Paper;
