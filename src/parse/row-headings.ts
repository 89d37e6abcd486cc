import type { Indicator } from '../model/index.ts';
import { ordinal } from './classify.ts';
import type { ListRow, StrayCells } from './kpi-list.ts';
import { dice } from './likeness.ts';
import type { MeasureCell } from './measure-column.ts';
import { type Heading, TABLE_COLUMN } from './outline.ts';

/** Rows that share one cell of the left column: ①②③ of one measure. */
interface Group {
  readonly rows: ListRow[];
  readonly first: number;
  cell: MeasureCell | null;
  /** The measures under which the catalog puts the rows' indicators. */
  readonly measures: string[];
}

/** From this likeness on, a cell is the measure that the catalog names. */
const ALIKE = 0.5;
/** Bounds the work on a paper that is no report. */
const MOST_PAIRS = 10_000;

/**
 * The heading of each row: its cell of the left column under its area. A cell that landed elsewhere on the page goes back to the rows
 * that lost theirs: to those whose indicators the catalog puts under such a measure, the most alike first, then in order.
 */
export function headingsOf(
  rows: readonly ListRow[],
  strays: readonly StrayCells[],
  resolve: (name: string) => Indicator | null,
): Map<ListRow, Heading | null> {
  const groups = groupsOf(rows, resolve);
  const before = strays[0]?.at === 0;
  const left: MeasureCell[] = [];
  for (const [index, { at, cells }] of strays.entries()) {
    const [from, to] = before ? [at, strays[index + 1]?.at ?? rows.length] : [strays[index - 1]?.at ?? 0, at];
    const orphans = groups.filter((group) => !group.cell && group.first >= from && group.first < to);
    const rest = byLikeness(orphans, cells);
    const waiting = orphans.filter(({ cell }) => !cell);
    if (rest.length !== waiting.length) left.push(...rest);
    else for (const [position, group] of waiting.entries()) group.cell = rest[position] ?? null;
  }
  const waiting = groups.filter(({ cell }) => !cell);
  if (waiting.length * left.length <= MOST_PAIRS) byLikeness(waiting, left);
  const headings = new Map<ListRow, Heading | null>();
  for (const group of groups) {
    const heading = headingOf(group);
    for (const row of group.rows) headings.set(row, heading);
  }
  return headings;
}

function headingOf({ cell, rows }: Group): Heading | null {
  const parent = rows[0]?.area ?? null;
  const line = cell?.runs[0]?.line;
  return cell && line ? { text: cell.text, style: TABLE_COLUMN, area: null, line, parent } : parent;
}

function groupsOf(rows: readonly ListRow[], resolve: (name: string) => Indicator | null): Group[] {
  const groups: Group[] = [];
  let number: number | null = null;
  for (const [first, row] of rows.entries()) {
    const group = groups.at(-1);
    const measures = resolve(row.cell.name)?.measures ?? [];
    const next = ordinal(row.cell.mark);
    const same = group && group.rows[0]?.area === row.area && !(group.cell && row.measure);
    const goesOn = row.cell.reference || (next !== null && number !== null && next === number + 1);
    // Without a number, a row belongs to the measure above when the catalog says so.
    const unmarked = next === null && group?.cell && measures.some((measure) => alike(group.cell, measure) >= ALIKE);
    if (same && !(row.measure && next === null) && (goesOn || unmarked)) {
      group.rows.push(row);
      group.measures.push(...measures);
      group.cell ??= row.measure;
    } else groups.push({ rows: [row], first, cell: row.measure, measures: [...measures] });
    if (!row.cell.reference) number = next;
  }
  return groups;
}

/** Gives out the cells, the most alike first; returns those that are left. */
function byLikeness(groups: readonly Group[], cells: readonly MeasureCell[]): MeasureCell[] {
  const left = new Set(cells);
  const pairs = groups.flatMap((group) =>
    cells.map((cell) => ({ group, cell, likeness: Math.max(0, ...group.measures.map((one) => alike(cell, one))) })),
  );
  for (const { group, cell, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness < ALIKE || group.cell || !left.has(cell)) continue;
    group.cell = cell;
    left.delete(cell);
  }
  return [...left];
}

const alike = (cell: MeasureCell | null, measure: string): number => (cell ? dice(cell.text, measure) : 0);
