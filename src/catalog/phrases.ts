/** The words of targets, baselines and conditions. Patterns match folded text without spaces (`parse/passage.ts`). */

/** Comparators as printed, longest first; the sign they stand for. */
export const COMPARATORS: readonly (readonly [words: string, sign: '>=' | '>' | '<=' | '<'])[] = [
  ['以上', '>='],
  ['以下', '<='],
  ['以内', '<='],
  ['を上回る', '>'],
  ['を超える', '>'],
  ['を下回る', '<'],
  ['未満', '<'],
  ['超', '>'],
];

/** `対前年度以上`, `前年度以上`, `前年度同額以下`; `対前度以上` is a slip of the pen for it. */
export const PREVIOUS_YEAR =
  '(?:対?前年(?:度末?)?|対前度|対前年々度|昨年度末?)(?:の)?(?:実績|水準|目標|値)?(?:比)?(?:(?:と)?同(?:水準|額|程度|数|率|等|値|期))?(?:並み?)?';

/** `過去3年度`, `過去３か年`, `直近3年間`. */
export const PAST_THREE_YEARS = '(?:過去|直近)(?:3|三)(?:か|カ|ヶ|ケ)?年(?:度|間)?(?:の)?平均(?:値|率)?';

/** `前年度と過去3年度の平均値のいずれか高い値` */
export const MAX_OF_PREVIOUS_AND_MEAN = `前年度(?:実績|の実績)?(?:値)?(?:と|及び|または|又は)(?:の)?${PAST_THREE_YEARS}(?:値)?の(?:うち|内)?(?:、)?いずれか(?:高い|低い|良い)(?:方|ほう)?(?:の)?(?:値|率|数値|実績)?`;

/** A direction without a number, with `させる` or `する` behind it: `前年度より減少させる`, `対前年度で増加させる`. */
export const DIRECTIONS: readonly (readonly [word: string, sign: '>' | '<'])[] = [
  ['増加', '>'],
  ['向上', '>'],
  ['上昇', '>'],
  ['減少', '<'],
  ['低下', '<'],
  ['削減', '<'],
  ['縮減', '<'],
  ['短縮', '<'],
];

/** The same as verbs of their own. */
export const DIRECTION_VERBS: readonly (readonly [word: string, sign: '>' | '<'])[] = [
  ['増やす', '>'],
  ['引き上げる', '>'],
  ['減らす', '<'],
  ['引き下げる', '<'],
];

/** Directions that carry an amount: `令和2年度比5％以上削減`, `対前年度比で3件以上増加させる`. */
export const CHANGES: readonly string[] = ['増加', '向上', '上昇', '改善', '減少', '低下', '削減', '縮減', '短縮', '増', '減'];

/** A change that has come about, in the cell of a result: `6.1％削減`, `3,100人減少した（9月末）`. */
export const CHANGE_SAID = new RegExp(
  `(?<change>${CHANGES.join('|')})(?:(?:(?:と|に)?(?:した|しました|なった|なりました|している))?。?)(?=$|\\([^()]{1,30}\\)$)`,
);
/** The names of such changes that count downwards: `の令和2年度比削減率`. */
export const CHANGE_FALLS = /(?:減少|低下|削減|縮減|短縮|(?<!増)減)(?:率|幅)?$/;

/** The year that a change is counted from: `令和2年度`, `対前年度`, `2013（平成25）年度`, `基準年度`. */
export const BASE_YEAR =
  '対?(?:前年度?|前回|昨年度?|基準年度?|当初|(?:令和|平成|R|H)(?:元|\\d{1,2})年度?|20\\d\\d[^\\d、。]{0,10}?年度?)(?:末)?(?:の?実績|の?水準)?(?:値)?';

/** How the amount is set against that year. */
export const AGAINST = '(?:対?比(?:で|の)?|に比べて?|と比較して|に対して?|より(?:も)?|から|を基準(?:に|として))、?';

/** What closes a target phrase for good. */
export const TARGET_TAIL =
  '(?:と(?:することを(?:目指す|目標とする)|する|します|しています|すること)|にする|にします|とし(?=[、。])|を?(?:維持|達成|確保|継続)(?:する|します|し|を目指す)?|を目指(?:す|し)|を目標とする|に(?:抑える|抑制する|収める)|(?:実施|開催|確保|獲得)(?:する|します))';

/** Verbs that close a qualitative target: `…効果的な意見発信を実施する`. */
export const QUALITATIVE_END =
  /(?:実施|推進|発信|強化|策定|公表|開催|作成|検討|継続|徹底|整備|構築|導入|活用|検証|提供|促進|支援|連携|実現)(?:する|を?行う|を?図る|します)?。?$|(?:行う|図る|努める|進める|取り組む|取組む|目指す|する|つなげる|高める)。?$/;

/** A mark that says what is new in this year's plan, not part of a name: `【新】協会けんぽの…`. */
export const TAG = /^[【[<(](?:新|新規|新設|継続|改|改定|強|強化|拡充|重点|全支部一律|支部)[】\]>)]/;

