import type { Glyph } from './painted.ts';
import { plain } from './plain.ts';

/** A mark is so much smaller than its line, and raised by so much of the line's height. */
const SMALLER = 0.75;
const RAISED = 0.15;
/** `1`, `1)`; and what says itself that it is one: `注1`, `※2`. */
const NUMBER = /^[(（]?\d{1,2}[)）]?$/;
const NAMED = /^(?:注|[※*＊†])\d{1,2}$/;
const SUPERSCRIPT: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789()（）'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾'[i] ?? sign]),
);

/**
 * A line, from left to right, whose raised note marks are no part of its words and numbers: `1,158` with a raised 2 behind it is
 * `1,158²`, and not 11,582; a raised `注1` is `（注1）`.
 */
export function withNoteMarks(sorted: readonly Glyph[], size: number): readonly Glyph[] {
  if (!sorted.some((glyph) => glyph.size <= SMALLER * size)) return sorted;
  const baseline = sorted.find((glyph) => glyph.size === size)?.y ?? 0;
  const isRaised = (glyph: Glyph) => glyph.size <= SMALLER * size && baseline - glyph.y >= RAISED * size;
  const found: Glyph[] = [];
  for (let at = 0; at < sorted.length; ) {
    const end = sorted.findIndex((glyph, i) => i >= at && !isRaised(glyph));
    const marks = sorted.slice(at, end < 0 ? sorted.length : end);
    if (marks.length > 0) found.push(...asMarks(marks));
    at += marks.length;
    const glyph = sorted[at++];
    if (glyph) found.push(glyph);
  }
  return found;
}

function asMarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const text = plain(glyphs.map((glyph) => glyph.text).join('')).trim();
  if (NUMBER.test(text)) return glyphs.map((glyph) => ({ ...glyph, text: SUPERSCRIPT[plain(glyph.text)] ?? glyph.text }));
  if (!NAMED.test(text)) return glyphs;
  return glyphs.map((glyph, i) => ({ ...glyph, text: `${i === 0 ? '（' : ''}${glyph.text}${i === glyphs.length - 1 ? '）' : ''}` }));
}
