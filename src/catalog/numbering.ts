/**
 * How plans number their headings and enumerate their statements: one row a style, tried in this order. Patterns are sticky, match
 * the folded text (`source/fold.ts`) from its first character, and take the mark with its closing sign. A new style is one row.
 */
export interface NumberingStyle {
  readonly id: string;
  /** The characters that a mark of this style may begin with. */
  readonly opens: RegExp;
  readonly pattern: RegExp;
  readonly example: string;
  /** A bullet carries no number: it tells items apart, and heads a measure only in plans that number nothing else. */
  readonly bullet?: true;
}

/** What a number may count, when it opens a wrapped line of prose (`3 か月以内に…`) rather than a heading (`３ 内容点検`). */
const COUNTER =
  '(?:[かカヶケ箇個ヵ]?月|か年|カ年|年|日|週|時|分|件|人|名|円|社|回|部位|事業所|支部|機関|団体|割|期|次|歳|倍|点|者|[%.,\\d])';

export const NUMBERING_STYLES: readonly NumberingStyle[] = [
  {
    id: '第n章',
    opens: /第/,
    pattern: /第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[章編部](?:[.、:]|\s)/y,
    example: '第１章　基盤的保険者機能関係',
  },
  {
    id: '第n節',
    opens: /第/,
    pattern: /第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?節(?:[.、:]|\s)/y,
    example: '第２節　サービス水準の向上',
  },
  { id: 'n-n(n)', opens: /\d/, pattern: /\d{1,2}-\d{1,2}\s*\(\d{1,2}\)[.．]?/y, example: '２－１（１）特定健診…の向上' },
  { id: 'n-n', opens: /\d/, pattern: /\d{1,2}-\d{1,2}(?:[.．)]|\s)/y, example: '１－１０．オンライン資格確認…' },
  { id: 'Ⅰ-n', opens: /[Ⅰ-Ⅻ]/, pattern: /[Ⅰ-Ⅻ]-\d{1,2}(?:-\d{1,2})?(?:[.．)]|\s|(?=[^-\d]))/y, example: 'Ⅰ－１ 技術支援業務' },
  { id: '①-ⅰ)', opens: /[①-⑳]/, pattern: /[①-⑳]\s*-?\s*[ⅰ-ⅻ]\)/y, example: '①－ⅰ）特定健診実施率…の向上' },
  { id: '(n)', opens: /\(/, pattern: /\(\d{1,2}\)/y, example: '（１）健全な財政運営' },
  { id: '(Ⅰ)', opens: /[([]/, pattern: /[([][Ⅰ-Ⅻ][)\]]/y, example: '（Ⅰ）基盤的保険者機能関係' },
  { id: '(ⅰ)', opens: /\(/, pattern: /\([ⅰ-ⅻ]\)/y, example: '（ⅰ）サービススタンダード…' },
  { id: '(i)', opens: /\(/, pattern: /\((?:i{1,3}|iv|vi{0,3}|ix|x)\)/y, example: '（ii）…' },
  { id: '(a)', opens: /\(/, pattern: /\([a-zA-Z]\)/y, example: '（a）生活習慣病予防健診' },
  { id: '(ア)', opens: /\(/, pattern: /\([ア-ン]\)/y, example: '（ア）…' },
  { id: '①', opens: /[①-⑳㉑-㉟]/, pattern: /[①-⑳㉑-㉟]/y, example: '① サービス水準の向上' },
  { id: '❶', opens: /[❶-❿]/, pattern: /[❶-❿]/y, example: '❶ …' },
  { id: '⑴', opens: /[⑴-⒇]/, pattern: /[⑴-⒇]/y, example: '⑴ …' },
  { id: 'Ⅰ', opens: /[Ⅰ-Ⅻ]/, pattern: /[Ⅰ-Ⅻ](?:[.)、:]|\s)?/y, example: 'Ⅰ）人事・組織に関する取組' },
  { id: 'ⅰ', opens: /[ⅰ-ⅻ]/, pattern: /[ⅰ-ⅻ](?:[.)、:]|\s)?/y, example: 'ⅰ）重症化予防対策の推進' },
  { id: 'Ⅰ', opens: /[IVX]/, pattern: /(?:I{1,3}|IV|VI{0,3}|IX|X)[.)]/y, example: 'I)人事・組織に関する取組' },
  { id: 'ⅰ', opens: /[ivxIVX]/, pattern: /(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]/iy, example: 'iii)重症化予防対策の推進' },
  { id: 'n.', opens: /\d/, pattern: /\d{1,2}\s?[.．、](?!\d)/y, example: '１．健全な財政運営' },
  { id: 'n)', opens: /\d/, pattern: /\d{1,2}\)/y, example: '1) …' },
  { id: 'ア', opens: /[ア-ン]/, pattern: /[ア-ン](?:[.)]|、(?![ァ-ヶー]))/y, example: 'ア.サービススタンダード…' },
  { id: 'a.', opens: /[a-zA-Z]/, pattern: /[a-zA-Z][.)、](?![a-zA-Z])/y, example: 'a. 実施率の向上' },
  {
    id: 'n',
    opens: /\d/,
    pattern: new RegExp(`\\d{1,2}\\s+(?!${COUNTER})(?=[\\u3005-\\u9fff\\u30a1-\\u30fa「])`, 'y'),
    example: '３ 内容点検',
  },
  { id: '●', opens: /●/, pattern: /[●]/y, example: '●サービス水準の向上', bullet: true },
  { id: '○', opens: /[○◎]/, pattern: /[○◎]/y, example: '○ 査定率の向上…', bullet: true },
  { id: '◆', opens: /[◆◇]/, pattern: /[◆◇]/y, example: '◆被保険者（40歳以上）', bullet: true },
  { id: '■', opens: /[■□]/, pattern: /[■□]/y, example: '■被扶養者（受診対象者数：…）', bullet: true },
  { id: '・', opens: /・/, pattern: /[・]/y, example: '・未送達事業所については…', bullet: true },
  { id: '*', opens: /[*＊]/, pattern: /[*＊](?!\*)/y, example: '＊①②の合計…', bullet: true },
  { id: '✓', opens: /[✓✔➢⇒→▶▷►]/, pattern: /[✓✔➢⇒→▶▷►]/y, example: '✓…', bullet: true },
];

/** For each first character, the styles that it may open, in order; filled as characters come. */
const BY_OPENING = new Map<string, readonly NumberingStyle[]>();

function stylesOpenedBy(character: string): readonly NumberingStyle[] {
  let styles = BY_OPENING.get(character);
  if (!styles) {
    styles = NUMBERING_STYLES.filter((style) => style.opens.test(character));
    BY_OPENING.set(character, styles);
  }
  return styles;
}

/** The mark that opens `text` at `from`: its style, the mark as folded, and where the text behind it begins. */
export function numberingAt(text: string, from: number): { style: NumberingStyle; mark: string; end: number } | null {
  for (const style of stylesOpenedBy(text[from] ?? '')) {
    style.pattern.lastIndex = from;
    if (style.pattern.test(text)) {
      const end = style.pattern.lastIndex;
      return { style, mark: text.slice(from, end).trim(), end };
    }
  }
  return null;
}
