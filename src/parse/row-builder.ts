import type { Cell } from './cells.ts';
import type { TextLine } from './lines.ts';
import { passage } from './passage.ts';
import type { TableColumn, TableHead } from './table-head.ts';

/** A row of a table: a cell for each column of the head. */
export type Row = readonly Cell[];

/** How the rows of a table are told apart where its lines do not. */
export interface RowSense {
  /** Whether the column can be read so: `○：` cannot, `○：達成見込み` can. */
  readonly reads: (column: number, one: Cell) => boolean;
  /** Whether the text can be a name: `生活習慣病予防健診`, and not `生活習慣病`. */
  readonly knows: (name: string) => boolean;
  /** How many KPIs a name is of that is at its end, by the catalog or as a statement (`…査定率について対前年度以上とする`); 0 when it goes on. */
  readonly kpis: (name: Cell) => number;
}

/** The rows of a table so far. */
export class RowBuilder {
  readonly rows: Cell[][] = [];
  /** A name, or the beginning of one, that stands above its row. */
  private pending: Cell = [];
  /** It stood in a row of blank cells, so it may be the title of a group. */
  private title = false;
  /** The column of names. */
  readonly name: number;
  /** A table of before and after in Markdown: a blank cell is one side that is not there. */
  private readonly sides: boolean;

  constructor(
    private readonly head: TableHead,
    private readonly sense: RowSense,
  ) {
    const name = head.columns.findIndex(({ kind }) => kind === 'name');
    this.name = name < 0 ? 0 : name;
    this.sides = name < 0 && head.separator === 'pipe' && head.columns.some(({ kind }) => kind === 'before');
  }

  /** A name has begun whose row is still to come. */
  get begun(): boolean {
    return this.pending.length > 0;
  }

  begin(name: Cell): void {
    this.pending = [...this.pending, ...name];
  }

  /** A row that is whole. */
  push(cells: Row): void {
    this.rows.push(cells.map((one) => [...one]));
    this.pending = [];
  }

  /** A row of its own, or more of the one above: without a name, or with the rest of a name alone. */
  add(cells: readonly Cell[], line?: TextLine): void {
    const name = this.nameOf(cells[this.name] ?? []);
    const row = cells.map((one, i) => (i === this.name ? name : [...one]));
    const above = this.rows.at(-1);
    const valued = row.some((one, i) => i !== this.name && one.length > 0);
    this.pending = [];
    this.title = !valued;
    if (!valued && !(above && this.completes(above, name))) this.pending = name;
    else if (above && (!valued || (name.length === 0 && !this.sides) || this.goesOn(above, row, line)))
      for (const [i, one] of row.entries()) this.append(one, i);
    else this.rows.push(row);
  }

  /** With what stands above it, unless that is the title of a group of rows. */
  private nameOf(own: Cell): Cell {
    const joined = [...this.pending, ...own];
    return this.title && !this.knows(joined) ? own : joined;
  }

  append(one: Cell, column: number): void {
    const above = this.rows.at(-1);
    if (above) above[column] = [...(above[column] ?? []), ...one];
  }

  /** `達成見込み` below `○：`: the last cell cannot be read without it. */
  endsLast(one: Cell): boolean {
    const column = this.head.columns.length - 1;
    const last = this.rows.at(-1)?.[column] ?? [];
    return last.length > 0 && !this.sense.reads(column, last) && this.sense.reads(column, [...last, ...one]);
  }

  endsName(one: Cell, line: TextLine): boolean {
    const above = this.rows.at(-1);
    return line.gap === 0 && above !== undefined && this.completes(above, one);
  }

  /** Whether the name above is one only with this: `生活習慣病` and `予防健診`. */
  private completes(above: Row, one: Cell): boolean {
    const name = above[this.name] ?? [];
    return name.length > 0 && one.length > 0 && this.sense.kpis(name) === 0 && this.sense.kpis([...name, ...one]) > 0;
  }

  /** In aligned columns, a line without a result goes on with the row above, whose name is not at its end yet. */
  private goesOn(above: Row, row: Row, line: TextLine | undefined): boolean {
    if (line === undefined || line.gap > 0) return false;
    const closes = (one: Row) => this.head.columns.some(({ kind }, i) => CLOSING.has(kind) && (one[i] ?? []).length > 0);
    return closes(above) && !closes(row) && this.completes(above, row[this.name] ?? []);
  }

  private knows(one: Cell): boolean {
    return this.sense.knows(passage(one).raw);
  }
}

/** The columns without which a line is no row of its own. */
const CLOSING = new Set<TableColumn['kind']>(['result', 'verdict', 'grade', 'attainment']);
