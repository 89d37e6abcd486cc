import { numberingAt } from '../../catalog/numbering.ts';
import { GRADE_TOKEN, GROUP_NAME, TABLE_COLUMNS } from '../../catalog/results-report.ts';
import { ordinal } from '../classify.ts';
import type { TextLine } from '../lines.ts';
import { type Piece, passage } from '../passage.ts';
import { type AreaLabel, areaNamed } from './area.ts';

/** A measure as the front table of a results report lists it: `⑤効果的なレセプト内容点検の推進 A レセプト`. */
export interface RatedMeasure extends Named {
  /** The marks of the measure and of the one above it, as printed: `①ⅰ）`. */
  readonly number: string;
  /** `保健事業計画（データヘルス計画）の着実な実施` above `ⅰ）…`; null for a measure of its own. */
  readonly above: Named | null;
  readonly area: AreaLabel | null;
  readonly grade: string;
  readonly group: string | null;
}

/** What the table names: a measure, or a heading over some that has no grade of its own. */
export interface Named {
  readonly mark: string;
  readonly style: string;
  readonly text: string;
  readonly line: TextLine;
  readonly lines: readonly TextLine[];
}

export interface RatingsTable {
  readonly measures: readonly RatedMeasure[];
  /** The numbers of the lines that belong to it. */
  readonly taken: ReadonlySet<number>;
}

type Column = (typeof TABLE_COLUMNS)[number]['column'];
type Row = Omit<RatedMeasure, 'area'>;
type Open = Pick<Named, 'mark' | 'style' | 'line'> & { readonly pieces: Piece[] };

/** The columns behind the measure where no head tells them. */
const USUAL: readonly Column[] = ['grade', 'group'];
/** A name's second line stands close below the first. */
const MOST_BLANK = 3;
/** The group's cell is short: `保健・企画総務`. */
const LONGEST_GROUP = 14;

/**
 * Reads the table of all measures with their ratings. The cells of its left column, the areas, stand in front of their rows or, where
 * extraction set them off, behind them: as many areas as runs of rows that begin again with ① belong to them in order.
 *
 * @param endsAt whether the line at an index belongs to a measure's own page
 */
export function readRatingsTable(lines: readonly TextLine[], endsAt: (index: number) => boolean): RatingsTable {
  const rows: Row[] = [];
  const areas: { label: AreaLabel; at: number }[] = [];
  const taken = new Set<number>();
  /** The numbers of measures that stand under no other. */
  const own = new Set<string>();
  let columns: readonly Column[] | null = null;
  let above: Named | null = null;
  let open: Open | null = null;
  for (const [index, line] of lines.entries()) {
    const head = headOf(line);
    const label = head ? null : areaNamed(line);
    // `業務グループ《基盤的保険者機能強化》` heads a page.
    if (head || endsAt(index) || (label && GROUP_NAME.test(label.beside))) {
      columns = head;
      open = null;
      if (head) taken.add(line.number);
      continue;
    }
    const numbering = numberingAt(line.text, line.start);
    const numbered = numbering !== null && !numbering.style.bullet;
    const tail = columns || numbered ? tailOf(line, columns ?? USUAL) : null;
    // Where no head opened the table, its first row must print every cell.
    if (!columns && numbered && tail?.group) columns = USUAL;
    const area = numbered && tail ? null : label;
    if (area) areas.push({ label: area, at: rows.length });
    if (columns === null) continue;
    if (area) taken.add(line.number);
    else if (numbered) {
      if (open) above = named(open);
      const mark = line.raw.slice(line.start, numbering.end).trim();
      open = { mark, style: numbering.style.id, line, pieces: [{ line, from: numbering.end, to: tail?.at ?? line.text.length }] };
    } else if (open && line.gap <= MOST_BLANK) open.pieces.push({ line, from: line.start, to: tail?.at ?? line.text.length });
    if (!open || area) continue;
    taken.add(line.number);
    if (!tail) continue;
    const row = named(open);
    if (above && (above.style === row.style || own.has(row.style))) above = null;
    if (!above) own.add(row.style);
    rows.push({ ...row, number: `${above?.mark ?? ''}${row.mark}`, above, grade: tail.grade, group: tail.group });
    open = null;
  }
  const measures = withAreas(rows, areas);
  for (const { area } of measures) if (area) taken.add(area.line.number);
  return { measures, taken };
}

