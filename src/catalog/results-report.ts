/**
 * The words of a branch's results report (支部事業実施結果報告). Patterns with `y` are sticky and match folded text at a column; the others
 * match folded text without spaces. A new wording is one row.
 */

/** What a stretch of a measure's page is, by the label in front of it. */
export type PartKind = 'goal' | 'result' | 'work' | 'rating' | 'group' | 'remarks';

/** The grades that a rating can be, best first; D is the fifth of 独立行政法人. */
const GRADES = ['S', 'A', 'B', 'C', 'D'] as const;

const GRADE = `[${GRADES.join('')}]`;
/** A grade alone in its cell or on its line, in either width: `Ａ`, `【B】`. */
export const GRADE_TOKEN = new RegExp(`^[(【《\\[「]?${GRADE}[+-]?[)】》\\]」]?$`);
const OPEN = '[【《<\\[〔「(]';
const CLOSE = '[】》>\\]〕」)]';
const FRONT = `(?:[■□◆◇●○◎・▶]\\s*)*(?:${OPEN}\\s*)?`;
const YEAR = '(?:(?:(?:令和|平成|R|H)\\s*(?:元|\\d{1,2})\\s*年?度?|20\\d\\d年度)\\s*(?:の\\s*)?)?';
/** A label ends in a colon, a space or a closing bracket, or where an item begins: `KPI目標を達成した` is prose. */
const PLAIN_END = `\\s*(?:${CLOSE}\\s*:?\\s*|:\\s*|(?<=\\s)|$|(?=[・●■①-⑳]))`;
/** Of a word that prose uses too: not a space alone. */
const STRICT_END = `\\s*(?:${CLOSE}\\s*:?\\s*|:\\s*|$)`;

/** What the label says of its time: `KPI結果（令和6年3月末）`. */
const NOTE = '(?:\\s*\\((?<note>[^()]{0,10}[\\d末期][^()]{0,10})\\))?';

const label = (words: string, end: string): RegExp => new RegExp(`${FRONT}${YEAR}(?:${spaced(words)})${NOTE}${end}`, 'y');

/** PDF extraction sets a space between the characters of a label that fills its cell: `自 己 評 価`. */
function spaced(words: string): string {
  return words.replace(/(?<=[\p{Script=Han}A-Z])(?=[\p{Script=Han}])/gu, '\\s*');
}

export interface PartLabel {
  readonly kind: PartKind;
  readonly pattern: RegExp;
  readonly example: string;
  /** Only behind a KPI目標 that has no result yet. */
  readonly afterGoal?: true;
}

/** Tried in this order. */
export const PART_LABELS: readonly PartLabel[] = [
  {
    kind: 'goal',
    pattern: label(
      'KPI\\s*の?(?:目標値|目標|指標)\\s*\\(?(?:[→⇒➡⇨・/]|と|及び|に対する)\\s*(?:KPI)?(?:結果|実績値?|達成状況)\\)?',
      PLAIN_END,
    ),
    example: 'KPI目標⇒結果',
  },
  {
    kind: 'result',
    pattern: label('KPI\\s*(?:目標)?の?(?:結果|実績値|実績|達成状況|実績及び達成状況)', PLAIN_END),
    example: 'KPI結果 94.2％',
  },
  { kind: 'goal', pattern: label('KPI\\s*の?(?:目標値|目標|指標)|(?:目標|指標)\\(KPI\\)', PLAIN_END), example: 'KPI目標 …率：94.0％以上' },
  {
    kind: 'goal',
    pattern: label('KPI', `(?:${STRICT_END}|(?=[①-⑳])|\\s+(?![\\sのをはがとにもへやで、]|項目|一覧|達成|設定|管理))`),
    example: '【KPI】',
  },
  {
    kind: 'result',
    pattern: label('結果|実績値|実績|達成状況', `(?:${STRICT_END}|\\s+(?=[▲\\d①-⑳・]))`),
    example: '実績 94.2％',
    afterGoal: true,
  },
  {
    kind: 'work',
    pattern: label(
      '(?:主な)?(?:実施内容|実施状況|実施結果|取組内容|取組み?状況|取組み?結果|取組み?実績|具体的な?取組み?|取組み?)',
      PLAIN_END,
    ),
    example: '実施内容',
  },
  {
    kind: 'rating',
    pattern: label(`(?:支部)?(?:自己評価|支部評価)(?:結果)?`, `(?:${PLAIN_END}|(?=${OPEN}?${GRADE}${CLOSE}?\\s*$))`),
    example: '自己評価：Ａ',
  },
  { kind: 'rating', pattern: label('評価(?:結果|ランク|区分)?', `(?:${STRICT_END}|\\s*(?=${GRADE}\\s*(?:$|\\()))`), example: '評価 B' },
  {
    kind: 'group',
    pattern: label('(?:主)?担当(?:G|グループ|部署|部門)?', `(?:${CLOSE}\\s*:?\\s*|:\\s*|(?<=\\s))`),
    example: '担当G：業務',
  },
  {
    kind: 'remarks',
    pattern: label(
      '評価の?(?:理由|根拠)|(?:現状と)?課題(?:と対応|等)?|今後の(?:課題|取組み?|方針|対応)(?:等)?|要因分析|備考|次年度(?:以降)?の取組み?',
      STRICT_END,
    ),
    example: '【今後の取組】',
  },
];

