import { fold } from '../fold.ts';

/**
 * What fonts draw in place of the characters that people write: Kangxi and other radicals, compatibility ideographs, ligatures,
 * half-width katakana.
 */
const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\uff61-\uff9f]+/g;
/** Forms for vertical writing, of marks that are full-width otherwise. */
const VERTICAL = /[\ufe10-\ufe19\ufe30-\ufe4f]/g;
const NARROW = /[!-~]/g;
/** Japanese fonts draw these alike, and a PDF may name the wrong one; the right-hand ones are what people type. */
const TWINS: Readonly<Record<string, string>> = { '‧': '・', '\u2329': '〈', '\u232a': '〉', '〜': '～', '∕': '／' };
const TWIN = /[‧\u2329\u232a〜∕]/g;
const RADICAL = /[\u2e80-\u2eff]/g;
/** No character at all: control characters, zero-width marks, the replacement character of a font without a map. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOTHING = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;
/** A font may name its space after another that looks the same. */
const BLANK = /[\t-\r]/g;
/** Which of its forms a character is drawn in (葛󠄀). */
const FORM = /\p{Variation_Selector}/gu;

/** Most characters are none of these. */
const PLAIN = /^[ -~\u3041-\u30ff\u4e00-\u9fff]*$/;

/** The characters as people write them: `⾦` is `金`, `ｶﾞ` is `ガ`, `ﬁ` is `fi`. */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(BLANK, ' ')
    .replace(NOTHING, '')
    .replace(FORM, '')
    .replace(LOOK_ALIKE, (found) => found.normalize('NFKC').replace(RADICAL, fold))
    .replace(VERTICAL, (found) => found.normalize('NFKC').replace(NARROW, wide))
    .replace(TWIN, (twin) => TWINS[twin] ?? twin);
}

const wide = (narrow: string): string => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0);
