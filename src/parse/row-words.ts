import { MEASURE_SURE, STATEMENT_GOES_ON } from '../catalog/verdicts.ts';
import { readCell } from './kpi-row.ts';
import { isMeasure, type MeasureCell, measureCell, measuresIn, nameIn } from './measure-column.ts';
import { passage } from './passage.ts';
import type { Run } from './runs.ts';

/** A shorter run may be a piece of a word that extraction cut in two. */
const WORD = 8;

/** Parts what stands in front of a row's figures: cells of the left column, then the row's own words. */
export function partWords(
  words: readonly Run[],
  knows: (name: string) => boolean,
  hasMeasures: boolean,
): { readonly measures: readonly MeasureCell[]; readonly statement: readonly Run[] } {
  const at = beginOf(words, knows, hasMeasures);
  const before = words.slice(0, at);
  const cells = measuresIn(before);
  const whole = cells.length > 0 && cells.flatMap(({ runs }) => runs).length === before.length;
  return { measures: before.length === 0 ? [] : whole ? cells : [measureCell(before)], statement: words.slice(at) };
}

/** Where the statement begins: where the catalog knows its name, at its number, or where the lines get wider. */
function beginOf(words: readonly Run[], knows: (name: string) => boolean, hasMeasures: boolean): number {
  const begins = words.map((_, index) => index);
  const heads = begins.map((at) => nameIn(passage(words.slice(0, at))).text);
  const fits = (at: number) => at === 0 || isMeasure(heads[at] ?? '') || measuresIn(words.slice(0, at)).length > 0;
  const known = begins.find((at) => fits(at) && knows(readCell(words.slice(at)).name));
  if (known !== undefined) return known;
  const marked = begins.filter((at) => readCell(words.slice(at, at + 2)).mark !== '');
  const numbered = marked.find((at) => at > 0 && fits(at)) ?? marked[0];
  if (numbered !== undefined) return numbered;
  // The left column is narrow: its lines are shorter than those of the statement. What ends as measures do may be on one line.
  const widest = Math.max(...words.map(({ text }) => text.length));
  const long = (at: number) => hasMeasures && (heads[at] ?? '').length >= WORD && (words[at]?.text.length ?? 0) >= WORD;
  return (
    begins.find(
      (at) =>
        at > 0 &&
        (startsLine(words, at) || long(at)) &&
        fits(at) &&
        (narrow(words.slice(0, at), widest) || (at === 1 && MEASURE_SURE.test(heads[at] ?? ''))),
    ) ?? 0
  );
}

const startsLine = (runs: readonly Run[], at: number): boolean => runs[at]?.line !== runs[at - 1]?.line;
const narrow = (runs: readonly Run[], widest: number): boolean => runs.every(({ text }) => text.length < widest);

/** A statement goes on over no more lines behind its figures. */
const MOST_LINES = 4;

/** The words of a row with those that stand behind its figures, put in order, and how many those are. */
export interface Continued {
  readonly words: readonly Run[];
  readonly taken: number;
}

/** What goes on behind the figures of a row whose statement is no sentence yet; null when nothing does. */
export function continuation(words: readonly Run[], behind: readonly Run[], knows: (name: string) => boolean): Continued | null {
  if (behind.length === 0 || readCell(words).promise !== null) return null;
  const tail = words.at(-1);
  const cut = STATEMENT_GOES_ON.test(passage(words).text);
  const ends = behind.map((_, index) => index + 1).filter((at) => behind[at - 1]?.line !== behind[at]?.line);
  for (const taken of ends.slice(0, MOST_LINES)) {
    const more = behind.slice(0, taken);
    if (readCell(more).mark !== '') return null;
    const plain = [...words, ...more];
    for (const joined of [plain, columnsOf(words, more)]) {
      const last = tail ? joined.indexOf(tail) : -1;
      const begin = joined.findIndex((_, at) => at <= last && knows(readCell(joined.slice(at)).name));
      if (begin >= 0 && readCell(joined.slice(begin)).promise !== null) return { words: joined, taken };
    }
    if (cut && readCell(plain).promise !== null) return { words: plain, taken };
  }
  return null;
}

/** A cell of the left column that wraps beside its statement: `効果的なレセプト点検 …合算した` / `の推進 レセプト点検の査定率について…`. */
function columnsOf(words: readonly Run[], more: readonly Run[]): Run[] {
  const left = more.filter((run, at) => startsLine(more, at) && more[at + 1]?.line === run.line);
  const [first, ...others] = words;
  if (!first || left.length === 0 || !isMeasure(passage([first, ...left]).text)) return [];
  return [first, ...left, ...others, ...more.filter((run) => !left.includes(run))];
}
