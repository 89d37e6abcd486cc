/** The words in which a plan summary says what it changed against the year before; matched folded, without spaces. */

/** The title of the part that lists changes: `R5年度からの主な変更点`, `令和6年度KPIの見直しについて`. */
export const CHANGES_TITLE =
  /^(?:■|【|<)?(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度|前年度|昨年度|KPI)?.{0,12}(?:変更点|変更内容|変更箇所|見直し(?:点|内容|箇所)|新旧対照表?)(?:について|等)?[】>]?$/;

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
  { kind: 'deleted', pattern: /KPI(?:から|の?設定|は|を|の|も)*(?:削除|廃止|除外|取りやめ|終了|なし)|(?:削除|廃止)(?:した|する|の)?KPI/ },
  {
    kind: 'added',
    pattern:
      /KPI(?:に|を|として|の|へ|は|も)*(?:追加|新設|新規(?:設定|追加)?|新たに(?:設定|追加))|(?:新規|新設|新たな|新たに|追加)(?:の|した|する)?KPI(?:を?(?:設定|追加))?/,
  },
];
