import { z } from 'zod';
import { AREAS } from './areas.ts';
import { decimal } from './decimal-schema.ts';
import { gradeRubric } from './rubric.ts';

/** Where a record stands. Lines count from 1 in the text as read (for a PDF, within the page). */
export const source = z.object({
  document: z.string(),
  page: z.number().int().positive(),
  lineStart: z.number().int().positive(),
  lineEnd: z.number().int().positive(),
  /** The page of `lineEnd`, where a PDF's statement goes on behind a page break. */
  pageEnd: z.number().int().positive().optional(),
  /** Verbatim: the lines of the statement, joined by a line feed; blank lines and page furniture between them are left out. */
  quote: z.string(),
});
export type Source = z.infer<typeof source>;

export const area = z.enum(AREAS);

/** `do` is a qualitative target: done or not done. */
export const comparator = z.enum(['>=', '>', '<=', '<', '=', 'do']);
export type Comparator = z.infer<typeof comparator>;

/** A figure printed beside a target: `（令和 2年度見込み 55.02%）`, `【参考】令和２年度実績 96.3％（10 月末現在）`. */
export const baseline = z.object({
  /** As printed: `令和2年度実績（10月末現在）`. */
  label: z.string(),
  value: decimal.nullable(),
  unit: z.string().nullable(),
});
export type Baseline = z.infer<typeof baseline>;

/** A clause that changes the target: `ただし、入札件数の見込み件数が4件以下の場合は一者応札件数を1件以下とする`. */
export const condition = z.object({ text: z.string() });
export type Condition = z.infer<typeof condition>;

const targetFields = {
  type: z.literal('target'),
  /** Stable across readings of the same document: branch, fiscal year and indicator; `~2` for the second of a kind. */
  id: z.string(),
  /** Without 支部: `熊本`; the headquarters is `本部`. */
  branch: z.string(),
  /** The year in which the fiscal year begins: 令和3年度 is 2021. */
  fiscalYear: z.number().int(),
  area: area.nullable(),
  /** 具体的施策, without its number. */
  measure: z.string().nullable(),
  /** All headings above the statement, outermost first, without their numbers. */
  outline: z.array(z.string()),
  /** Catalog id, or null when the name is not in the catalog. */
  indicator: z.string().nullable(),
  name: z.string(),
  /**
   * The enumeration mark as printed: `①`, `(ⅰ)`, `・`; empty when there is none. `（参考）` marks a row that a report shows for reference:
   * none of its KPIs, and not in its counts.
   */
  marker: z.string(),
  role: z.enum(['kpi', 'breakdown']),
  /** The overall KPI whose （内訳） this is. */
  parentId: z.string().nullable(),
  baselines: z.array(baseline),
  conditions: z.array(condition),
  /** The date that the statement names for its figure, as printed: `令和6年11月末時点`; absent when it names none. */
  asOf: z.string().optional(),
  /** The body statement that an appendix (KPI一覧) repeats. */
  duplicateOf: z.string().nullable(),
  source,
};

const ordered = z.enum(['>=', '>', '<=', '<', '=']);

/** `■ KPI：郵送化率を 95.0％以上とする` */
export const absoluteTarget = z.object({
  ...targetFields,
  basis: z.literal('absolute'),
  comparator: ordered,
  value: decimal,
  /** Null when the document prints none (`①68.7 以上`). */
  unit: z.string().nullable(),
});

/** `対前年度以上`, `前年度と過去3年度の平均値のいずれか高い値以上`: the number comes from earlier actuals. */
export const relativeTarget = z.object({
  ...targetFields,
  basis: z.enum(['previous_year', 'max_of_previous_year_and_3y_mean', 'mean_of_3y']),
  comparator: ordered,
  value: z.null(),
  unit: z.null(),
});

/** `…効果的な意見発信を実施する` */
export const qualitativeTarget = z.object({
  ...targetFields,
  basis: z.literal('qualitative'),
  comparator: z.literal('do'),
  value: z.null(),
  unit: z.null(),
});

export const target = z.discriminatedUnion('basis', [absoluteTarget, relativeTarget, qualitativeTarget]);
export type Target = z.infer<typeof target>;
export type Basis = Target['basis'];

