import { around, common, contains, placed } from './box.ts';
import { type Matrix, matrixFrom, times } from './matrix.ts';
import type { Box, Glyph, Painted, Rule, Turn } from './painted.ts';
import { PAINTED, type PaintedAs, rulesOf } from './paths.ts';
import { straightened } from './skew.ts';
import { type Font, type Ink, PLAIN_FONT, TextState } from './text-state.ts';

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

/**
 * Follows the operators of a page and keeps what matters here: characters, straight lines, their places and colours. A page whose text
 * lies on its side, as a wide table's does among upright pages, is turned so that it can be read.
 */
export function paint(operators: Operators, page: Matrix, size: Size, fonts: (name: string) => Font): Painted {
  const painter = painted(operators, page, size, fonts);
  const turn = painter.turn;
  if (turn === 0) return painter.painted;
  const [width, height] = size;
  return painted(operators, times(upright(turn, size), page), turn === 2 ? size : [height, width], fonts).painted;
}

/** Turns a page back. */
function upright(turn: Exclude<Turn, 0>, [width, height]: Size): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width];
  return turn === 2 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0];
}

type Size = readonly [width: number, height: number];

function painted(operators: Operators, page: Matrix, size: Size, fonts: (name: string) => Font): Painter {
  const ways = new Map(Object.entries(PAINTED).map(([name, way]) => [operators.codes[name] ?? -1, way]));
  const painter = new Painter(page, size, fonts, ways);
  const actions = painter.actions();
  const table = new Map(Object.entries(actions).map(([name, action]) => [operators.codes[name] ?? -1, action]));
  for (const [at, code] of operators.functions.entries()) {
    const given = operators.arguments[at];
    table.get(code)?.(Array.isArray(given) ? given : []);
  }
  return painter;
}

/** What `save` keeps. */
interface Saved {
  readonly page: Matrix;
  readonly ink: Ink;
  readonly clip: Box | null;
  readonly text: TextState['parameters'];
}

/** What of the page a picture covers, in the space that it is put into. */
const PICTURE = [0, 0, 1, 1];
const PICTURES = ['paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject', 'paintSolidColorImageMask'];
const BLACK = '#000000';
const WHITE = '#ffffff';

class Painter {
  private readonly glyphs: Glyph[] = [];
  private readonly slopes: number[] = [];
  private readonly rules: Rule[] = [];
  private readonly grounds: Box[] = [];
  private readonly pictures: Box[] = [];
  private readonly stack: Saved[] = [];
  private readonly text = new TextState();
  private ink: Ink = { fill: BLACK, stroke: BLACK, alpha: 1 };
  /** Nothing is seen outside it. */
  private clip: Box | null = null;
  /** The next path is one to clip with. */
  private clips = false;
  /** A space that nothing has been painted in: pictures themselves are not given. */
  private place: Matrix | null = null;
  /** How many characters are turned by how much. */
  private readonly turned: [number, number, number, number] = [0, 0, 0, 0];

  constructor(
    private page: Matrix,
    private readonly size: Size,
    private readonly fonts: (name: string) => Font,
    /** How a path is painted, by the code of the operator that paints it. */
    private readonly ways: ReadonlyMap<number, PaintedAs>,
  ) {}

  /** By how much most of the text is turned. */
  get turn(): Turn {
    const all = this.turned.reduce((sum, count) => sum + count, 0);
    return ([1, 2, 3] as const).find((turn) => this.turned[turn] > all / 2) ?? 0;
  }

  get painted(): Painted {
    const [width, height] = this.size;
    const { rules, grounds, pictures } = this;
    return { width, height, glyphs: straightened(this.glyphs, this.slopes), rules, grounds, pictures };
  }

