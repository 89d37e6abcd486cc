import { AREA_HEADINGS } from '../catalog/areas.ts';
import { INDICATORS } from '../catalog/indicators.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { CASE } from '../catalog/phrases.ts';
import type { Area } from '../model/index.ts';
import { isCoverage } from './classify.ts';
import type { TextLine } from './lines.ts';
import { passage } from './passage.ts';

/** A heading and the headings that it stands under. */
export interface Heading {
  /** Without its number, as printed, without spaces. */
  readonly text: string;
  readonly style: string;
  readonly area: Area | null;
  readonly line: TextLine;
  readonly parent: Heading | null;
}

/** A line longer than this (in characters) fills its column: prose that goes on, not a heading. */
const FULL_LINE = 46;
/** A heading may wrap once; longer ones are sentences. */
const LONGEST = 72;

/** The headings from the outermost to this one. */
export function pathOf(heading: Heading | null): Heading[] {
  const path: Heading[] = [];
  for (let at = heading; at; at = at.parent) path.unshift(at);
  return path;
}

/**
 * Follows the headings of a plan. Their levels are not printed, so they are learned from their numbering: a style that is open closes
 * what is inside it, a style that is not open goes one level deeper.
 */
export class Outline {
  /** The innermost open heading. */
  current: Heading | null = null;
  readonly headings: Heading[] = [];

  /** Looks at a line; `next` is the line behind it. Says whether `next` was taken as the second line of a heading. */
  visit(line: TextLine, next: TextLine | undefined): boolean {
    const area = areaAt(line.text, line.start);
    if (!area) return this.heading(line, line.start, next);
    this.enter({ text: clean(line, area.from, area.to), style: 'area', area: area.area, line });
    const rest = skipSpaces(line.text, area.to);
    return rest < line.text.length && this.heading(line, rest, next);
  }

  /** Opens a heading under the ones that are open. */
  enter(heading: Omit<Heading, 'parent'>): void {
    let parent = this.current;
    if (heading.area) parent = null;
    else {
      const path = pathOf(this.current);
      const open = path.find((candidate) => candidate.style === heading.style);
      if (open) parent = open.parent;
    }
    this.current = { ...heading, parent };
    this.headings.push(this.current);
  }

  /** `＜費用対効果を踏まえたコスト削減等＞`, or a measure's name alone on its line. */
  private unnumbered(line: TextLine, from: number): false {
    if (line.text[from] !== '<' && !MEASURE_OPENINGS.has(line.text.slice(from, from + 2))) return false;
    const { text, raw } = passage([{ line, from }]);
    const bracketed = /^<([^<>]{4,40})>$/.exec(text);
    if (bracketed) this.enter({ text: raw.slice(1, -1), style: '<>', area: null, line });
    else if (MEASURES.has(text)) this.enter({ text: raw, style: 'plain', area: null, line });
    return false;
  }

  /** A numbered sentence is no heading, but it ends the heading that had the number before. */
  private close(style: string): void {
    const open = pathOf(this.current).find((heading) => heading.style === style);
    if (open) this.current = open.parent;
  }

  private heading(line: TextLine, from: number, next: TextLine | undefined): boolean {
    const numbering = numberingAt(line.text, from);
    if (!numbering) return this.unnumbered(line, from);
    if (NEVER_HEADING.has(numbering.style.id)) return false;
    const nested = areaAt(line.text, from);
    if (nested) {
      this.enter({ text: clean(line, nested.from, nested.to), style: 'area', area: nested.area, line });
      return false;
    }
    const body = passage([{ line, from: numbering.end }]);
    const wraps =
      body.text.length >= FULL_LINE - 10 &&
      next !== undefined &&
      next.gap <= 2 &&
      !numberingAt(next.text, next.start) &&
      !/^[【《<(■]/.test(next.text.slice(next.start));
    const text = wraps
      ? passage([
          { line, from: numbering.end },
          { line: next, from: next.start },
        ])
      : body;
    if (!isHeading(text.text, wraps)) {
      this.close(numbering.style.id);
      return false;
    }
    this.enter({
      text: text.raw.replace(/[〈<＜《].*$|[（(][^（()）]*(?:目標|[％%])[^（()）]*[)）]$/, ''),
      style: numbering.style.id,
      area: null,
      line,
    });
    return wraps;
  }
}

/** Measures that the catalog names, to tell a heading without a number from prose. */
const MEASURES = new Set(INDICATORS.flatMap((indicator) => indicator.measures));

/** How they begin: most lines of prose are told apart by that. */
const MEASURE_OPENINGS = new Set([...MEASURES].map((measure) => measure.slice(0, 2)));

const NEVER_HEADING = new Set(['・', '*', '✓']);

function isHeading(text: string, wrapped: boolean): boolean {
  if (text.length < 2 || text.length > (wrapped ? LONGEST : FULL_LINE + 4)) return false;
  if (/[。、]$|。|とする$|[%]以上/.test(text)) return false;
  if (wrapped && !/(?:推進|強化|促進|向上|実施|徹底|構築|発信|取組|取組み|働きかけ|化|等|関係)$/.test(text)) return false;
  return !isCoverage(text) && !CASE.test(text) && !/^(?:被保険者|被扶養者|加入者)(?:$|\()/.test(text);
}

/** `１．基盤的保険者機能関係`, alone or with the right-hand column behind it on the same line. */
function areaAt(text: string, start: number): { area: Area; from: number; to: number } | null {
  const numbering = numberingAt(text, start);
  if (numbering?.style.bullet) return null;
  const from = skipSpaces(text, numbering?.end ?? start);
  for (const { area, pattern } of AREA_HEADINGS) {
    pattern.lastIndex = from;
    if (!pattern.test(text)) continue;
    const to = pattern.lastIndex;
    const after = text[to];
    if (after !== undefined && after !== ' ') return null;
    if (!numbering && skipSpaces(text, to) < text.length) return null;
    return { area, from, to };
  }
  return null;
}

export function opensArea(line: TextLine): boolean {
  return areaAt(line.text, line.start) !== null;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

const clean = (line: TextLine, from: number, to: number): string => passage([{ line, from, to }]).raw;
