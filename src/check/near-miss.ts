/** A stretch of a text that is one character from a known word. It stands at `[from, to)`. */
export interface NearMiss {
  readonly from: number;
  readonly to: number;
  readonly term: string;
}

/** A word, ready to be looked for from both its ends. */
export interface Term {
  readonly word: string;
  readonly reversed: string;
}

export const termOf = (word: string): Term => ({ word, reversed: reverse(word) });

/**
 * The places of a text where one character of a term is missing, added or another: `対前度以上`, `サービススタンダート`. One half of the term stands
 * there as it is, so only places with a half are looked at. A text that has the term itself is not searched for slips of it.
 */
export function nearMisses(text: string, terms: readonly Term[]): NearMiss[] {
  const backwards = reverse(text);
  return terms.flatMap(({ word, reversed }): NearMiss[] => {
    if (text.includes(word)) return [];
    const found = slipBehindHead(text, word, word.length >> 1);
    if (found) return [{ ...found, term: word }];
    const mirrored = slipBehindHead(backwards, reversed, word.length - (word.length >> 1));
    return mirrored ? [{ from: text.length - mirrored.to, to: text.length - mirrored.from, term: word }] : [];
  });
}

/** The first place with the term's head and one slip behind it. */
function slipBehindHead(text: string, term: string, length: number): { from: number; to: number } | null {
  const head = term.slice(0, length);
  for (let from = text.indexOf(head); from >= 0; from = text.indexOf(head, from + 1)) {
    const to = endOfSlip(text, from, term);
    if (to !== null) return { from, to };
  }
  return null;
}

function endOfSlip(text: string, from: number, term: string): number | null {
  let same = 0;
  while (same < term.length && text[from + same] === term[same]) same++;
  const at = from + same;
  const [printed = '', meant = ''] = [text[at], term[same]];
  const rest = term.slice(same + 1);
  // 対前年比 is no slip for 対前年度: at its end a Japanese compound goes on in many ways, a katakana word in one.
  if (rest === '') return KATAKANA.test(printed) && KATAKANA.test(meant) ? at + 1 : null;
  if (text.startsWith(rest, at + 1)) return at + 1 + rest.length;
  if (text.startsWith(rest, at)) return at + rest.length;
  // 被扶養者の資格: a particle or a sign inside a compound is a way of writing.
  return !FILLER.test(printed) && text.startsWith(meant + rest, at + 1) ? at + 2 + rest.length : null;
}

const KATAKANA = /^[ァ-ヺー]$/;
const FILLER = /^[ぁ-ん、。・,.()「」/-]$/;

function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at--) reversed += text[at];
  return reversed;
}