/** `実施率 63.0％（実施見込者数：160,324人）` with the population on an earlier line. People are counted in 人, `rate` in %. */
export const coverage = z.object({
  type: z.literal('coverage'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  name: z.string(),
  group: z.enum(['被保険者', '被扶養者', '']),
  population: decimal.nullable(),
  planned: decimal.nullable(),
  rate: decimal.nullable(),
  source,
});
export type Coverage = z.infer<typeof coverage>;

/** A result for one indicator, branch and fiscal year. */
export const actual = z.object({
  type: z.literal('actual'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  indicator: z.string().nullable(),
  name: z.string(),
  /** Null when there is none yet (`未提供`): `text` says what was printed instead. */
  value: decimal.nullable(),
  unit: z.string().nullable(),
  /** As printed: `96.1％`, `907/96,681`, `未提供`. */
  text: z.string(),
  /** `9月末`, `令和2年11月末現在`; null for a full year. */
  asOf: z.string().nullable(),
  nationalRank: z.number().int().nullable(),
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  /** 対計画値, 達成率: what the paper itself printed of result ÷ target, in %. */
  attainment: decimal.optional(),
  /** Said by the sheet of the year after (前年度実績): the year's own record comes before it. */
  restated: z.literal(true).optional(),
  /** From a table of statistics that stands beside the KPIs: what the paper says of the KPI itself comes before it. */
  statistic: z.literal(true).optional(),
  source,
});
export type Actual = z.infer<typeof actual>;

/** 計画達成度: how far the measure itself was carried out. */
export const completion = z.enum(['effective', 'as_planned', 'partial']);
export type Completion = z.infer<typeof completion>;

/** What a branch says of a measure beside its KPIs: 計画達成度 and 新たな取組み. Null is not said. */
export const effort = z.object({
  type: z.literal('effort'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  measure: z.string(),
  completion: completion.nullable(),
  newInitiative: z.boolean().nullable(),
  source,
});
export type Effort = z.infer<typeof effort>;

/** 自己評価: the grade that a results report printed for a measure. */
export const rating = z.object({
  type: z.literal('rating'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  area: area.nullable(),
  /** As printed in front of the measure, with that of the measure above it: `⑥`, `①ⅰ）`. */
  number: z.string().nullable().default(null),
  measure: z.string(),
  /** 担当G: the branch's group that answers for it: `企画総務`, `保健・企画総務`. */
  group: z.string().nullable().default(null),
  grade: z.string(),
  /** Rubric id: `branch`, `iaa`; `printed` for a table of its own that the report prints (a record `rubric`). */
  rubric: z.string(),
  /** 重要度 and 困難度 as printed beside the grade (`高`); where the paper has such columns. */
  importance: z.string().nullable().optional(),
  difficulty: z.string().nullable().optional(),
  source,
});
export type Rating = z.infer<typeof rating>;

/** What a paper printed of one KPI: `達成`, `概ね達成`, `未達成`, or the forecast of a plan summary (`達成見込み`). */
export const verdict = z.object({
  type: z.literal('verdict'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  area: area.nullable(),
  measure: z.string().nullable(),
  indicator: z.string().nullable(),
  name: z.string(),
  verdict: z.string(),
  /** Rubric id: `headquarters`; `forecast` for the marks ◎○△ of a plan summary. */
  rubric: z.string(),
  source,
});
export type Verdict = z.infer<typeof verdict>;

/** A KPI that a plan summary says was changed, deleted or added against the year before. */
export const change = z.object({
  type: z.literal('change'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  kind: z.enum(['changed', 'deleted', 'added']),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  source,
});
export type Change = z.infer<typeof change>;

/** 自己評価判定基準: the table that a results report prints for its ratings. */
export const printedRubric = z.object({
  type: z.literal('rubric'),
  branch: z.string(),
  fiscalYear: z.number().int(),
  /** The rubric of kpi that it is the same table as: `branch`; null when it is another, and the ratings beside it refer to `printed`. */
  sameAs: z.string().nullable(),
  rubric: gradeRubric,
  source,
});
export type PrintedRubric = z.infer<typeof printedRubric>;

export const severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof severity>;

/** Something a reader should look at. `rule` is a path: `target/unread`, `indicator/unknown`, `actuals/unreadable`. */
export const finding = z.object({
  type: z.literal('finding'),
  rule: z.string(),
  severity,
  message: z.object({ ja: z.string(), en: z.string() }),
  /** Given by `kpi check`: stable across readings while the passage stands, wherever in the document: `coverage/arithmetic:3f1a9c42`. */
  id: z.string().optional(),
  /** Whose plan or report it stands in, where that is known. */
  branch: z.string().optional(),
  fiscalYear: z.number().int().optional(),
  /** The figures of the quote that the finding is about, as printed there: `50.2％`. */
  marks: z.array(z.string()).optional(),
  /** The sum written out: `36,543 ÷ 72,900 = 50.13 %`. */
  computation: z.string().optional(),
  /** The other passages that the finding rests on: the table that a target contradicts, the plan that a report answers. */
  related: z.array(source).optional(),
  /** Of one finding for many lines with the same words in a row, how many they are. */
  passages: z.number().int().optional(),
  source,
});
export type Finding = z.infer<typeof finding>;

export type KpiRecord = Target | Coverage | Actual | Effort | Rating | Verdict | Change | PrintedRubric | Finding;
