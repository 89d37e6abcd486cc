/** Names of one unit. 社 and 事業所 count the same thing in these plans: `健活企業宣言事業所数 1,850社`. */
const SAME: readonly (readonly string[])[] = [
  ['%', '％', 'パーセント'],
  ['人', '名', '者'],
  ['事業所', '社', '事業場', '企業'],
  ['か所', 'カ所', 'ヶ所', '箇所', 'ヵ所', 'ケ所'],
  ['ポイント', 'pt'],
];

export function sameUnit(a: string, b: string): boolean {
  return a === b || SAME.some((names) => names.includes(a) && names.includes(b));
}