/** Labels that a narrow column may break: `KPI` / `目標`, `自己` / `評価`. */
export const BROKEN_LABEL = /^(?:KPI(?:の)?|自己|実施|取組|支部)$/;

/** A line without any of these holds no label. */
export const LABEL_HINT = /KPI|目\s*標|結\s*果|実\s*績|達\s*成|実\s*施|取\s*組|評\s*価|担\s*当|課\s*題|今\s*後|要\s*因|備\s*考|次\s*年/;

/** Between a target and its result: `郵送化率：96.0％以上 ⇒ 95.1％`. ↓ stands on a line of its own. */
export const ANSWER_ARROW = /[→⇒➡⇨➔▶]+|=>|^\s*[↓⇓⇩]+\s*$/;
export const ENDS_IN_ARROW = /(?:[→⇒➡⇨➔▶]{1,4}|=>)$/;
/** In front of the result behind it: `⇒ 結果：95.1％`. */
export const ANSWER_LABEL = /^[【(<]?(?:KPI)?\s*(?:結果|実績値?|達成状況)\s*[】)>]?\s*:?\s*/;

/** Instead of a KPI: `設定なし`, `－`. */
export const NO_KPI = /^[●■○◆・※(]*(?:KPI)?(?:目標)?の?(?:設定|該当)?(?:なし|無し|無|ありません|していない|せず)[)。]?$|^[●■○◆・]*[-ー]+$/;

/** Instead of a result: `－`, `未集計`. */
export const NO_RESULT =
  /^(?:[-ー]+|\/|なし|無し|(?:設定|該当|実績|開催)(?:なし|無し)|(?:現在)?(?:集計|算出|確認|実施)中|未(?:集計|確定|公表|提供|算出|定)|N\/?A)$/i;

/** A qualitative target's result: `意見発信実施`, `未実施`, `達成`, `○`. */
export const ANSWER_WORDS =
  /(?:実施|開催|発信|参画|策定|公表|完了|対応)(?:済み?|した|する|なし|せず|できず|予定)?[)。]?$|達成(?:[)】])?$|^[○◎×△▲]$|(?:行った|行っていない)。?$/;

/** What a paper prints beside a result, and the verdict that it is. */
export const VERDICT_WORDS: readonly (readonly [printed: string, verdict: string])[] = [
  ['概ね達成', '概ね達成'],
  ['おおむね達成', '概ね達成'],
  ['未達成', '未達成'],
  ['未達', '未達成'],
  ['達成', '達成'],
  ['○', '達成'],
  ['×', '未達成'],
];

/** `業務グループ《基盤的保険者機能強化》`: the group that answers for a page. */
export const GROUP_NAME = /([^\s《》()【】<>:・■□●○◎◆◇▶][^\s《》()【】<>:]{0,19}?)(?:グループ|[GＧ])(?![ァ-ヶーa-zA-Z])/;

/** The head of the front table, cell by cell: `具体的施策等 自己評価 担当G`. */
export const TABLE_COLUMNS: readonly { readonly column: 'measure' | 'earlier' | 'grade' | 'group'; readonly pattern: RegExp }[] = [
  { column: 'measure', pattern: /施策|事業名|取組項目|項目|取組$/ },
  { column: 'earlier', pattern: /(?:前年度?|昨年度?|前回).*評価/ },
  { column: 'grade', pattern: /評価/ },
  { column: 'group', pattern: /担当|グループ/ },
];

/** Five grades are those of 独立行政法人: `S・A・B・C・D`, `５段階評価`. */
export const FIVE_GRADES = /S[・、,]A[・、,]B[・、,]C[・、,]D|[5五]段階/;

/** The head of a rubric's table by the axis beside 計画達成度, and the words of its cells. */
export const RUBRIC_TITLE = /^.{0,12}評価(?:の)?(?:判定)?基準(?:表|について)?[】》)]?$/;
export const RUBRIC_HEAD = { completion: /計画(?:の)?達成度/, kpi: /KPI(?:の)?達成度/, newInitiative: /新たな取/ } as const;
export const OUTCOME_WORDS = [
  ['exceeded', /上回/],
  ['missed', /未達成/],
  ['met', /達成/],
] as const;
export const INITIATIVE_WORDS = [
  [false, /なし|無/],
  [true, /あり|有/],
] as const;
export const COMPLETION_WORDS = [
  ['partial', /一部/],
  ['effective', /効果的/],
  ['as_planned', /計画(?:通|どお)り/],
] as const;

/** The rows of a table of statistics by what they count. */
export const STATISTIC_ROWS: readonly { readonly kind: 'denominator' | 'rate' | 'numerator'; readonly pattern: RegExp }[] = [
  { kind: 'rate', pattern: /(?:率|割合)$/ },
  { kind: 'denominator', pattern: /(?:対象者?(?:数|人数|件数|事業所数)?|母数|加入者数)$/ },
  { kind: 'numerator', pattern: /(?:者|人|件|回|取得|実施|提出|達成)数$/ },
];
