import { AREA_HEADINGS, AREA_HINT, AREA_OPENINGS } from '../catalog/areas.ts';
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

/** Style of a heading that is a cell in the left column of a table: it says itself which rows it heads. */
export const TABLE_COLUMN = 'column';

/** A line longer than this (in characters) fills its column: prose that goes on, not a heading. */
const FULL_LINE = 50;
/** A heading may wrap once; longer ones are sentences. */
const LONGEST = 72;

/** How weighty or hard a measure is said to be, behind its name: `…の充実【重要度：高】【困難度：高】`. */
const WEIGHT = /[【[［（(](?:重要度|困難度|優先度)[^】\]］）)]{1,12}[】\]］）)]/g;

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
    const numbering = numberingAt(line.text, line.start);
    if (numbering && NEVER_HEADING.has(numbering.style.id)) return false;
    if (!numbering && !OPENINGS.has(line.text.slice(line.start, line.start + 2)) && line.text[line.start] !== '<') return false;
    const area = areaAt(line.text, line.start, numbering);
    if (!area) return numbering ? this.numbered(line, line.start, numbering, next) : this.unnumbered(line, line.start);
    this.enter({ text: clean(line, area.from, area.to), style: 'area', area: area.area, line });
    const column = skipSpaces(line.text, area.to);
    const behind = numberingAt(line.text, column);
    return behind !== null && this.numbered(line, column, behind, next);
  }

  /** Opens a heading under the ones that are open. */
  enter({ text, style, area, line }: Omit<Heading, 'parent'>): void {
    const open = area ? null : this.open(style);
    this.current = {
      text: text.includes('度') ? text.replace(WEIGHT, '') : text,
      style,
      area,
      line,
      parent: area ? null : open ? open.parent : this.current,
    };
    this.headings.push(this.current);
  }

  /** The open heading of a style. */
  private open(style: string): Heading | null {
    let at = this.current;
    while (at && at.style !== style) at = at.parent;
    return at;
  }

  /** `＜費用対効果を踏まえたコスト削減等＞`, or a measure's name alone on its line. */
  private unnumbered(line: TextLine, from: number): false {
    const { text, raw } = passage([{ line, from }]);
    const bracketed = /^<([^<>]{4,40})>$/.exec(text);
    if (bracketed) this.enter({ text: raw.slice(1, -1), style: '<>', area: null, line });
    else if (MEASURES.has(text)) this.enter({ text: raw, style: 'plain', area: null, line });
    return false;
  }

  private numbered(line: TextLine, from: number, { style, end }: Numbering, next: TextLine | undefined): boolean {
    if (NEVER_HEADING.has(style.id)) return false;
    const nested = areaAt(line.text, from, { style, end });
    if (nested) {
      this.enter({ text: clean(line, nested.from, nested.to), style: 'area', area: nested.area, line });
      return false;
    }
    const own = passage([{ line, from: end }]);
    const more = own.text.length >= FULL_LINE - 14 && next && goesOn(next) ? next : null;
    const both = more && passage([...own.pieces, { line: more, from: more.start }]);
    const heading =
      both && isHeading(both.text, LONGEST) && closes(both.text)
        ? both
        : isHeading(own.text, FULL_LINE) && (!more || closes(own.text))
          ? own
          : null;
    if (heading) this.enter({ text: heading.raw.replace(REMARK, ''), style: style.id, area: null, line });
    else {
      // A numbered sentence is no heading, but it ends the heading that had the number before.
      const open = this.open(style.id);
      if (open) this.current = open.parent;
    }
    return heading !== null && heading === both;
  }
}

type Numbering = Pick<NonNullable<ReturnType<typeof numberingAt>>, 'style' | 'end'>;

/** Behind a heading, what is not its name: `〈Ⅰ、Ⅱ〉`, `（支部目標 70.0％）`. */
const REMARK = /[〈<＜《].*$|[（(][^（()）]*(?:目標|[％%])[^（()）]*[)）]$/;

/** Whether a line can be the second line of a heading. */
function goesOn(line: TextLine): boolean {
  return line.gap <= 2 && !numberingAt(line.text, line.start) && !'【《<(■'.includes(line.text[line.start] ?? '');
}

/** Measures that the catalog names, to tell a heading without a number from prose. */
const MEASURES = new Set(INDICATORS.flatMap((indicator) => indicator.measures));

/** How they and the areas begin: most lines of prose are told apart by that. */
const OPENINGS = new Set([...MEASURES, ...AREA_HEADINGS.map(({ area }) => area), '保険者機能の強化'].map((text) => text.slice(0, 2)));

const NEVER_HEADING = new Set(['・', '*', '✓']);

function isHeading(text: string, longest: number): boolean {
  if (text.length < 2 || text.length > longest || /[。、]$|。|とする$|%以上/.test(text)) return false;
  return !isCoverage(text) && !CASE.test(text) && !/^(?:被保険者|被扶養者|加入者)(?:$|\()/.test(text);
}

/** A heading ends in a noun of doing; prose that fills its line breaks off anywhere. */
function closes(text: string): boolean {
  return /(?:推進|強化|促進|向上|実施|徹底|構築|発信|取組|取組み|働きかけ|化|等|関係)$/.test(text);
}

/** `１．基盤的保険者機能関係`, alone or with the right-hand column behind it on the same line. */
function areaAt(text: string, start: number, numbering: Numbering | null): { area: Area; from: number; to: number } | null {
  if (numbering?.style.bullet) return null;
  const from = skipSpaces(text, numbering?.end ?? start);
  if (!AREA_OPENINGS.includes(text[from] ?? ' ')) return null;
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
  return AREA_HINT.test(line.text.slice(line.start)) && areaAt(line.text, line.start, numberingAt(line.text, line.start)) !== null;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

const clean = (line: TextLine, from: number, to: number): string => passage([{ line, from, to }]).raw;
