/** The words in which a paper judges one KPI, as they stand alone in a cell; matched folded, without spaces. */
export const VERDICT = /^[◎○●▲×✕]?(?:目標)?(?:(?:概ね|おおむね|ほぼ|一部)?達成|未達成?|非達成|達成せず)$/;
/** The same as a mark; told from an empty bullet by the column it stands in. */
export const VERDICT_MARK = /^[◎○●▲△×✕]$/;
/** How far a plan of several years has come, in the words of 市町村: neither met nor missed yet. */
export const PROGRESS = /^(?:(?:概ね|おおむね|ほぼ)?順調|(?:やや|大幅に?)?遅れ(?:ている)?|要(?:改善|努力)|改善|悪化|横ばい|停滞)$/;
/** The first half of a verdict that extraction cut in two. */
export const VERDICT_OPENING = /^(?:概ね|おおむね|ほぼ|一部)$/;
/** 評価, 評定: `A`, `B+`. */
export const GRADE = /^[SABCD][+-]?$/;

/** What stands in the place of a figure: a qualitative target's result, or why there is none. */
export const NO_FIGURE =
  /^(?:-{1,3}|なし|実施(?:済み?|した|なし)?|未実施|実施中|開催なし|完了|対応済み?|未提供|未公表|未確定|未集計|集計中|算出不可)$/;

/** How often each verdict was given: `達成 6 概ね達成 5 未達成 10`, `達成：6件`. Matches folded text without spaces, from its beginning. */
export const TALLY =
  /(?:^|[、,・/])?(?<verdict>(?:概ね|おおむね|ほぼ|一部)?達成|未達成?)[:(]?(?<count>\d{1,3})(?:項目|件|指標|個|KPI)?\)?/g;

/** What may stand in front of the counts, and beside them. */
export const TALLY_TITLE = /^(?:[■□◆●○・]|\(?参考\)?)?(?:KPIの?)?(?:達成状況|達成度|評価|結果)?(?:の内訳|の?まとめ)?[:は]?/;
export const TALLY_REST = /^(?:(?:合?計|全|KPI|のうち|うち)?\d{0,3}(?:項目|件|指標)?[中、,。]?){0,2}$/;

/** From which attainment on a KPI is called so: `※「概ね達成」は達成度95％以上としている。` */
export const TALLY_RULE =
  /「?(?<verdict>(?:概ね|おおむね|ほぼ)達成)」?(?:は|とは|:)[^\d]{0,12}?達成(?:度|率)(?:が)?(?<limit>\d+(?:\.\d+)?)%以上/;

/** How the name of a measure (具体的施策) ends. */
export const MEASURE_END =
  /(?:推進|強化|促進|向上|実施|徹底|構築|発信|取組み?|働きかけ|対応|運営|運用|整備|充実|拡充|活用|支援|提供|確保|実現|改善|適正化|効率化|見直し|展開|発揮|策定|公表|育成|防止|対策|普及|削減|化|等)$/;
/** Hardly anything else ends so. */
export const MEASURE_SURE = /.{6}(?:の|等の)(?:推進|強化|促進|向上|徹底|充実|整備|確立|構築|適正化)$/;
/** A line that begins so goes on with the measure above: `医療保険制度改正等` / `に向けた意見発信`. */
export const MEASURE_GOES_ON = /^(?:[ぁ-ん、・]|及び|並び|等|化)/;
/** A statement that ends so goes on: `① サービススタンダードの達成状況を`. */
export const STATEMENT_GOES_ON = /(?:[をはがのにと、]|について)$/;

/**
 * A grade on a line of its own, in an evaluation sheet: `評定 Ａ`, `自己評価：B`, `自己評価 評定：Ａ`, `自己評価 A （重要度：高、困難度：高）`. Matches
 * folded text without spaces.
 */
export const GRADE_LINE =
  /^[【[(<]?(?:(?:自己|法人)?(?:評価|評定)){1,2}(?:結果)?[】\])>]?:?[【(「]?(?<grade>[SABCD][+-]?)[】)」]?(?:\([^()]*(?:重要|困難)度[^()]*\))?$/;
/** Sections of the form of 独立行政法人, which every item of the sheet has: `２．主要な経年データ`. Matches folded text without spaces. */
export const FORM_SECTION =
  /^(?:\d{1,2}[.、]|[①-⑨])?(?:当事務及び事業に関する基本情報|主要な(?:経年データ|アウトプット|インプット)|(?:各|当該)?事業年度の(?:業務|目標|計画)[^。]*評価|その他参考情報)/;

/** A line that says how weighty or hard the measure above it is: `当該項目の重要度、困難度 重要度：高 困難度：高`. */
export const WEIGHT_LINE = /(?:重要|困難)度\s*[:：]/;

/** `【重要度：高】`, in either width. */
export const IMPORTANCE = /重要度\s*[:：]\s*([高中低])/;
export const DIFFICULTY = /困難度\s*[:：]\s*([高中低])/;