  /** What each operator does, by the name that pdfjs gives it. */
  actions(): Readonly<Record<string, (given: Arguments) => void>> {
    const { text } = this;
    return {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: (given) => this.transform(given),
      paintFormXObjectBegin: ([matrix, box]) => {
        this.save();
        this.transform(matrix);
        this.clipTo(placed(box, this.page));
      },
      paintFormXObjectEnd: () => this.restore(),
      ...Object.fromEntries(PICTURES.map((name) => [name, () => this.picture(this.page)])),
      shadingFill: () => this.ground(this.clip ?? this.paper),
      clip: () => this.willClip(),
      eoClip: () => this.willClip(),
      setFillRGBColor: ([colour]) => this.draw({ fill: String(colour) }),
      setStrokeRGBColor: ([colour]) => this.draw({ stroke: String(colour) }),
      setFillColorN: () => this.draw({ fill: BLACK }),
      setGState: ([changes]) => this.change(changes),
      setTextRenderingMode: ([mode]) => text.set({ mode: Number(mode) }),
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

  private get paper(): Box {
    const [x1, y1] = this.size;
    return { x0: 0, y0: 0, x1, y1 };
  }

  private save(): void {
    this.stack.push({ page: this.page, ink: this.ink, clip: this.clip, text: this.text.parameters });
  }

  private restore(): void {
    if (this.place) this.picture(this.place);
    const saved = this.stack.pop();
    if (!saved) return;
    this.page = saved.page;
    this.ink = saved.ink;
    this.clip = saved.clip;
    this.text.parameters = saved.text;
  }

  private transform(given: unknown): void {
    const matrix = matrixFrom(given);
    if (!matrix) return;
    this.page = times(this.page, matrix);
    this.place = this.page;
  }

  private draw(change: Partial<Ink>): void {
    this.ink = { ...this.ink, ...change };
  }

  private change(changes: unknown): void {
    if (!Array.isArray(changes)) return;
    for (const [key, value] of changes) if (key === 'ca') this.draw({ alpha: Number(value) });
  }

  private show(list: unknown): void {
    if (!Array.isArray(list)) return;
    this.place = null;
    this.text.show(list, this.page, this.ink, (glyph, { turn, slope }) => {
      if (this.glyphs.length >= MOST_GLYPHS) throw new TooMuch();
      if (!this.isOnPage(glyph)) return;
      this.glyphs.push(glyph);
      this.slopes.push(slope);
      if (turn !== null) this.turned[turn]++;
    });
  }

  private isOnPage({ x, y, width, size, way }: Glyph): boolean {
    const { x1, y1 } = this.paper;
    const isOnPaper = size > 0.5 && x + width > 0 && x < x1 && y > 0 && y - size < y1;
    if (!isOnPaper || !this.clip) return isOnPaper;
    // A character that is cut stays while its middle is seen; where one that does not run across has its middle is not known.
    return way === 'across'
      ? contains(this.clip, [x + width / 2, y - size * 0.35])
      : contains(around(this.clip, Math.max(size, width)), [x, y]);
  }

  private path([painted, data, corners]: Arguments): void {
    const path: unknown = Array.isArray(data) ? data[0] : null;
    const box = placed(corners, this.page);
    if (path instanceof Float32Array && typeof painted === 'number') this.paintPath(path, painted, box);
    if (this.clips) this.clipTo(box);
    this.clips = false;
    this.place = null;
  }

  private paintPath(path: Float32Array, painted: number, box: Box | null): void {
    const way = this.ways.get(painted);
    if (way === undefined || this.rules.length >= MOST_RULES) return;
    for (const rule of rulesOf(path, this.page, way !== 'fill')) this.rules.push(rule);
    if (box && way !== 'stroke' && this.ink.fill !== WHITE) this.ground(box);
  }

  private willClip(): void {
    this.clips = true;
  }

  private clipTo(box: Box | null): void {
    if (box) this.clip = common(box, this.clip);
  }

  private picture(place: Matrix): void {
    this.place = null;
    const box = placed(PICTURE, place);
    if (box && this.pictures.length < MOST_RULES) this.pictures.push(common(box, this.clip));
  }

  private ground(box: Box): void {
    if (this.grounds.length < MOST_RULES) this.grounds.push(common(box, this.clip));
  }
}
