/**
 * Look-alikes folded to one character each, so that an index in the folded text is an index in the text as printed:
 * full-width ASCII (`４２．２％` → `42.2%`), every kind of space, Kangxi radicals and compatibility ideographs from PDF fonts
 * (`⾦` → `金`, `⽀` → `支`), dashes and bullets that are typed for one another. Enumeration marks (`①`, `Ⅱ`) stay as they are.
 * 0 stands for a unit that does.
 */
const TABLE = foldTable();

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const fold = (from: string, to: string) => {
    for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = (to[i] ?? to).charCodeAt(0);
  };
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  // Kangxi radicals, CJK radicals, compatibility ideographs: Unicode's own decompositions, where they are one unit long.
  const compatible: [number, number][] = [
    [0x2e80, 0x2eff],
    [0x2f00, 0x2fdf],
    [0xf900, 0xfaff],
  ];
  for (const [first, last] of compatible) {
    const printed = Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
    // All at once: a call for each takes ten times as long, at every start.
    for (const [at, folded] of printed.join(' ').normalize('NFKC').split(' ').entries()) {
      if (folded.length === 1) table[first + at] = folded.charCodeAt(0);
    }
  }
  // Radicals that Unicode gives no decomposition, though PDF fonts print them for the character.
  fold('⺟⺠⺩⻄⻑⻘⻝⻤⻨⻩⻫⻭⻯', '母民王西長青食鬼麦黄斉歯竜');
  fold('\t\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff', ' ');
  // Raised digits point to notes; they are no part of the number or the word that they stand behind.
  fold('⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾', ' ');
  fold('‐‑‒–—―−─━', '-');
  fold('︓﹕꞉∶', ':');
  fold('〇◯', '○');
  fold('･∙⋅•‧·•', '・');
  fold('≪≫', '《》');
  fold('＜＞〈〉', '<><>');
  fold('｢｣､｡', '「」、。');
  fold('﹪', '%');
  // Bullets of the fonts Wingdings and Symbol, which PDF extraction leaves at their private codes.
  fold('\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf0a7\uf0b7\uf09f\uf0d8\uf0fc\uf0e8', '●■□□◆◇■・・▶✓→');
  fold('△', '▲');
  return table;
}

/** Reused from call to call: a document has tens of thousands of lines. */
let scratch = new Uint16Array(1024);
let scratchBytes = Buffer.from(scratch.buffer);

/** The text folded by {@link TABLE}; as long as the text itself. */
export function fold(text: string): string {
  if (text.length > scratch.length) {
    scratch = new Uint16Array(text.length * 2);
    scratchBytes = Buffer.from(scratch.buffer);
  }
  const units = scratch;
  let changed = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = TABLE[unit] || unit;
    units[i] = folded;
    if (folded !== unit) changed = true;
  }
  return changed ? scratchBytes.toString('utf16le', 0, text.length * 2) : text;
}