function named({ mark, style, line, pieces }: Open): Named {
  return { mark, style, text: passage(pieces).raw, line, lines: pieces.map(({ line }) => line) };
}

/** The columns of a head such as `具体的施策等 自己評価 担当G`, those behind the measure. */
function headOf(line: TextLine): Column[] | null {
  if (!line.text.includes('評価')) return null;
  const cells = line.text.slice(line.start).split(/ +/);
  const columns = cells.map((cell) => TABLE_COLUMNS.find(({ pattern }) => pattern.test(cell))?.column ?? null);
  const told = columns.filter((column) => column !== null);
  if (told.length < columns.length || told.length < 2 || !told.includes('measure') || !told.includes('grade')) return null;
  return told.filter((column) => column !== 'measure');
}

/** The cells at the end of a row, and the column where they begin. */
function tailOf(line: TextLine, columns: readonly Column[]): { grade: string; group: string | null; at: number } | null {
  const cells = [...line.text.slice(line.start).matchAll(/\S+/g)].map((match) => ({ text: match[0], at: line.start + match.index }));
  const grades = columns.filter((column) => column !== 'group');
  const last = cells.findLastIndex(({ text }) => GRADE_TOKEN.test(text));
  const first = last - (grades.length - 1);
  if (last < 1 || first < 1 || !cells.slice(first, last + 1).every(({ text }) => GRADE_TOKEN.test(text))) return null;
  const grade = cells[first + grades.indexOf('grade')]?.text ?? '';
  const groupFirst = columns[0] === 'group';
  const behind = cells.slice(last + 1);
  if (groupFirst && behind.length > 0) return null;
  const group = groupFirst ? cells.slice(first - 1, first) : behind;
  const text = group.map((cell) => cell.text).join('');
  if (text.length > LONGEST_GROUP || /[\d。]/.test(text)) return null;
  const raw = group.map((cell) => line.raw.slice(cell.at, cell.at + cell.text.length)).join('');
  const at = (groupFirst ? group[0] : cells[first])?.at ?? 0;
  return { grade: grade.replace(/[^A-Z+-]/g, ''), group: raw === '' ? null : raw.replace(/(?:グループ|[GＧ])$/, ''), at };
}

/** Each run of rows has its area right in front of it, or right behind. */
function withAreas(rows: readonly Row[], areas: readonly { label: AreaLabel; at: number }[]): RatedMeasure[] {
  const last = new Map(areas.map(({ label, at }) => [at, label]));
  const first = new Map(areas.toReversed().map(({ label, at }) => [at, label]));
  const runs = runsOf(rows);
  const behind = !runs.every(([from = 0]) => last.has(from)) && runs.every((run) => first.has((run.at(-1) ?? 0) + 1));
  let area: AreaLabel | null = null;
  return runs.flatMap((run) => {
    if (behind) area = first.get((run.at(-1) ?? 0) + 1) ?? null;
    return run.flatMap((index): RatedMeasure[] => {
      if (!behind) area = last.get(index) ?? area;
      const row = rows[index];
      return row ? [{ ...row, area }] : [];
    });
  });
}

/** The indexes of rows whose numbers ascend: the next ① begins another area. */
function runsOf(rows: readonly Row[]): number[][] {
  const runs: number[][] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const sameAbove = before && row.above !== null && row.above === before.above;
    const goesOn = before && (sameAbove || (topNumber(row) ?? 0) > (topNumber(before) ?? 0));
    if (goesOn) runs.at(-1)?.push(index);
    else runs.push([index]);
  }
  return runs;
}

const topNumber = (row: Row): number | null => ordinal(row.above?.mark ?? row.mark);
