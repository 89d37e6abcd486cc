import { type Matrix, matrixFrom, times } from './matrix.ts';
import type { Glyph, Painted, Rule } from './painted.ts';
import { rulesOf } from './paths.ts';
import { type Font, PLAIN_FONT, TextState } from './text-state.ts';

/** pdfjs's names for its operators, and the list of those of a page. */
export interface Operators {
  readonly codes: Readonly<Record<string, number>>;
  readonly functions: readonly number[];
  readonly arguments: readonly unknown[];
}

/** A page of a hostile file may paint the same form again and again; what a reader can see has far fewer characters and lines. */
const MOST_GLYPHS = 50_000;
const MOST_RULES = 10_000;

/** More characters on a page than any reader could see. */
export class TooMuch extends Error {}

type Arguments = readonly unknown[];

const PAINTED: Readonly<Record<string, 'stroke' | 'fill'>> = {
  stroke: 'stroke',
  closeStroke: 'stroke',
  fillStroke: 'stroke',
  eoFillStroke: 'stroke',
  closeFillStroke: 'stroke',
  closeEOFillStroke: 'stroke',
  fill: 'fill',
  eoFill: 'fill',
};

/** Follows the operators of a page and keeps what matters here: characters, straight lines, their places and colours. */
export function paint(
  operators: Operators,
  page: Matrix,
  size: readonly [width: number, height: number],
  fonts: (name: string) => Font,
): Painted {
  const ways = new Map(Object.entries(PAINTED).map(([name, way]) => [operators.codes[name] ?? -1, way]));
  const painter = new Painter(page, size, fonts, ways);
  const actions = painter.actions();
  const table = new Map(Object.entries(actions).map(([name, action]) => [operators.codes[name] ?? -1, action]));
  for (const [at, code] of operators.functions.entries()) {
    const given = operators.arguments[at];
    table.get(code)?.(Array.isArray(given) ? given : []);
  }
  return painter.painted;
}

interface Saved {
  readonly page: Matrix;
  readonly fill: string;
  readonly text: TextState['parameters'];
}

class Painter {
  private readonly glyphs: Glyph[] = [];
  private readonly rules: Rule[] = [];
  private readonly stack: Saved[] = [];
  private readonly text = new TextState();
  private fill = '#000000';

  constructor(
    private page: Matrix,
    private readonly size: readonly [width: number, height: number],
    private readonly fonts: (name: string) => Font,
    /** How a path is painted, by the code of the operator that paints it. */
    private readonly ways: ReadonlyMap<number, 'stroke' | 'fill'>,
  ) {}

  get painted(): Painted {
    const [width, height] = this.size;
    return { width, height, glyphs: this.glyphs, rules: this.rules };
  }

  /** What each operator does, by the name that pdfjs gives it. */
  actions(): Readonly<Record<string, (given: Arguments) => void>> {
    const { text } = this;
    return {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: (given) => this.transform(given),
      paintFormXObjectBegin: ([matrix]) => {
        this.save();
        this.transform(matrix);
      },
      paintFormXObjectEnd: () => this.restore(),
      setFillRGBColor: ([colour]) => {
        this.fill = String(colour);
      },
      beginText: () => text.begin(),
      setCharSpacing: ([spacing]) => text.set({ charSpacing: Number(spacing) }),
      setWordSpacing: ([spacing]) => text.set({ wordSpacing: Number(spacing) }),
      setHScale: ([percent]) => text.set({ stretch: Number(percent) / 100 }),
      setLeading: ([leading]) => text.set({ leading: Number(leading) }),
      setTextRise: ([rise]) => text.set({ rise: Number(rise) }),
      setFont: ([name, size]) => text.set({ font: typeof name === 'string' ? this.fonts(name) : PLAIN_FONT, size: Number(size) }),
      setTextMatrix: ([matrix]) => {
        const parsed = matrixFrom(matrix);
        if (parsed) text.move(parsed);
      },
      moveText: ([x, y]) => text.moveBy(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        text.set({ leading: -Number(y) });
        text.moveBy(Number(x), Number(y));
      },
      nextLine: () => text.nextLine(),
      showText: ([list]) => this.show(list),
      constructPath: (given) => this.path(given),
    };
  }

  private save(): void {
    this.stack.push({ page: this.page, fill: this.fill, text: this.text.parameters });
  }

  private restore(): void {
    const saved = this.stack.pop();
    if (!saved) return;
    this.page = saved.page;
    this.fill = saved.fill;
    this.text.parameters = saved.text;
  }

  private transform(given: unknown): void {
    const matrix = matrixFrom(given);
    if (matrix) this.page = times(this.page, matrix);
  }

  private show(list: unknown): void {
    if (!Array.isArray(list)) return;
    this.text.show(list, this.page, this.fill, (glyph) => {
      if (this.glyphs.length >= MOST_GLYPHS) throw new TooMuch();
      if (this.isOnPage(glyph)) this.glyphs.push(glyph);
    });
  }

  private isOnPage({ x, y, width, size }: Glyph): boolean {
    const [right, bottom] = this.size;
    return size > 0.5 && x + width > 0 && x < right && y > 0 && y - size < bottom;
  }

  private path([painted, data]: Arguments): void {
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (!(path instanceof Float32Array) || typeof painted !== 'number' || this.rules.length >= MOST_RULES) return;
    const way = this.ways.get(painted);
    if (way === undefined) return;
    for (const rule of rulesOf(path, this.page, way === 'stroke')) this.rules.push(rule);
  }
}
