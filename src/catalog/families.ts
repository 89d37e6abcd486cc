import { HEADQUARTERS } from './branches.ts';

/**
 * How a family of papers is told from its content: the family whose signs stand in the most lines' openings wins; a paper without any
 * is a plan. Patterns match folded lines without spaces.
 */
export interface FamilySigns {
  readonly id: FamilyId;
  readonly name: { readonly ja: string; readonly en: string };
  readonly signs: readonly RegExp[];
  /** Whose paper it is, when it names no branch. */
  readonly branch?: string;
}

export type FamilyId = 'plan' | 'progress' | 'summary' | 'results' | 'annual';

export const FAMILIES: readonly FamilySigns[] = [
  {
    id: 'progress',
    name: { ja: '進捗状況', en: 'progress sheet' },
    signs: [
      /実施状況と?KPI実績/,
      /進捗状況と下期の計画/,
      /事業計画実施状況.*課題/,
      // `令和3年度上期 事業計画の進捗状況について`, `12月末時点の実施状況`, `KPIの進捗状況（9月末）`
      /(?:[上下](?:半)?期|四半期|\d月末)[^。、%]{0,24}(?:進捗|実施|取組み?|達成)(?:状況|報告)(?:等|報告|について|一覧|表)*(?:\([^()]*\)|【[^】]*】|[^。、%をがはにで()【】]{0,14}支部){0,2}$/,
      /^[^。、%]{0,24}事業計画(?:の|に係る|に基づく)?[^。、%]{0,8}(?:進捗|実施|取組み?)(?:状況|報告)(?:等|報告|について|一覧|表)*(?:\([^()]*\)|【[^】]*】|[^。、%をがはにで()【】]{0,14}支部){0,2}$/,
      // `令和6年度 事業実施状況（9月末）`
      /^[^。、%]{0,24}事業の?(?:実施|進捗)状況(?:報告)?\([^()]*(?:月末?|時点|現在|[上下]期)[^()]*\)/,
      /^[^。、%]{0,24}KPI(?:の|に係る)?(?:進捗|実績)(?:状況)?(?:等|報告|について|一覧|表)*(?:\([^()]*\)|【[^】]*】|[^。、%をがはにで()【】]{0,14}支部){0,2}$/,
      // The head of its table: `具体的施策 KPI 実績（9月末時点） 下期の取組`
      /^(?!.*[%。])(?:分野|(?:具体的)?施策|項目|指標|KPI|目標|事業計画).*(?:実績|結果|現状|進捗)(?:値)?\([^()]*(?:月末?|時点|現在|[上下]期)\)/,
      /^(?!.*[%。])[|]?(?:No\.?[|]?)?(?:分野|(?:具体的)?施策|(?:評価)?項目|指標|KPI|目標|事業計画).*(?:[上下]期|月末)(?:の|時点|現在)*(?:実績|結果|進捗|取組)/,
    ],
  },
  {
    id: 'summary',
    name: { ja: '事業計画の概要', en: 'plan summary' },
    signs: [
      /^[#■●◆○【<]*KPIの?まとめ[】>]?$/,
      // The head of its table: `項目 R8KPI協会全体 R6KPI熊本支部`, `KPI項目｜令和8年度KPI（全体）｜令和6年度KPI`
      /^[|]?(?:KPI)?(?:項目|指標)[^。]*(?:R|令和)(?:元|\d+)(?:年度)?(?:の)?KPI/,
      /KPI[^。]*KPI[^。]*達成(?:状況|の?見込み?)/,
      /(?:R|令和)(?:元|\d+)年度からの(?:主な)?(?:変更点|変更内容|見直し)/,
    ],
  },
  {
    id: 'results',
    name: { ja: '事業実施結果報告', en: 'results report' },
    // Plans mark their targets KPI目標 too; results and ratings stand in a results report only.
    signs: [
      /事業の?実施結果/,
      /^[■●◆○]?[【《<]?KPI結果/,
      /自己評価判定基準/,
      /^[■●◆○]?[【《<]?自己評価(?:$|[】》>:(]|[SABCD]$)/,
      /(?:施策|項目).*(?:自己評価.*担当|担当.*自己評価)/,
    ],
  },
  {
    id: 'annual',
    name: { ja: '事業報告書', en: 'annual report' },
    signs: [
      /^(?:令和(?:元|\d+)年度|20\d\d年度)?事業報告書/,
      /(?:令和|平成|20\d\d)[^。、]{0,12}年度[^。、]{0,12}(?:事業|業務)(?:実績)?等?報告書/,
      /^(?!KPI目標).*(?:目標|計画|施策).*(?:実績|結果).*(?:達成状況|達成度|評定|判定)/,
      /^KPIの達成状況/,
      // 業績評価シート: `KPI KPI数値 結果 対計画値`, `令和6年度評価項目 重要度 困難度 評価方法 自己評価`
      /業績(?:に関する)?評価(?:シート|書|結果報告)/,
      /^[|]?(?:KPI|指標|項目).*(?:結果|実績値?)[|]?対(?:計画|目標)値?/,
      /^(?=.*重要度.*困難度).*(?:評価|評定)/,
      /^[|]?(?:KPI|指標|(?:評価)?項目)[|]?基準値[|]?.*目標値?[|]?.*実績値/,
    ],
    branch: HEADQUARTERS,
  },
  { id: 'plan', name: { ja: '事業計画', en: 'plan' }, signs: [] },
];

/** The title of a paper of any family: `令和2年度事業報告書`, `令和５年度 支部事業実施結果報告について`. Matches folded text without spaces. */
export const PAPER_TITLE = /(?:事業|業務)(?:計画|報告|実施|実績)|実績(?:等)?報告書|実施結果|進捗状況/;
