/** How Word counts the items of a list: `①`, `ア`, `(ⅰ)` are not in its text but made from these. */
export type Counter = (number: number) => string;

const from =
  (characters: string): Counter =>
  (number) =>
    [...characters][number - 1] ?? String(number);

const KANJI = '一二三四五六七八九';

/** 十, 二十三; from a hundred on in digits. */
const kanji: Counter = (number) => {
  if (number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? KANJI[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? KANJI[ones - 1] : ''}`;
};

const roman: Counter = (number) => {
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'][Math.floor(number / 10)];
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10];
  return tens === undefined || ones === undefined ? String(number) : tens + ones;
};

const fullWidth: Counter = (number) => String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const CIRCLED = from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const KATAKANA = from('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン');
const IROHA = from('イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス');
const LETTERS = from('abcdefghijklmnopqrstuvwxyz');

/** By Word's names for them; whatever is not here counts in plain digits. */
export const LIST_COUNTERS: ReadonlyMap<string, Counter> = new Map(
  Object.entries({
    decimalZero: (number) => String(number).padStart(2, '0'),
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: CIRCLED,
    decimalEnclosedCircleChinese: CIRCLED,
    decimalEnclosedParen: (number) => `(${number})`,
    decimalEnclosedFullstop: (number) => `${number}.`,
    aiueo: KATAKANA,
    aiueoFullWidth: KATAKANA,
    iroha: IROHA,
    irohaFullWidth: IROHA,
    upperRoman: roman,
    lowerRoman: (number) => roman(number).toLowerCase(),
    upperLetter: (number) => LETTERS(number).toUpperCase(),
    lowerLetter: LETTERS,
    japaneseCounting: kanji,
    japaneseDigitalTenThousand: kanji,
    chineseCounting: kanji,
    ideographDigital: kanji,
  }),
);

/** Bullets of the fonts Wingdings and Symbol, which stand in the private use area: `` is ■. */
export const SYMBOL_BULLETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\uf0b7': '・',
    '\uf06c': '●',
    '\uf06d': '○',
    '\uf06e': '■',
    '\uf06f': '□',
    '\uf070': '□',
    '\uf075': '◆',
    '\uf0a7': '■',
    '\uf0a8': '□',
    '\uf0d8': '▶',
    '\uf0e8': '→',
    '\uf0fc': '✓',
  }),
);
