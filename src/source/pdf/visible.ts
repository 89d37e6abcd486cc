import { contains } from './box.ts';
import { channelsOf } from './colour.ts';
import type { Box, Glyph, Painted } from './painted.ts';
import { isInk } from './spacing.ts';

/** From here on a colour is the paper's. */
const WHITE = 0xf8;
/** No character of a text is larger than a few of these; they sort the page, so that neighbours are found. */
const FIELD = 16;

/**
 * The characters that a reader sees: not white ones on white paper (a spreadsheet's help cells), and of those put down without ink
 * only what stands for a picture. A scan has little else; where the same is printed, too, it is not read twice.
 */
export function visible({ glyphs, grounds, pictures }: Painted): readonly Glyph[] {
  if (!glyphs.some((glyph) => glyph.hidden || isWhite(glyph))) return glyphs;
  const printed = new Set(glyphs.filter((glyph) => !glyph.hidden && (!isWhite(glyph) || isOn(grounds, glyph) || isOn(pictures, glyph))));
  const fields = byField([...printed].filter(isInk));
  const hidden = glyphs.filter((glyph) => glyph.hidden && !isPrinted(glyph, fields));
  const isScan = hidden.length > printed.size;
  const read = new Set(hidden.filter((glyph) => isScan || isOn(pictures, glyph)));
  return glyphs.filter((glyph) => printed.has(glyph) || read.has(glyph));
}

const isWhite = ({ colour }: Glyph): boolean => colour.startsWith('#f') && Math.min(...channelsOf(colour)) >= WHITE;

const middle = ({ x, y, width, size }: Glyph): readonly [number, number] => [x + width / 2, y - size * 0.35];

const isOn = (areas: readonly Box[], glyph: Glyph): boolean => areas.some((area) => contains(area, middle(glyph)));

const fieldOf = (x: number, y: number): string => `${Math.floor(x / FIELD)} ${Math.floor(y / FIELD)}`;

function byField(glyphs: readonly Glyph[]): Map<string, Glyph[]> {
  const fields = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const field = fieldOf(...middle(glyph));
    const known = fields.get(field);
    if (known) known.push(glyph);
    else fields.set(field, [glyph]);
  }
  return fields;
}

/** Whether something is printed where the character stands. */
function isPrinted(glyph: Glyph, fields: ReadonlyMap<string, readonly Glyph[]>): boolean {
  const [x, y] = middle(glyph);
  const near = [-FIELD, 0, FIELD].flatMap((dx) => [-FIELD, 0, FIELD].flatMap((dy) => fields.get(fieldOf(x + dx, y + dy)) ?? []));
  return near.some((other) => {
    const [otherX, otherY] = middle(other);
    return Math.abs(otherX - x) < Math.max(other.width, glyph.width) && Math.abs(otherY - y) < Math.max(other.size, glyph.size) / 2;
  });
}
