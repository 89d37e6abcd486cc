import { AREA_HEADINGS } from '../catalog/areas.ts';
import { INDICATORS } from '../catalog/indicators.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { markerAt } from './classify.ts';
import { dice } from './likeness.ts';
import type { TextLine } from './lines.ts';
import type { Heading } from './outline.ts';
import { passage } from './passage.ts';

/** A measure's name wraps over no more lines. */
const MOST = 5;
const LONGEST = 72;
/** From this likeness on, the last lines are a measure that the catalog names, and the ones above them are not. */
const KNOWN = 0.8;
const MEASURES = [...new Set(INDICATORS.flatMap(({ measures }) => measures))];

/** The measure whose name stands right above `lines[at]`, behind `floor`: `地域医療提供体制への働きかけや…等に向` / `けた意見発信`. */
export function measureAbove(lines: readonly TextLine[], marker: number, floor: number): Omit<Heading, 'parent'> | null {
  let at = marker;
  // The number of a left column may have slipped in between: `①`.
  while (at > floor && isLonely(lines[at - 1])) at--;
  const list = listAbove(lines, at, floor);
  return nameAbove(lines, list, floor) ?? (list < at ? headingOf(lines.slice(at - 1, at)) : null);
}

/** Where a list of subheadings begins that stands between the measure and its KPIs: `Ⅰ）…` / `Ⅱ）…`. One alone is the measure itself. */
function listAbove(lines: readonly TextLine[], at: number, floor: number): number {
  const style = (index: number) => {
    const line = lines[index];
    const numbering = line && index >= floor ? numberingAt(line.text, line.start) : null;
    return numbering && !numbering.style.bullet ? numbering.style.id : null;
  };
  const last = style(at - 1);
  let from = at;
  while (last !== null && style(from - 1) === last) from--;
  return at - from > 1 ? from : at;
}

function nameAbove(lines: readonly TextLine[], to: number, floor: number): Omit<Heading, 'parent'> | null {
  let from = to;
  for (; from > floor && to - from < MOST; from--) {
    const line = lines[from - 1];
    const below = lines[from];
    if (!line || (from < to && below && below.gap > 0) || ends(line)) break;
    if (numberingAt(line.text, line.start)) {
      from--;
      break;
    }
  }
  const all = to - from;
  const likeness = Array.from({ length: all }, (_, index) => likenessOf(lines.slice(to - index - 1, to)));
  const best = Math.max(...likeness);
  return headingOf(lines.slice(best >= KNOWN ? to - likeness.indexOf(best) - 1 : from, to));
}

const isLonely = (line: TextLine | undefined): boolean => line !== undefined && (line.text.trim().length === 1 || markerAt(line) !== null);

/** Prose, a bullet, a footnote: no part of a name. */
const ends = (line: TextLine): boolean => {
  const text = line.text.slice(line.start).trim();
  return /[。、]$|^※/.test(text) || (text.startsWith('(') && !numberingAt(line.text, line.start)) || bulleted(line);
};
const bulleted = (line: TextLine): boolean => ['・', '*', '✓'].includes(numberingAt(line.text, line.start)?.style.id ?? '');

/** How like the lines are to a measure that the catalog names. */
function likenessOf(lines: readonly TextLine[]): number {
  const { text } = textOf(lines);
  const near = MEASURES.filter((measure) => Math.abs(measure.length - text.length) < 12);
  return Math.max(0, ...near.map((measure) => dice(measure, text)));
}

function headingOf(lines: readonly TextLine[]): Omit<Heading, 'parent'> | null {
  const [first] = lines;
  if (!first) return null;
  const { text, raw, style } = textOf(lines);
  const isName = text.length >= 2 && text.length <= LONGEST && !/[。%]|進捗状況|実施状況|^\(|^※|^令和\d+年度/.test(text);
  return isName ? { text: raw, style, area: null, line: first } : null;
}

/** Without its number and brackets, and without the area when the left column put it in front. */
function textOf(lines: readonly TextLine[]): { text: string; raw: string; style: string } {
  const first = lines[0];
  const numbering = first ? numberingAt(first.text, first.start) : null;
  const { text, raw } = passage(lines.map((line, index) => ({ line, from: index === 0 && numbering ? numbering.end : line.start })));
  let from = 0;
  for (const { pattern } of AREA_HEADINGS) {
    pattern.lastIndex = 0;
    if (pattern.test(text) && pattern.lastIndex < text.length) from = pattern.lastIndex;
  }
  const bracketed = /^[【<《〔[].*[】>》〕\]]$/.test(text.slice(from));
  from += bracketed ? 1 : 0;
  const to = text.length - (bracketed ? 1 : 0);
  return { text: text.slice(from, to), raw: raw.slice(from, to), style: numbering?.style.id ?? 'plain' };
}
