import { KPI_WORD } from '../catalog/markers.ts';

/** A marker behind other words of its cell: `回収を行う。 ■ KPI：返納金債権の回収率を…`. */
const INSIDE = /(?<=[\s。])(?:[■□◆◇●][■□◆◇●\s]{0,8}|[【《<[]\s{0,4})KPI/g;
/** Nothing but the sign of a marker or a list in front of it. */
const SIGNS = /^[■□◆◇●○◎・\s-]*$/;

/** Where the lines of a cell's text begin when each marker in it opens one. */
export function markerStarts(text: string): number[] {
  if (!text.includes(KPI_WORD)) return [0];
  const borders = [...text.matchAll(INSIDE)].map(({ index }) => index);
  return [0, ...borders.filter((at, i) => i > 0 || !SIGNS.test(text.slice(0, at)))];
}
