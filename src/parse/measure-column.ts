import { INDICATORS } from '../catalog/indicators.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { MEASURE_END, MEASURE_GOES_ON } from '../catalog/verdicts.ts';
import { fold } from '../source/fold.ts';
import { type Passage, passage } from './passage.ts';
import { linesOfRuns, type Run } from './runs.ts';

/** A measure (具体的施策) in the left column of a table, put together from the lines over which its cell wraps. */
export interface MeasureCell {
  /** As printed, without its number and the breaks. */
  readonly text: string;
  readonly runs: readonly Run[];
}

const MEASURES = new Set(INDICATORS.flatMap(({ measures }) => measures.map((measure) => fold(measure).replaceAll(' ', ''))));
/** No measure is longer. */
const LONGEST = 60;

/** Whether the text can be the name of a measure: the catalog has it, or it ends as measures do. */
export function isMeasure(text: string): boolean {
  return text.length >= 4 && text.length <= LONGEST && (MEASURES.has(text) || (MEASURE_END.test(text) && !/[。%]|\d以上/.test(text)));
}

export function measureCell(runs: readonly Run[]): MeasureCell {
  return { text: nameIn(passage(runs)).raw, runs };
}

/** The measure's name without its number. */
export function nameIn(text: Passage): { readonly text: string; readonly raw: string } {
  const from = numberingAt(text.text, 0)?.end ?? 0;
  return { text: text.text.slice(from), raw: text.raw.slice(from) };
}

/**
 * Parts the lines of a left column into its cells: `サービス水準の向上` / `返納金債権の発生` / `防止のための保険証` / `回収強化` are two. Stops at what
 * cannot be one: the prose behind the table.
 */
export function measuresIn(runs: readonly Run[]): MeasureCell[] {
  const lines = linesOfRuns(runs).map((line) => runs.filter((run) => run.line === line));
  const found: MeasureCell[] = [];
  for (let at = 0; at < lines.length; ) {
    const to = endOfMeasure(lines, at);
    if (to === null) break;
    found.push(measureCell(lines.slice(at, to).flat()));
    at = to;
  }
  return found;
}

function endOfMeasure(lines: readonly (readonly Run[])[], from: number): number | null {
  let first: number | null = null;
  let text = '';
  for (let to = from + 1; to <= lines.length && text.length <= LONGEST; to++) {
    text = nameIn(passage(lines.slice(from, to).flat())).text;
    if (MEASURES.has(text)) return to;
    const next = lines[to]?.[0]?.text ?? '';
    if (first === null && isMeasure(text) && !MEASURE_GOES_ON.test(next)) first = to;
  }
  return first;
}
