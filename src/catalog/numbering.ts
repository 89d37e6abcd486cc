/**
 * How plans number their headings and enumerate their statements: one row a style, tried in this order. Patterns are sticky, match
 * the folded text (`source/fold.ts`) from its first character, and take the mark with its closing sign. A new style is one row.
 */
export interface NumberingStyle {
  readonly id: string;
  readonly pattern: RegExp;
  readonly example: string;
  /** A bullet carries no number: it tells items apart, and heads a measure only in plans that number nothing else. */
  readonly bullet?: true;
}

/** What a number may count, when it opens a wrapped line of prose (`3 か月以内に…`) rather than a heading (`３ 内容点検`). */
const COUNTER =
  '(?:[かカヶケ箇個ヵ]?月|か年|カ年|年|日|週|時|分|件|人|名|円|社|回|部位|事業所|支部|機関|団体|割|期|次|歳|倍|点|者|[%.,\\d])';

export const NUMBERING_STYLES: readonly NumberingStyle[] = [
  { id: 'n-n(n)', pattern: /\d{1,2}-\d{1,2}\s*\(\d{1,2}\)[.．]?/y, example: '２－１（１）特定健診…の向上' },
  { id: 'n-n', pattern: /\d{1,2}-\d{1,2}(?:[.．)]|\s)/y, example: '１－１０．オンライン資格確認…' },
  { id: '①-ⅰ)', pattern: /[①-⑳]\s*-?\s*[ⅰ-ⅻ]\)/y, example: '①－ⅰ）特定健診実施率…の向上' },
  { id: '(n)', pattern: /\(\d{1,2}\)/y, example: '（１）健全な財政運営' },
  { id: '(Ⅰ)', pattern: /[([][Ⅰ-Ⅻ][)\]]/y, example: '（Ⅰ）基盤的保険者機能関係' },
  { id: '(ⅰ)', pattern: /\([ⅰ-ⅻ]\)/y, example: '（ⅰ）サービススタンダード…' },
  { id: '(i)', pattern: /\((?:i{1,3}|iv|vi{0,3}|ix|x)\)/y, example: '（ii）…' },
  { id: '(a)', pattern: /\([a-zA-Z]\)/y, example: '（a）生活習慣病予防健診' },
  { id: '(ア)', pattern: /\([ア-ン]\)/y, example: '（ア）…' },
  { id: '①', pattern: /[①-⑳㉑-㉟]/y, example: '① サービス水準の向上' },
  { id: '❶', pattern: /[❶-❿]/y, example: '❶ …' },
  { id: '⑴', pattern: /[⑴-⒇]/y, example: '⑴ …' },
  { id: 'Ⅰ', pattern: /[Ⅰ-Ⅻ](?:[.)、:]|\s)?/y, example: 'Ⅰ）人事・組織に関する取組' },
  { id: 'ⅰ', pattern: /[ⅰ-ⅻ](?:[.)、:]|\s)?/y, example: 'ⅰ）重症化予防対策の推進' },
  { id: 'Ⅰ', pattern: /(?:I{1,3}|IV|VI{0,3}|IX|X)[.)]/y, example: 'I)人事・組織に関する取組' },
  { id: 'ⅰ', pattern: /(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]/iy, example: 'iii)重症化予防対策の推進' },
  { id: 'n.', pattern: /\d{1,2}\s?[.．、](?!\d)/y, example: '１．健全な財政運営' },
  { id: 'n)', pattern: /\d{1,2}\)/y, example: '1) …' },
  { id: 'ア', pattern: /[ア-ン](?:[.)]|、(?![ァ-ヶー]))/y, example: 'ア.サービススタンダード…' },
  { id: 'a.', pattern: /[a-zA-Z][.)、](?![a-zA-Z])/y, example: 'a. 実施率の向上' },
  { id: 'n', pattern: new RegExp(`\\d{1,2}\\s+(?!${COUNTER})(?=[\\u3005-\\u9fff\\u30a1-\\u30fa「])`, 'y'), example: '３ 内容点検' },
  { id: '●', pattern: /[●]/y, example: '●サービス水準の向上', bullet: true },
  { id: '○', pattern: /[○◎]/y, example: '○ 査定率の向上…', bullet: true },
  { id: '◆', pattern: /[◆◇]/y, example: '◆被保険者（40歳以上）', bullet: true },
  { id: '■', pattern: /[■□]/y, example: '■被扶養者（受診対象者数：…）', bullet: true },
  { id: '・', pattern: /[・]/y, example: '・未送達事業所については…', bullet: true },
  { id: '*', pattern: /[*＊](?!\*)/y, example: '＊①②の合計…', bullet: true },
  { id: '✓', pattern: /[✓✔➢⇒→▶▷►]/y, example: '✓…', bullet: true },
];

/** The mark that opens `text` at `from`: its style, the mark as folded, and where the text behind it begins. */
export function numberingAt(text: string, from: number): { style: NumberingStyle; mark: string; end: number } | null {
  for (const style of NUMBERING_STYLES) {
    style.pattern.lastIndex = from;
    if (style.pattern.test(text)) {
      const end = style.pattern.lastIndex;
      return { style, mark: text.slice(from, end).trim(), end };
    }
  }
  return null;
}
