/** Dice coefficient of the two texts' character pairs: 1 for the same, 0 for nothing in common. */
export function dice(a: string, b: string): number {
  const x = pairs(a);
  const y = pairs(b);
  if (x.length === 0 || y.length === 0) return a === b ? 1 : 0;
  let common = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const difference = (x[i] ?? 0) - (y[j] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return (2 * common) / (x.length + y.length);
}

const PAIRS = new Map<string, Uint32Array>();
const KEPT = 5000;

/** The pairs of neighbouring characters, sorted, as numbers. */
function pairs(text: string): Uint32Array {
  let sorted = PAIRS.get(text);
  if (!sorted) {
    const plain = text.normalize('NFKC').replace(/[\s、・「」()]/g, '');
    sorted = new Uint32Array(Math.max(0, plain.length - 1));
    for (let i = 0; i < sorted.length; i++) sorted[i] = plain.charCodeAt(i) * 0x10000 + plain.charCodeAt(i + 1);
    sorted.sort();
    if (PAIRS.size >= KEPT) PAIRS.clear();
    PAIRS.set(text, sorted);
  }
  return sorted;
}

/** The share of the shorter text's character pairs that the longer one has too: 1 when `使用割合` stands in `…証の使用割合`. */
export function overlap(a: string, b: string): number {
  const [few, many] = [pairs(a), pairs(b)].sort((x, y) => x.length - y.length);
  if (!few || !many || few.length === 0) return a === b ? 1 : 0;
  const all = new Set(many);
  return few.reduce((common, pair) => common + Number(all.has(pair)), 0) / few.length;
}
