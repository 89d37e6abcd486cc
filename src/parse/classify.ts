import { KPI_MARKERS, KPI_WORD } from '../catalog/markers.ts';
import { type NumberingStyle, numberingAt } from '../catalog/numbering.ts';
import { BASELINE_OPENING, BREAKDOWN, FOOTNOTE, OTHER_TARGETS } from '../catalog/phrases.ts';
import type { TextLine } from './lines.ts';

/** What a line is by its opening alone. */
export type Opening =
  | { readonly kind: 'marker'; readonly end: number; readonly heading: boolean }
  | { readonly kind: 'footnote' | 'baseline' | 'other-target' }
  | { readonly kind: 'breakdown'; readonly end: number }
  | { readonly kind: 'item'; readonly style: NumberingStyle; readonly mark: string; readonly end: number }
  | { readonly kind: 'text' };

/** The KPI marker that the line opens with, or null. */
export function markerAt(line: TextLine): { end: number; heading: boolean } | null {
  if (!line.text.includes(KPI_WORD)) return null;
  for (const marker of KPI_MARKERS) {
    marker.pattern.lastIndex = line.start;
    if (marker.pattern.test(line.text)) return { end: marker.pattern.lastIndex, heading: marker.heading ?? false };
  }
  return null;
}

export function openingOf(line: TextLine): Opening {
  const marker = markerAt(line);
  if (marker) return { kind: 'marker', ...marker };
  return (SPECIAL.test(line.text[line.start] ?? '') && specialAt(line)) || plainAt(line);
}

/** What footnotes, baselines, parts and other targets may begin with; most lines are told apart by that. */
const SPECIAL = /[[(【<〔※*注■□◆◇●○・参内令平RH2上中下支数努目]/;

function specialAt(line: TextLine): Opening | null {
  const compact = line.text.slice(line.start, line.start + 40).replaceAll(' ', '');
  if (FOOTNOTE.test(compact)) return { kind: 'footnote' };
  if (OTHER_TARGETS.test(compact)) return { kind: 'other-target' };
  if (BREAKDOWN.test(compact)) {
    const end = /^[^訳]*訳\s*[)】>\]]?\s*:?/.exec(line.text.slice(line.start))?.[0].length ?? 0;
    return { kind: 'breakdown', end: line.start + end };
  }
  return BASELINE_OPENING.test(compact) ? { kind: 'baseline' } : null;
}

function plainAt(line: TextLine): Opening {
  const numbering = numberingAt(line.text, line.start);
  return numbering ? { kind: 'item', ...numbering } : { kind: 'text' };
}

/** A line of a coverage table: people to be reached, people planned (`parse/coverage.ts` reads it). */
export function isCoverage(text: string): boolean {
  return /(?:見込者|対象者|見込み者|予定人|予定者)数?/.test(text) && /\d人/.test(text.replaceAll(' ', ''));
}

/** `○被扶養者（実施対象者数：71,612人）`: whose figures follow. */
export function groupOf(text: string): string | null {
  return /^[○●◆◇■□・]?(?:<参考>)?(被保険者|被扶養者)(?:$|\()/.exec(text)?.[1] ?? null;
}

const KANA = 'アイウエオカキクケコサシスセソタチツテト';
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The number that an enumeration mark stands for; null for a bullet. */
export function ordinal(mark: string): number | null {
  let number = ORDINALS.get(mark);
  if (number === undefined) {
    number = readOrdinal(mark);
    ORDINALS.set(mark, number);
  }
  return number;
}

/** A few dozen marks make up every enumeration. */
const ORDINALS = new Map<string, number | null>();

function readOrdinal(mark: string): number | null {
  const plain = mark.normalize('NFKC').replace(/[^\dA-Za-zア-ン]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  const roman = ROMAN.indexOf(plain.toLowerCase());
  if (roman >= 0) return roman + 1;
  const kana = KANA.indexOf(plain);
  if (plain.length === 1 && kana >= 0) return kana + 1;
  return /^[a-z]$/i.test(plain) ? plain.toLowerCase().charCodeAt(0) - 96 : null;
}
