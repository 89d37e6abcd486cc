/** What a column of a KPI table holds. */
export type ColumnKind = 'measure' | 'name' | 'target' | 'previous' | 'result' | 'verdict' | 'attainment' | 'grade' | 'other';

const PERIOD =
  '(?:(?:令和|平成|R|H)(?:元|\\d{1,2})(?:年度|年)?|20\\d\\d(?:\\([^()]{1,8}\\))?(?:年度|年)?|\\d{1,2}年度|今年度|当年度|本年度)?(?:末)?(?:の)?';
const REMARK = '(?:\\([^()]{1,20}\\))?';

/** The heads of KPI tables, tried in this order; a pattern matches a whole head, folded, without spaces. A new head is one row. */
export const COLUMN_HEADS: readonly { readonly kind: ColumnKind; readonly pattern: RegExp }[] = [
  {
    kind: 'measure',
    pattern: /^(?:具体的(?:な)?(?:施策|取組)|(?:主な|主要|重点)?(?:施策|取組|取組み)(?:事項|項目|内容|名)?|事業(?:名|項目)?|分野|区分)$/,
  },
  { kind: 'name', pattern: /^(?:KPI|評価指標|目標指標|検証指標|数値指標|指標|成果指標|項目|評価項目|指標名|KPI項目|KPIの内容)$/ },
  {
    kind: 'previous',
    pattern: new RegExp(`^(?:前年度|昨年度|対前年度|前年)(?:実績値?|結果|値)?${REMARK}$|^(?:基準値|基準|現状値?)${REMARK}$`),
  },
  { kind: 'target', pattern: new RegExp(`^${PERIOD}(?:KPI)?(?:数値)?(?:達成)?(?:目標値?|計画値?|KPI値|KPI数値|数値)${REMARK}$`) },
  { kind: 'result', pattern: new RegExp(`^${PERIOD}(?:KPI)?(?:年度)?(?:結果|実績値?|実施結果|達成値)${REMARK}$`) },
  { kind: 'verdict', pattern: /^(?:KPIの?)?(?:目標)?(?:達成状況|達成の?可否|達成有無|判定|達成・未達成)$/ },
  { kind: 'attainment', pattern: /^(?:KPIの?)?(?:達成度|達成率|進捗率|対計画値?|対目標値?|計画比|目標比)(?:\(%\))?$/ },
  { kind: 'grade', pattern: /^(?:自己)?(?:評価|評定)(?:区分|結果)?$/ },
  { kind: 'other', pattern: /^(?:備考|重要度|困難度|重要度・困難度|単位|No\.?|番号|頁|ページ|参照(?:頁|ページ))$/ },
];

/** A cheap test: every head holds one of these. */
export const HEAD_HINT = /施策|取組|事業|分野|区分|KPI|指標|項目|前年|昨年|基準|現状|目標|計画|数値|結果|実績|達成|判定|進捗|評価|評定/;

/** The row of a small table that stands for the whole: `総計 648 100 15.5%`. */
export const TOTAL_ROW = /^(?:総計|合計|総合計|総数|計|全体|全国計?|協会全体|全支部計?)$/;

/** A year over a column of a small table: `2019年度`, `令和2年度`. */
export const YEAR_HEAD = /^(?:20\d\d|(?:令和|平成|R|H)(?:元|\d{1,2}))年?度?$/;

/** The heads of a plan's table whose right-hand column states KPIs in full sentences: `分野 | 具体的施策等 | KPI`. */
export const STATEMENT_HEAD =
  /^(?:(?:令和|R)\d{1,2}年度)?(?:KPI|重要業績評価指標)(?:\((?:重要業績評価指標|KPI|案)\))?(?:等|・?目標|の?(?:設定|内容))?$/;
export const MEASURE_HEAD =
  /^(?:分野|区分|項目|(?:具体的|主な|主要|重点)?(?:な)?(?:施策|取組み?)(?:等|事項|項目|内容|名)?|事業計画|実施事項|事業(?:名|項目|内容)?)$/;
