import { onWhite } from './colour.ts';
import { applied, IDENTITY, type Matrix, times } from './matrix.ts';
import type { Glyph, Turn, Way } from './painted.ts';

/** What showing text asks of a font. */
export interface Font {
  readonly vertical: boolean;
  /** From glyph space to text space: 0.001, except in fonts that are drawings (Type 3). */
  readonly scale: number;
}

export const PLAIN_FONT: Font = { vertical: false, scale: 0.001 };

/** The parameters of text that `save` keeps. */
interface Parameters {
  readonly font: Font;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** 1 is as wide as the font says. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  /** Filled, only its outlines drawn, or without ink. */
  readonly mode: number;
}

const INITIAL: Parameters = { font: PLAIN_FONT, size: 0, charSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 };
const OUTLINES = 1;
const WITHOUT_INK = 3;

/** What characters are drawn with. */
export interface Ink {
  readonly fill: string;
  readonly stroke: string;
  /** 0 lets the paper shine through, 1 nothing. */
  readonly alpha: number;
}

/** Paler than this nothing is seen. */
const FAINTEST = 0.02;

/** Where the next character goes, by the rules of PDF's text operators. */
export class TextState {
  parameters: Parameters = INITIAL;
  private matrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  set(change: Partial<Parameters>): void {
    this.parameters = { ...this.parameters, ...change };
  }

  begin(): void {
    this.move(IDENTITY);
  }

  /** The text matrix: where the line begins. */
  move(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  moveBy(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  nextLine(): void {
    this.moveBy(0, -this.parameters.leading);
  }

  /** Puts characters and spacing on the page; `page` leads from text space to it. */
  show(list: readonly unknown[], page: Matrix, ink: Ink, put: (glyph: Glyph, run: Pick<Frame, 'turn' | 'slope'>) => void): void {
    const { font, size, charSpacing, wordSpacing, stretch, rise, mode } = this.parameters;
    const colour = onWhite(mode === OUTLINES ? ink.stroke : ink.fill, ink.alpha);
    const hidden = mode === WITHOUT_INK || ink.alpha < FAINTEST;
    const scale = size * font.scale;
    const text = times(page, this.matrix);
    const frame = frameOf(text, stretch, size, font.vertical);
    let moved = 0;
    for (const item of list) {
      if (typeof item === 'number') {
        moved -= (item * size) / 1000;
        continue;
      }
      const glyph = shown(item);
      if (!glyph) continue;
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const [down = -1000] = glyph.vmetric ?? [];
      const advance = (font.vertical ? -down : glyph.width) * scale + spacing;
      // Along the line: to the right, or, in a vertical font, downwards.
      const [x, y] = font.vertical ? applied(text, this.x, this.y - moved + rise) : applied(text, this.x + moved * stretch, this.y + rise);
      if (glyph.unicode !== '') {
        const width = Math.abs((font.vertical ? -down : glyph.width) * scale) * frame.along;
        const left = frame.way === 'down' ? x - frame.size / 2 : x;
        put({ text: glyph.unicode, x: left, y, width, size: frame.size, way: frame.way, colour, hidden }, frame);
      }
      moved += advance;
    }
    if (font.vertical) this.y -= moved;
    else this.x += moved * stretch;
  }
}

interface Frame {
  readonly way: Way;
  readonly turn: Turn | null;
  /** The height of a character on the page. */
  readonly size: number;
  /** How long on the page a unit along the line is. */
  readonly along: number;
  /** How far the line falls to the right; 0 is straight. */
  readonly slope: number;
}

function frameOf([a, b, c, d]: Matrix, stretch: number, size: number, vertical: boolean): Frame {
  const [right, rightDown, up, upDown] = [a * stretch * size, b * stretch * size, c * size, d * size];
  const height = Math.hypot(up, upDown);
  const straight = Math.abs(up) < Math.abs(upDown) * SLANT && upDown < 0;
  const quarter = Math.abs(upDown) < Math.abs(up) * SLANT;
  const forward = vertical || (right > 0 && Math.abs(rightDown) < right * SLANT);
  const way = straight && forward ? (vertical ? 'down' : 'across') : quarter ? 'turned' : 'askew';
  const turn = Math.abs(up) < Math.abs(upDown) * SLANT ? (upDown < 0 ? 0 : 2) : quarter ? (up > 0 ? 1 : 3) : null;
  const slope = way === 'across' ? rightDown / right : 0;
  return { way, turn, slope, size: height, along: vertical ? Math.hypot(c, d) : Math.hypot(a, b) * stretch };
}

/** A line of text may be a little askew, as scanned pages are. */
const SLANT = 0.1;

interface Shown {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

function shown(item: unknown): Shown | null {
  if (typeof item !== 'object' || item === null || !('unicode' in item) || !('width' in item)) return null;
  const { unicode, width } = item;
  if (typeof unicode !== 'string' || typeof width !== 'number') return null;
  const vmetric = 'vmetric' in item && Array.isArray(item.vmetric) ? item.vmetric.map(Number) : null;
  return { unicode, width, isSpace: 'isSpace' in item && item.isSpace === true, vmetric };
}
