import stringWidth from 'string-width';

/** Half-width ASCII; then kana, kanji, and full-width punctuation, letters and digits, which take two columns each. */
const PLAIN = /^[\u0020-\u007e\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** Columns on a terminal: a full-width character takes two. Whatever is not plain Japanese or ASCII is left to string-width, which is slow. */
export function displayWidth(text: string): number {
  if (!PLAIN.test(text)) return stringWidth(text);
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) width++;
  return width;
}

/** 行頭禁則: what may not begin a line. */
const NOT_FIRST = /^[、。，．,.・：:；;！!？?」』】〕）)\]％%ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜～…]/;
/** 行末禁則: what may not end one. */
const NOT_LAST = /[「『【〔（([]$/;
/** A word of half-width letters and digits, or one full-width character, with what may not begin a line after it. */
const PIECE = /[\u0021-\u007e]+|\s+|[^\s\u0021-\u007e]/gu;

/** Lines of at most `width` columns: between full-width characters, at spaces, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, width)));
}

function wrapLine(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text, width)) {
    const size = displayWidth(piece);
    if (used + size > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && lines.length > 0 && piece.trim() === '') continue;
    line += piece;
    used += size;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** The parts between which a line may break; none is wider than a line. */
function pieces(text: string, width: number): string[] {
  const parts: string[] = [];
  for (const [part] of text.matchAll(PIECE)) {
    const last = parts.at(-1);
    const joined = last !== undefined && last.trim() !== '' && (NOT_FIRST.test(part) || NOT_LAST.test(last)) ? last + part : null;
    if (joined !== null && displayWidth(joined) <= width) parts[parts.length - 1] = joined;
    else if (displayWidth(part) <= width) parts.push(part);
    else parts.push(...cut(part, width));
  }
  return parts;
}

function cut(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < word.length; at += width) parts.push(word.slice(at, at + width));
  return parts;
}
