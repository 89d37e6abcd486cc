/** Letters of other scripts, and marks that no Japanese document has: a font that does not say what it draws names its characters after their numbers. */
const FOREIGN =
  /[\u00a1\u00a2\u00a4\u00a6\u00a8\u00aa-\u00ac\u00af\u00b8-\u00bc\u00be-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0400-\u1fff\ua000-\uabff\uac00-\ud7af]/g;
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/g;
const INK = /\S/g;
/** A page may name a person or a place with some. */
const FEWEST_FOREIGN = 4;
const MOST_FOREIGN = 0.02;
/** A document without Japanese is none, unless it says next to nothing. */
const FEWEST = 40;
const LEAST_JAPANESE = 0.02;

const count = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0;

/** Whether a page's text is what is printed on it: `ĀdサービススĀ¿ンÀード~達成状況²100％` is not. */
export function isLegible(page: string): boolean {
  const foreign = count(page, FOREIGN);
  return foreign < FEWEST_FOREIGN || foreign <= MOST_FOREIGN * count(page, INK);
}

/** Whether a document is Japanese; one of fonts that say nothing may come out as any signs (`$%&''()*+,`). */
export function isJapanese(text: string): boolean {
  const ink = count(text, INK);
  return ink < FEWEST || count(text, JAPANESE) >= LEAST_JAPANESE * ink;
}