/** Statements that carry a number but are no KPI, in a block opened by a KPI marker: `■支部目標：…300件以上`. */
export const OTHER_TARGETS =
  /^[■□◆◇●○・※]?[〔【<(]?(?:目標[〕】>)]|支部(?:独自)?目標|上位目標|中位目標|下位目標|数値目標|努力目標|令和\d+年度末?目標)[】>):]?/;

/** Opens a footnote: `（※査定率＝…÷…）`, `※ 医科、DPC、歯科、調剤`; a sign with a particle behind it belongs to the line before: `(※)を80％以上とする`. */
export const FOOTNOTE = /^(?!\(※\d*\)[をはがのに])(?:[(【<[]?※(?!\)?$)|\(?注\d*[):]|\*\d)/;

/** Opens a printed baseline: `【参考】令和２年度実績…`, `（令和 2年度見込み 55.02%）`. */
export const BASELINE_OPENING =
  /^(?:[(【<[]?参考[①-⑳\d]*[】>\]:)]?|[(【](?:前年度|昨年度)|[(【]?(?:(?:令和|平成)(?:元|\d{1,2})年|[RH](?:元|\d{1,2})年|20\d\d年))/;

/** The period that figures belong to, and what kind they are: `令和元年度実績`, `令和2年10月末現在`, `2年度`. */
export const BASELINE_LABEL =
  /(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度?|20\d{2}年度?|前年度|昨年度|(?<!\d)\d{1,2}年度)(?:\d{1,2}月(?:末|分|まで)?)?[^\d%()、。▲]{0,20}/g;

/** A figure right behind its label or behind another: `504件0.47%`, `100%(令和2年度上期)`. */
export const BASELINE_FIGURE =
  /[:=、]?(?<number>▲?\d[\d,]*(?:\.\d+)?)(?<unit>%|ポイント|円|事業所|社|件|人|名|機関|支部|回)?(?:以上|以下)?(?<remark>\([^()]{0,40}\))?/y;

/** Not a baseline though it has a period and a number: a later target, a count of people. */
export const NOT_BASELINE = /目標|において|対象者|見込者|予定/;

/** A year's target, which is a baseline where the year is over: `（令和3年度目標 95.0％）`. */
export const YEARS_TARGET = /(?:年度|年度の)目標値?は?$/;

/** Opens a condition: `ただし、入札件数の見込み件数が4件以下の場合は…`. */
export const CONDITION_OPENING = /^[(]?(?:ただし|但し)/;

/** A condition begins behind a target, on its line, and may end on a later one: `。前年度において２０％以下となった` / `場合は…`. */
export const CONDITION_BEGUN = /ただし|但し|^[。、(]*(?:なお、)?(?:前年度|今年度|当年度|入札|一般競争入札)[^。]{0,20}(?:おいて|件数)/;

/** A clause that holds only in a case: `入札件数が5件以上の場合、…`, `前年度において20%以下となった場合は、…`. */
export const CASE = /(?:場合|とき|際)(?:に|において)?(?:は|には|、|,)/;

/** The parts of an overall KPI follow: `（内訳）①…②…`. */
export const BREAKDOWN = /^[(【<[]?内訳[)】>\]]?:?/;

/** A target named for a date or a purpose, not by it: `令和4年3月診療分時点で…`, `80％という目標に向けて、年度末の…`. */
export const LEADING_CLAUSE = /^.*?(?:に向けて|に向け|のため|のために)、/;
export const LEADING_DATE =
  /^(?:(?:令和|平成|R|H)(?:元|\d{1,2})年(?:度末?|\d{1,2}月(?:\d{1,2}日|末日?|中)?|末)?|年度末)(?:時点|現在)?(?:の|における|において|に|で|までに)/;
/** The same in brackets behind a name: `マイナ保険証の利用率（令和6年11月末時点）`. */
export const BRACKETED_DATE = /\((?:(?:令和|平成|R|H)(?:元|\d{1,2})年|20\d\d年)[^()%]{0,10}(?:時点|現在|末|診療分)\)$/;
/** What stands between a particle and its figure and says how the figure is counted: `実施件数を累計100件以上`, `利用率は概ね50％以上`. */
export const FIGURE_ADVERB =
  /(?<=^|[をはがで、:数率額])(?:(?:数値)?目標値?:?|累計|累積|延べ|のべ|年間|[毎各]?[年月]|約|概ね|おおむね|最低|少なくとも)(?:で|に|、)?$/;
export const TRAILING_DATE =
  /(?:を|について|は|の|、)?(?:(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度?|20\d\d年度?)(?:\d{1,2}月)?(?:診療分|末|中|末日)?|年度末)(?:時点|現在)?(?:目標)?(?:に|で|において|における|まで|までに|の|には)?[:]?$/;
/** Particles between a name and its target: `…割合を`, `…割合については`, `…率：`. */
export const PARTICLES = /(?:を|について|については|ついて|に関して|に関しては|は|が|の|に|(?<!ま)で|、|:|として){1,6}$/;

/** A printed baseline that was a target itself: `令和2年度KPI`, `令和2年度目標`. */
export const TARGET_BASELINE = /KPI|目標|計画/;

/** A printed baseline that is about more than the KPI, or others: `令和2年度KPI（全体）`, `全国平均`. */
export const WIDER_BASELINE = /全体|全国|全支部|合計|協会/;
