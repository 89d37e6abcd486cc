import fc from 'fast-check';

/** How a generated target is printed. */
export interface Dialect {
  readonly marker: string;
  readonly enumeration: string;
  readonly digits: Digits;
  readonly percent: string;
  readonly particle: string;
  readonly close: string;
}

type Digits = 'half' | 'full' | 'mixed';

/** What a target says, whatever its dialect. */
export interface Said {
  readonly name: string;
  readonly indicator: string;
  readonly value: string;
  readonly unit: '%' | '事業所' | '社';
  readonly comparator: '>=' | '>' | '<=' | '<' | '=';
}

const WORDS: Readonly<Record<Said['comparator'], string>> = { '>=': '以上', '>': '超', '<=': '以下', '<': '未満', '=': '' };

const MARKERS = ['■ KPI：', '■KPI:', '■ ＫＰＩ：', '■KPI\n', '【KPI】', '《ＫＰＩ》', 'KPI：', '■令和 3年度目標（KPI）：'];
const ENUMERATIONS = ['', '① ', '①', 'ア.', '(ⅰ)', '1) ', '・'];

const KNOWN: readonly (readonly [name: string, indicator: string, unit: Said['unit']])[] = [
  ['サービススタンダードの達成状況', 'service-standard', '%'],
  ['現金給付等の申請に係る郵送化率', 'mailing-rate', '%'],
  ['生活習慣病予防健診実施率', 'lifestyle-checkup-rate', '%'],
  ['事業者健診データ取得率', 'employer-checkup-data-rate', '%'],
  ['健康宣言事業所数', 'health-declaration-offices', '事業所'],
  ['健康宣言事業所数', 'health-declaration-offices', '社'],
];

const figure = (unit: Said['unit']): fc.Arbitrary<string> =>
  unit === '%'
    ? fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('', '.0', '.5', '.27', '.369')).map(([whole, rest]) => `${whole}${rest}`)
    : fc.integer({ min: 1, max: 99_999 }).map(String);

export const said: fc.Arbitrary<Said> = fc.constantFrom(...KNOWN).chain(([name, indicator, unit]) =>
  fc.record({
    name: fc.constant(name),
    indicator: fc.constant(indicator),
    unit: fc.constant(unit),
    value: figure(unit),
    comparator: fc.constantFrom(...comparators),
  }),
);

const comparators: readonly Said['comparator'][] = ['>=', '>', '<=', '<', '='];

export const dialect: fc.Arbitrary<Dialect> = fc.record({
  marker: fc.constantFrom(...MARKERS),
  enumeration: fc.constantFrom(...ENUMERATIONS),
  digits: fc.constantFrom<Digits[]>('half', 'full', 'mixed'),
  percent: fc.constantFrom('%', '％'),
  particle: fc.constantFrom('を', 'を ', 'について、', 'は'),
  close: fc.constantFrom('とする', 'とする。', 'にする'),
});

const fullWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 0xfee0);

function digitsIn(text: string, digits: Digits): string {
  if (digits === 'half') return text;
  return text.replace(/[\d.,]/g, (character) => (digits === 'full' || Number(character) % 2 === 0 ? fullWidth(character) : character));
}

const grouped = (value: string): string => value.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** `■ KPI：① 郵送化率を ９５．０％以上とする` */
export function print({ name, value, unit, comparator }: Said, { marker, enumeration, digits, percent, particle, close }: Dialect): string {
  const amount = `${digitsIn(unit === '%' ? value : grouped(value), digits)}${unit === '%' ? percent : unit}`;
  return `${marker}${enumeration}${name}${particle}${amount}${WORDS[comparator]}${close}`;
}
