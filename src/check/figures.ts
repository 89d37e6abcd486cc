import type { Decimal, Source, Text } from '../model/index.ts';
import type { Document } from '../source/document.ts';
import { fold } from '../source/fold.ts';
import { marksIn } from './marks.ts';
import { indexOnPage, pageNumbered, placeOfLine } from './places.ts';

/** As people write it: `36,543`, `27.0`. */
export function grouped(value: Decimal): string {
  return value.text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
}

/** A population stands this far above its rows at most. */
const FARTHEST = 120;

/** The nearest line above a passage that prints a count: where the population of a coverage row stands. Null when none near does. */
export function lineAbove(document: Document, { page: number, lineStart }: Source, count: Decimal): Source | null {
  const above = pageNumbered(document, number);
  if (above === null) return null;
  const at = indexOnPage(above, lineStart);
  const end = count.text.slice(-3);
  const line = above.lines
    .slice(Math.max(0, at - FARTHEST), at)
    .findLast(({ text }) => fold(text).includes(end) && marksIn(text, [count]).length > 0);
  return line ? { document: document.name, page: number, ...placeOfLine(line), quote: line.text.trim() } : null;
}

/** A figure as messages print it: `92.7％`, `1,850事業所`. */
export function figureText(value: Decimal, unit: string | null): Text {
  const number = grouped(value);
  return unit === '%' ? { ja: `${number}％`, en: `${number} %` } : { ja: number + (unit ?? ''), en: number + (unit ?? '') };
}

/** A sum or difference with as many decimals as the figures that it is made of: 96.0 − 95.0 is `1.0`. */
export const asPreciseAs = (value: Decimal, figures: readonly (Decimal | null)[]): Decimal =>
  value.round(Math.max(0, ...figures.map((figure) => figure?.scale ?? 0)));
