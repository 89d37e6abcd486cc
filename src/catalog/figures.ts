/** The words around results (実績) in running text. Patterns match folded text without spaces (`parse/passage.ts`). */

const ERA_YEAR = '(?:(?:令和|平成|[RH])(?:元|\\d{1,2})|20\\d\\d)';
const YEAR = `(?:(?:${ERA_YEAR}|同|本|当|今)年度?|${ERA_YEAR}[./])`;
/** `9月末`, `10月31日`, `9末`; `9/30` only when a word says that it is a date. */
const MONTH = '(?:\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}(?:[./]\\d{1,2})?(?=末|現在|時点))';
/** What is counted in that month: bills of the month of treatment, of the month of payment. */
const COUNTED = '(?:(?:[一-龠]{2,4})?(?:年月|月)?分|診療|受診)?';
const SPAN = '(?:末日?|中旬?|[初上下]旬|まで|迄)?(?:の?(?:累計|累積)(?:値)?)?(?:時点|現在)?';
const HALF = '(?:[上下](?:半)?期|[前後]期(?!高齢)|第?[1-4一二三四](?:四半期|Q))';

/** When a figure is taken, or the part of the year it is for: `令和2年11月末現在`, `R3.9末`, `4月～9月診療分`, `上期`, `年度累計`. */
export const AS_OF = [
  `${YEAR}?(?:${MONTH}|\\d{1,2}月?)(?:から|[~〜-])${YEAR}?${MONTH}${COUNTED}${SPAN}`,
  `${YEAR}?${MONTH}${COUNTED}${SPAN}`,
  `${ERA_YEAR}[./]\\d{1,2}(?=$|[: )、])`,
  `${YEAR}?度?${HALF}(?:末|分|中|まで)?(?:の?(?:累計|累積)(?:値)?)?(?:時点|現在)?`,
  `(?<![\\d元])(?:年度|期中|年間)(?:累計|末)(?:時点|現在)?|通期`,
  '(?:累計|累積)(?:値)?(?=[\\d▲:)]|$)',
].join('|');

/** A whole year: `令和元年度`; behind it stands another year's figure, or the sheet's own. */
export const WHOLE_YEAR = `${ERA_YEAR}年度(?:末(?:時点|現在)?)?|(?:前|昨)年度(?:末)?(?!比|同)`;

/** `全国13位`, `全国順位：第5位`, `47支部中13位` */
export const RANK = '(?:47支部中|全国)?(?:の)?(?:順位)?[:第]{0,2}(?<rank>\\d{1,2})位(?:\\/47(?:支部)?(?:中)?)?';

/** Says that a figure is the result, and nothing of what it measures. */
export const RESULT_WORD = '(?:KPI)?(?:の)?(?:実績(?:値)?|結果|現状|進捗(?:率)?|到達値|速報値?)(?:の状況)?';

/** Whose figure it is, when not the paper's own: the country's. */
export const NATION = /^(?:全国|協会全体|協会|全支部|本部)(?:の)?(?:平均|計|実績|値){0,2}(?:(?:の)?[一-龠]{2,4}率)?$/;

/** In front of a figure that is no result: a comparison, a target, a part of it. */
export const NOT_RESULT =
  /目標|計画値|(?:前年|昨年|前回)(?:度)?(?:同期|同月|同時期|同水準)?(?:比|差|実績|値)?$|(?:前年|昨年|目標|計画|前回)(?:度)?(?:同期|同月)?(?:との)?(?:比|差)|増減|伸び率|^(?:対?比|差|から|より)$|^(?:達成率|達成度|進捗率|乖離)$|(?:残り?|うち|あと)$/;

/** How a sentence ends that says what has been reached: `…90.8％となっており、目標を達成している`. */
export const REACHED = '(?:と(?:なっ|なり|、)|であ[るりっ]|で(?:、|す|し)|を(?:維持|達成|確保)|に(?:達し|とどま|留ま))';

