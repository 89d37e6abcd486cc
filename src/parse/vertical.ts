import { AREA_HEADINGS } from '../catalog/areas.ts';
import type { TextLine } from './lines.ts';
import { opensArea } from './outline.ts';

/** A line of a narrow column: `基`, `保険者`. */
const NARROW = 8;
/** A line that is longer says more than an area. */
const LONGEST_AREA = 80;
/** No area is broken over more lines. */
const MOST = 20;

/**
 * Puts an area that a narrow left column broke into short lines on one line: `①` / `基` / `盤` / `的` / … / `係`. What is left of such a
 * column where it is mixed with others, a character alone on its line, says nothing and is left out.
 */
export function joinNarrow(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const area = areaFrom(lines, at);
    const line = area?.line ?? plainArea(lines[at]);
    if (line && !LONELY.test(line.text.trim())) joined.push(line);
    at = area?.next ?? at + 1;
  }
  return joined;
}

/** `◆基盤的保険者機能関係`, `【基盤的保険者機能関係】`: without its decoration. */
function plainArea(line: TextLine | undefined): TextLine | undefined {
  if (!line || line.text.length > LONGEST_AREA) return line;
  const match = /^([\s◆◇■□●○◎]*[【《<〔[]?\s*)(\S.*?)\s*[】》>〕\]]?\s*$/.exec(line.text);
  if (!match?.[1]?.trim()) return line;
  const plain = { ...line, text: ' '.repeat(match[1].length) + (match[2] ?? ''), start: match[1].length };
  return opensArea(plain) ? plain : line;
}

const LONELY = new RegExp(`^[・等の${[...new Set(AREA_HEADINGS.map(({ area }) => area).join(''))].join('')}関係]$`);

function areaFrom(lines: readonly TextLine[], from: number): { line: TextLine; next: number } | null {
  const first = lines[from];
  let to = from;
  while (to - from < MOST && isNarrow(lines[to])) to++;
  for (; first && to > from + 1; to--) {
    const column = lines.slice(from, to).map((line) => ({ text: line.text.slice(line.start).trimEnd(), raw: line.raw.slice(line.start) }));
    const text = column.map((part) => part.text).join('');
    const line = { ...first, text, raw: column.map((part) => part.raw.slice(0, part.text.length)).join(''), start: 0 };
    if (opensArea(line)) return { line, next: to };
  }
  return null;
}

const isNarrow = (line: TextLine | undefined): boolean => line !== undefined && line.text.trim().length <= NARROW;
