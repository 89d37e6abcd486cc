import { HEADQUARTERS } from './branches.ts';
import type { ColumnKind } from './columns.ts';

/** What a column of a table of KPIs holds, in the papers that set several years or the words of a change side by side. */
export type HeadKind = ColumnKind | 'rank' | 'importance' | 'difficulty' | 'method' | 'unit' | 'before' | 'after';

/**
 * Heads beyond those of `columns.ts`, tried first. They are compared without the year and the organisation that they name (`R6KPI 熊本支部`,
 * `令和6年度自己評価`), folded, without spaces.
 */
export const HEADS: readonly { readonly kind: HeadKind; readonly pattern: RegExp }[] = [
  { kind: 'importance', pattern: /^重要度$/ },
  { kind: 'difficulty', pattern: /^(?:困難度|難易度)$/ },
  { kind: 'method', pattern: /^(?:評価)?方法$/ },
  { kind: 'unit', pattern: /^単位$/ },
  { kind: 'rank', pattern: /^(?:47支部中の?)?順位(?:\(47支部中\))?$/ },
  { kind: 'before', pattern: /^(?:変更前|改正前|改定前|旧|現行)(?:のKPI|KPI)?$/ },
  { kind: 'after', pattern: /^(?:変更後|改正後|改定後|見直し後|新)(?:のKPI|KPI)?$/ },
  { kind: 'grade', pattern: /^(?:(?:自己|最終|大臣|総合|主務大臣)(?:評価|評定)|評価|評定)$/ },
  { kind: 'measure', pattern: /^(?:評価項目|評価対象|事業計画(?:項目)?)$/ },
  { kind: 'name', pattern: /^(?:KPI|目標|数値目標|成果|評価)?(?:指標|項目)(?:名|等)?$|^重要業績評価指標(?:\(KPI\))?$/ },
  { kind: 'target', pattern: /^(?:KPI|数値|達成|年度|単年度)?(?:目標|計画)(?:値|数値|水準)?(?:\(KPI\))?$|^KPI(?:数値|値)$|^数値$/ },
  { kind: 'previous', pattern: /^(?:基準|現状|策定時|当初|初期|ベースライン)(?:値|時)?$/ },
  { kind: 'result', pattern: /^(?:KPI)?(?:実績|結果)(?:値|見込み?)?$|^達成値$|^見込み?値?$|^平均(?:値|実績)?$/ },
  { kind: 'verdict', pattern: /^(?:KPI)?(?:目標)?(?:達成|進捗)(?:状況|見込み?|の見通し|の見込み|判定)$/ },
];

/** The year that a head names, with the date in it: `R8`, `令和6年度`, `2026年度末`, `R5.12末`. */
export const HEAD_YEAR =
  /(?<year>(?:令和|平成|R|H)(?:元|\d{1,2})(?:年度|年)?|20\d\d(?:\([^()]{1,8}\))?(?:年度|年)?)(?<date>[./]?\d{1,2}(?:月|\.\d{1,2})?(?:末|時点|現在)*|末)?(?:の)?/;

/** A part of the year that a column is of: `上期実績`, `9月末の実績`; a plan for it (`下期の取組`) is no such column. */
export const HEAD_PART =
  /(?<date>[上下](?:半)?期|第?[1-4](?:四半期|Q)|\d{1,2}月末?)(?:末|時点|現在|まで)*(?:の)?(?=(?:KPI)?(?:実績|結果|見込|達成|進捗))/;

/** A date beside the year: `令和6年度実績（12月末）`. */
export const HEAD_DATE = /\((?<date>[^()]*(?:月|時点|現在|上期|下期|末)[^()]*)\)/;

/** The organisation that a head names, where it is not a branch by its name. */
export const HEAD_BODY: readonly { readonly pattern: RegExp; readonly branch: string | null }[] = [
  { pattern: /協会全体|全国計?|協会けんぽ全体|本部|全支部|協会\(全体\)/, branch: HEADQUARTERS },
  { pattern: /当支部|支部/, branch: null },
];

/** A cell that says that there is nothing: `－`, `設定なし`, `（新設）`. */
export const NOTHING = /^\(?(?:-{1,3}|なし|無し|設定(?:なし|無し)|未設定|新設|新規|該当なし|廃止|削除|対象外|KPI設定なし)\)?$/;

/** Remarks behind a figure that do not say what it measures: `（見込み）`, `（R5.12末）`, `（全国3位）`, `（新規）`. */
export const PASSING_REMARK =
  /\d|^(?:見込み?|暫定値?|速報値?|確定値?|参考|新規|新設|継続|変更|案|仮|目標|実績|現在|同左|再掲|年度末|上限|下限|単年度|累計|※.*|注.*)$/;

/** A cell that names a direction and no number: against its 基準値, or else the year before. */
export const DIRECTION_CELL = /^(?<direction>減少|増加|向上|低下|上昇|削減|短縮|縮減|維持|現状維持)(?:傾向)?(?:させる|する|へ)?$/;

/** ◎○△ of a year that is under way, where no words stand beside them and no legend explains them (△ folds to ▲). */
export const FORECASTS: Readonly<Record<string, string>> = { '◎': '達成済み', '○': '達成見込み', '▲': '達成困難', '×': '未達成' };

/** The same beside the results of a whole year; what △ is, only a legend says. */
export const VERDICT_MARKS: Readonly<Record<string, string>> = { '◎': '達成', '○': '達成', '×': '未達成' };

/** A mark with its words, in a cell or a legend: `○：達成見込み`. */
export const FORECAST =
  /(?<mark>[◎○●▲×✕])[:=…・]{0,2}(?<words>達成(?:見込み?|済み?|困難|可能|できる見込み|の見込み)|未達成(?:見込み?)?|(?:概ね|おおむね|ほぼ)?達成|目標(?:達成|未達))/;

/** What only a forecast says. */
export const FORECAST_WORDS = /見込|困難|済|可能/;
