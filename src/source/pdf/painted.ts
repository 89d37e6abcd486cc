/** A character as it stands on the page, in points from the upper left corner, y downwards. */
export interface Glyph {
  /** One character, or what a ligature stands for: `ffi`. */
  readonly text: string;
  /** Its left edge. In vertical writing, the middle of its column less half its size. */
  readonly x: number;
  /** Its baseline; where it begins, in vertical writing and in text that is turned. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly way: Way;
  /** `#rrggbb`, as it looks on white */
  readonly colour: string;
  /** Put on the page without ink, as is the text of a scan, read by a machine. */
  readonly hidden: boolean;
}

/**
 * How text runs: `across` from left to right, `down` a column of upright characters, `turned` with the page turned by a quarter,
 * `askew` at any other angle, as a watermark does.
 */
export type Way = 'across' | 'down' | 'turned' | 'askew';

/** By how many quarters of a circle, clockwise, text is turned. */
export type Turn = 0 | 1 | 2 | 3;

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A straight line that separates: of a table, a box. Horizontal from x0 to x1 at y0 = y1, or vertical from y0 to y1 at x0 = x1. */
export type Rule = Box;

/** What a page shows. */
export interface Painted {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Where the paper is not white. */
  readonly grounds: readonly Box[];
  /** Where pictures are. */
  readonly pictures: readonly Box[];
}
