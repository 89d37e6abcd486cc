import { channelsOf } from './colour.ts';
import type { PrintedLine } from './lines.ts';
import type { Glyph } from './painted.ts';
import { plain } from './plain.ts';

/** The stretches of a line that are red. */
export function redIn({ pieces }: PrintedLine): string[] {
  const runs: string[] = [];
  let wasRed = false;
  for (const glyph of pieces.flatMap((piece) => piece.glyphs)) {
    const red = isRed(glyph);
    if (red && wasRed) runs[runs.length - 1] += plain(glyph.text);
    else if (red) runs.push(plain(glyph.text));
    wasRed = red;
  }
  return runs.filter((run) => run.trim() !== '');
}

export function isRed({ colour }: Glyph): boolean {
  const [red, green, blue] = channelsOf(colour);
  return red >= 0xa0 && Math.max(green, blue) < red - 0x60;
}
