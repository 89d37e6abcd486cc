/** A stretch of a text that is one character from a known word. It stands at `[from, to)`. */
export interface NearMiss {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/**
 * The places of a text where one character of a word is missing, added or another: `対前度以上`, `サービススタンダート`. One half of the word stands
 * there as it is, so only places with a half are looked at, from the front and from the back.
 */
export function nearMisses(text: string, words: readonly string[]): NearMiss[] {
  return words.flatMap((word) => {
    const half = word.length >> 1;
    const found: NearMiss[] = [];
    for (const from of placesOf(text, word.slice(0, half))) {
      const length = lengthOfSlip(text, from, word, 1);
      if (length !== null) found.push({ from, to: from + length, word });
    }
    for (const at of placesOf(text, word.slice(half))) {
      const to = at + word.length - half;
      const length = lengthOfSlip(text, to - 1, word, -1);
      if (length !== null) found.push({ from: to - length, to, word });
    }
    return found;
  });
}

function* placesOf(text: string, part: string): Iterable<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

/**
 * How many characters of the text, read from `at` forwards or backwards, are the word with one slip behind the half that is right; null when they
 * are the word itself, or something else.
 */
function lengthOfSlip(text: string, at: number, word: string, step: 1 | -1): number | null {
  const printed = (index: number) => text[at + step * index] ?? '';
  const meant = (index: number) => word[step === 1 ? index : word.length - 1 - index] ?? '';
  /** Whether the word goes on behind the slip, `shift` characters on in the text. */
  const goesOn = (from: number, shift: number) => {
    for (let index = from; index < word.length; index++) if (printed(index + shift) !== meant(index)) return false;
    return true;
  };
  let same = 0;
  while (same < word.length && printed(same) === meant(same)) same++;
  if (same === word.length) return null;
  // 対前年比 is no slip for 対前年度: at its end a Japanese compound goes on in many ways, a katakana word in one.
  if (same === word.length - 1) return KATAKANA.test(printed(same)) && KATAKANA.test(meant(same)) ? word.length : null;
  if (goesOn(same + 1, 0)) return word.length;
  if (goesOn(same + 1, -1)) return word.length - 1;
  // 被扶養者の資格: a particle or a sign inside a compound is a way of writing.
  return !FILLER.test(printed(same)) && goesOn(same, 1) ? word.length + 1 : null;
}

const KATAKANA = /^[ァ-ヺー]$/;
const FILLER = /^[ぁ-ん、。・,.()「」/-]$/;