/** There is no figure, and the sheet says so; of a short phrase, for prose says `なし` too. */
export const NO_FIGURE_YET =
  /(?:年度末|後日|翌年度|下期|\d月)[^。\d]{0,6}(?:確定|公表|判明|集計|算出|提供|実施|開催)|未(?:提供|公表|発表|確定|集計|算出|判明|実施|開催|着手|定|了|回収|測定)|(?:集計|算出|実施|調査|確認|作業|精査|回収|測定|検証|勧奨)中(?:のため|につき)?|(?:開催|実績|該当|対象|データ|数値|公表|提供|実施|案件|入札|調達)(?:は|が)?(?:な[しく]|無[しく]|されず)|(?:開催|実施|提供|公表|算出|判明|集計|確定|送付|発送|開始|着手|調達|配布)予定|(?:実施|開催|開始|着手|発送|送付|調達|公表|確定|集計)前(?:$|の|\()|(?:中止|延期|不明|対象外)(?:のため)?$|^(?:なし|無し|-+|ー|未|予定|\*+)$/;

/** What a sheet prints beside a result to say how it stands. Marks are folded: `△` is `▲`. */
export const STANDING =
  /^[【[(<]?(?:[◎○●▲×✕]:?(?!$|[】\])>]))?(?<standing>[◎○●▲×✕]|(?:目標|KPI)?(?:概ね|おおむね|ほぼ)?達成(?:済み?|見込み?|困難|圏内|可能)?|未達成?(?:見込み?)?|順調|遅れ|要努力)[】\])>]?$/;

/** The standings that are verdicts of the headquarters' rubric; anything else forecasts the year. */
export const FINAL_STANDING = /^(?:概ね|おおむね)?達成$|^未達成?$/;

const OPEN = '[【《<\\[「〔(]';
const CLOSE = '[】》>\\]」〕)]';
const WORD = '(?:KPI\\s*(?:の|に係る)?\\s*)?(?:実績値?|結果|達成状況|進捗状況|実施状況|実施結果|現状)';
const NOTED = '(?:\\((?<noted>[^()]{1,20})\\))?';

/**
 * What opens the results of the KPIs above it, sticky as in `catalog/markers.ts`: `【実績】`, `＜KPI実績（9月末）＞`, `■実績：`. `asOf` and
 * `noted` hold what the marker says of the time.
 */
export const RESULT_MARKERS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: new RegExp(
      `(?:[■□◆◇●○◎・▶→]\\s*)*${OPEN}\\s*(?<asOf>[^【】《》<>\\[\\]()]{0,14}?)\\s*${WORD}\\s*${NOTED}\\s*${CLOSE}\\s*:?`,
      'y',
    ),
    example: '【KPI実績（9月末）】',
  },
  { pattern: new RegExp(`(?:[■□◆◇●▶→]\\s*)+${WORD}\\s*${NOTED}\\s*(?::|$)`, 'y'), example: '■実績：' },
  { pattern: new RegExp(`KPI\\s*(?:の)?\\s*(?:実績値?|結果|達成状況|進捗状況)\\s*${NOTED}\\s*(?::|$)`, 'y'), example: 'KPI実績：' },
];

/** The title of a sheet says what part of the year it reports: `令和2年度上期の各グループの進捗状況と下期の計画`. */
export const SHEET_TITLE = /進捗|実施状況|取組状況|達成状況|実績/;

/** A word in the head of a sheet's table: `事業計画 実施状況とKPI実績 課題・計画`. */
export const SHEET_COLUMN =
  /^[^。、]{0,10}(?:事業計画|計画|施策|項目|指標|KPI|目標値?|実績値?|結果|実施状況|進捗状況|達成状況|取組み?(?:内容|状況|結果)?|課題|評価|対応|備考|分野|区分|担当|順位|平均)(?:等|\([^()]*\))?$/;

/** The column of a sheet that holds the results. */
export const SHEET_RESULT = /実績|結果|現状|達成状況|進捗/;

/** Of a sheet's time, the part of the year without the year: `上期` of `令和2年度上期`. */
export const HALF_YEAR = new RegExp(HALF);

/** Words of a target, where no comparator stands behind its figure: `100％とする`, `100％を維持`. */
export const TARGET_SAID = /とする|にする|維持|目標|確保/;

/** The columns of figures in a sheet's table, by a word of their heads; the first that fits. */
export const SHEET_FIGURES: readonly { readonly kind: 'previous' | 'target' | 'result'; readonly pattern: RegExp }[] = [
  { kind: 'previous', pattern: /(?:前年|昨年|前回).*(?:実績|結果|値)|基準値|前年同期/ },
  { kind: 'result', pattern: /実績|結果|現状|進捗率/ },
  { kind: 'target', pattern: /目標|KPI|計画値/ },
];

/** Instead of a KPI. */
export const NO_KPI = /^[(]?(?:KPI)?(?:の)?(?:設定|該当)?(?:なし|無し)[)。]?$|^-+$/;

/** The remark that gives red its meaning; matched without spaces. */
export const RED_MEANS_MISSED = /赤(?:字|色|文字)?(?:で|の|は|：|:|=).{0,24}(?:下回|未達|達していない|届いていない|届かな)/;
