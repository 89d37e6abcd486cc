import { type Cell, cellsOf, isRule } from './cells.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { opensArea } from './outline.ts';
import type { Row, RowSense } from './row-builder.ts';
import { MOST_WORDS } from './spaced-row.ts';
import { nearest, offsetOf, type TableHead } from './table-head.ts';

/** A row goes on over no more lines. */
const LONGEST = 24;

/**
 * The lines from `lines[at]` on that stand together without a blank one, as one row, where they make no rows one by one:
 *
 * ```
 * 健診受診率の      ① 生活習慣病予防健診実施率       ① 30.2％（9月末）            ・未受診事業所への
 * 向上              を61.0％以上とする                                             勧奨
 * ```
 */
export function blockAt(
  lines: readonly TextLine[],
  at: number,
  head: TableHead,
  sense: RowSense,
  readLines: (lines: readonly TextLine[], head: TableHead, sense: RowSense) => readonly Row[],
): { readonly cells: Row; readonly lines: number } | null {
  let to = at + 1;
  for (let line = lines[to]; line && goesOn(line); line = lines[++to]) if (to - at > LONGEST) return null;
  const block = lines.slice(at, to);
  const name = head.columns.findIndex(({ kind }) => kind === 'name');
  if (block.length < 2 || name < 0) return null;
  const named = (row: Row): Cell => row[name] ?? [];
  const apart = readLines(block, head, sense);
  if (apart.length > 0 && apart.every((row) => named(row).length === 0 || sense.kpis(named(row)) > 0)) return null;
  const aligned = block.map((line) => alignedRow(cellsOf(line, 'gap'), head, sense.reads));
  const cells = head.columns.map((_, i) => aligned.flatMap((row) => row[i] ?? []));
  // No more lines with a result than it has KPIs.
  const result = head.columns.findIndex(({ kind }) => kind === 'result');
  const results = aligned.filter((row) => (row[result] ?? []).length > 0 && sense.reads(result, row[result] ?? [])).length;
  const kpis = sense.kpis(named(cells));
  return kpis > 0 && results <= Math.max(kpis, 1) ? { cells, lines: block.length } : null;
}

const goesOn = (line: TextLine): boolean =>
  line.gap === 0 && !isRule(line) && !markerAt(line) && !opensArea(line) && !/^\s*#/.test(line.raw);

/**
 * Each cell in the column whose head it begins nearest to. Where the column behind is blank, a cell may be two that only a space parts:
 * `全支部（47支部） 41支部／47支部`.
 */
export function alignedRow(cells: readonly Cell[], { columns }: TableHead, reads: RowSense['reads']): Cell[] {
  const places = columns.map(({ from }) => from);
  const place = (row: Cell[], parts: readonly Cell[], least: number): Cell[] => {
    for (const one of parts) {
      const column = Math.max(least, nearest(places, offsetOf(one)));
      row[column] = [...(row[column] ?? []), ...one];
    }
    return row;
  };
  let row = place(
    places.map((): Cell => []),
    cells,
    0,
  );
  for (let i = 0; i < row.length - 1; i++) {
    const words = wordsOf(row[i] ?? []);
    if (words.length < 2 || words.length > MOST_WORDS || (row[i + 1] ?? []).length > 0 || columns[i]?.kind === 'name') continue;
    const parted = place(
      row.map((one, at) => (at === i ? [] : one)),
      words,
      i,
    );
    const fits = (parted[i + 1] ?? []).length > 0 && parted.every((one, at) => at < i || reads(at, one));
    if (fits) row = parted;
  }
  return row;
}

const wordsOf = (one: Cell): Cell[] =>
  one.flatMap(({ line, from, to }) =>
    [...line.text.slice(from, to).matchAll(/[^ ]+/g)].map((word): Cell => {
      const at = from + word.index;
      return [{ line, from: at, to: at + word[0].length }];
    }),
  );
