/** The words in which a plan summary says what it changed against the year before; matched folded, without spaces. */

const TITLE_SIGNS = '^[■●◆○□【<《]*';
const TITLE_YEAR = '(?:(?:令和|平成|R|H)(?:元|\\d{1,2})年度(?:から|より|に|の|における)?)?';
const TITLE_END = '(?:について|の概要|等)*(?:\\([^()]*\\))?[】>》]?$';
const TURN = '(?:追加|新設|新規|変更|削除|廃止|見直し)';

/** The title of the part that lists changes: `R5年度からの主な変更点`, `令和6年度KPIの見直しについて`, `KPIの追加・削除`. */
export const CHANGES_TITLE = new RegExp(
  [
    `${TITLE_SIGNS}.{0,24}(?:変更(?:点|内容|箇所|事項|項目)|見直し(?:点|内容|箇所|事項)|新旧対照表?|(?:追加|削除|廃止)項目)${TITLE_END}`,
    `${TITLE_SIGNS}.{0,16}(?:KPI|年度|目標)(?:から|の|に係る|における){1,2}${TURN}(?:[・、]${TURN}){0,3}(?:KPI)?${TITLE_END}`,
    `${TITLE_SIGNS}${TITLE_YEAR}${TURN}(?:[・、]${TURN}){0,3}(?:した|する|の)?KPI(?:一覧)?${TITLE_END}`,
  ].join('|'),
);
/** A title that says of all below it what became of them: `廃止したKPI`. */
export const ONE_KIND_TITLE = new RegExp(`${TITLE_SIGNS}${TITLE_YEAR}${TURN}(?:した|する|の)?KPI(?:一覧)?${TITLE_END}`);

/** The titles that stand beside it, and end it. */
export const OTHER_TITLE = /(?:KPI|目標)(?:の)?(?:まとめ|一覧)|ポイント|トピック|概要(?:$|\()|担当業務|事業計画|組織体制/;

/** Stands between what a KPI was and what it is. */
export const ARROW = /^[↓⇩⇓▼→⇒➡⬇]+$/;
export const INLINE_ARROW = /[→⇒➡]/;

/** In front of a statement: `変更前：…`, `（旧）…`. */
export const BEFORE_LABEL = labels('変更前|改正前|改定前|見直し前|旧|現行|従来');
export const AFTER_LABEL = labels('変更後|改正後|改定後|見直し後|新');

function labels(words: string): RegExp {
  return new RegExp(`^(?:[(【[<](?:${words})[)】\\]>]:?|(?:${words}):)`);
}

export const CHANGE_WORDS: readonly { readonly kind: 'deleted' | 'added'; readonly pattern: RegExp }[] = [
  { kind: 'deleted', pattern: /KPI.{0,80}(?:設定(?:しない|せず|を(?:取りやめ|見送))|設けない)/ },
  { kind: 'deleted', pattern: /KPI(?:から|の?設定|は|を|の|も)*(?:削除|廃止|除外|取りやめ|終了|なし)|(?:削除|廃止)(?:した|する|の)?KPI/ },
  {
    kind: 'added',
    pattern:
      /KPI(?:に|を|として|の|へ|は|も)*(?:追加|新設|新規(?:設定|追加)?|新たに(?:設定|追加))|(?:新規|新設|新たな|新たに|追加)(?:の|した|する)?KPI(?:を?(?:設定|追加))?/,
  },
];

/** What a mark beside a statement says of it: `【追加】…`, `…とする（廃止）`; `kept` is no change. */
export type ChangeMark = 'added' | 'deleted' | 'changed' | 'kept';

const MARK_WORDS: readonly (readonly [mark: ChangeMark, words: string])[] = [
  ['kept', '継続|変更なし|変更無し|据え?置き|前年度と?同様|同左'],
  ['added', '新規追加|新規設定|新規|新設|追加'],
  ['deleted', '削除|廃止|終了|取りやめ|取止め|除外'],
  ['changed', '一部変更|変更|見直し|改定|修正'],
];
const FROM_YEAR = '(?:(?:令和|R)\\d{1,2}(?:年度)?(?:から|より|をもって|で|に)?)?';
const BY_KPI = '(?:KPI(?:から|に|を|の|として)?)?';

export const FRONT_MARKS = MARK_WORDS.map(([mark, words]) => ({
  mark,
  pattern: new RegExp(
    `^(?:[【(\\[<《〔]${FROM_YEAR}${BY_KPI}(?:${words}${mark === 'added' ? '|新' : ''})(?:KPI|項目)?[】)\\]>》〕]:?|(?:${words}):)`,
  ),
}));
export const END_MARKS = MARK_WORDS.map(([mark, words]) => ({
  mark,
  pattern: new RegExp(`[。※]?[【(\\[<《〔]※?${FROM_YEAR}${BY_KPI}(?:${words})(?:する|とする|します|した|KPI|項目)?[】)\\]>》〕]。?$`),
}));

/** What was promised goes up or down: `…を1,000事業所以上から1,100事業所以上に変更`; matches where the first ends. */
export const RAISED_TO = /(?<=(?:[%件円人社]|以[上下内]|事業所|[\d万]))から(?=[^。]{1,30}[にへ](?:変更|見直|改定|修正|改め|引き?[上下]げ))/;

/** A rate that is dropped or new, in a phrase without a target: `喫煙率を廃止`. */
export const NAMED_CHANGE: readonly { readonly kind: 'deleted' | 'added'; readonly pattern: RegExp }[] = [
  {
    kind: 'deleted',
    pattern:
      /^(?<lead>「?)(?<name>[^。「」、]{2,80}(?:率|割合))」?(?:の目標(?:値)?|の設定)?[をは](?:削除|廃止|除外|取りやめ)(?:する|した|とする)?。?$/,
  },
  {
    kind: 'added',
    pattern:
      /^(?<lead>「?)(?<name>[^。「」、]{2,80}(?:率|割合))」?(?:の目標(?:値)?|の設定)?[をは](?:追加|新設|新規(?:追加|設定)|新たに(?:追加|設定))(?:する|した|とする)?。?$/,
  },
];

/** From this likeness on, two statements are one KPI before and after. */
export const SAME_STATEMENT = 0.35;

/** In the cell of one side: there was none, or there is none any more. */
export const NOT_SET = /^[(【<]?(?:新設|新規|新規(?:追加|設定)|追加|削除|廃止|終了|(?:設定)?(?:なし|無し)|-+)[)】>]?$/;
export const UNCHANGED = /^[(【<]?(?:同左|同じ|変更(?:なし|無し)|継続|据え?置き)[)】>]?$/;
