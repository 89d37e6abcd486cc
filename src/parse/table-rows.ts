import { type Cell, cellsOf, isRule, linesOfCells, separatorOf } from './cells.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { passage } from './passage.ts';
import { nearest, offsetOf, type TableHead, tableHeadAt } from './table-head.ts';

/** A row of a table: a cell for each column of the head. */
export type Row = readonly Cell[];

export interface Rows {
  readonly rows: readonly Row[];
  /** Lines that look like a row and are none. */
  readonly unread: readonly (readonly TextLine[])[];
  readonly next: number;
}

/** A row wraps over no more lines. */
const LONGEST = 12;
/** Rows are parted by no more blank lines. */
const WIDEST_GAP = 2;
/** No part of a name on a line of its own is longer. */
const LONGEST_NAME = 40;
/** A row whose words only single spaces part has no more. */
const MOST_WORDS = 80;

/** How the rows of a table are told apart where its lines do not. */
export interface RowSense {
  /** Whether the column can be read so: `○：` cannot, `○：達成見込み` can. */
  readonly reads: (column: number, one: Cell) => boolean;
  /** Whether the text can be a name: `生活習慣病予防健診`, and not `生活習慣病`. */
  readonly knows: (name: string) => boolean;
}

/** The rows below a head, put together where the lines break inside a cell. */
export function rowsBelow(lines: readonly TextLine[], head: TableHead, sense: RowSense): Rows {
  return new RowReader(lines, head, sense).read();
}

class RowReader {
  private readonly rows: Cell[][] = [];
  private readonly unread: TextLine[][] = [];
  private next: number;
  private readonly width: number;
  /** A table of before and after in Markdown: a blank cell is one side that is not there. */
  private readonly sides: boolean;
  /** The column of names. */
  private readonly name: number;
  /** A name, or the beginning of one, that stands above its row. */
  private pending: Cell = [];
  /** It stood in a row of blank cells, so it may be the title of a group. */
  private title = false;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly head: TableHead,
    private readonly sense: RowSense,
  ) {
    this.next = head.next;
    this.width = head.columns.length;
    const name = head.columns.findIndex(({ kind }) => kind === 'name');
    this.name = name < 0 ? 0 : name;
    this.sides = name < 0 && head.separator === 'pipe' && head.columns.some(({ kind }) => kind === 'before');
  }

  read(): Rows {
    for (let line = this.lines[this.next]; line && this.take(line); line = this.lines[this.next]) {}
    return { rows: this.rows, unread: this.unread, next: this.next };
  }

  /** Takes the line, and those that its row goes on in; says whether the table goes on. */
  private take(line: TextLine): boolean {
    if (isRule(line)) return this.move(1);
    if (line.gap > WIDEST_GAP || markerAt(line) || isTitle(line)) return false;
    if (this.repeatsHead(line)) return this.rows.length > 0 && this.move(this.head.lines.length);
    if (tableHeadAt(this.lines, this.next)) return false;
    const cells = this.cellsIn(line);
    const [only = []] = cells;
    if (cells.length > 1 || this.standsBelow(only, line)) return this.takeCells(line, cells);
    if (this.endsLast(only)) this.append(only, this.width - 1);
    else if (this.endsName(only, line)) this.append(only, this.name);
    else if (this.opensRow(line)) {
      if (this.head.separator === 'tab' || this.head.separator === 'pipe') return this.takeBroken(cells);
      this.pending = [...this.pending, ...only];
    } else return false;
    return this.move(1);
  }

  private takeCells(line: TextLine, cells: readonly Cell[]): boolean {
    switch (this.head.separator) {
      case 'gap':
        if (cells.length > MOST_WORDS) return false;
        this.add(cells.length === this.width ? cells : (this.spaced(cellsOf(line, 'space')) ?? this.aligned(cells)));
        return this.move(1);
      case 'space':
        return this.takeSpaced(line, cells);
      case 'tab':
      case 'pipe':
        return this.takeBroken(cells);
      case 'line':
        return false;
    }
  }

  private cellsIn(line: TextLine): Cell[] {
    const { separator } = this.head;
    return separatorOf(line) === null ? [cellsOf(line, 'gap').flat()] : cellsOf(line, separator);
  }

  private repeatsHead(line: TextLine): boolean {
    const [first] = this.head.lines;
    return first !== undefined && line.text.replaceAll(' ', '') === first.text.replaceAll(' ', '');
  }

  /** A row of its own, or more of the one above: without a name, or with the rest of a name alone. */
  private add(cells: readonly Cell[]): void {
    const name = this.nameOf(cells[this.name] ?? []);
    const row = cells.map((one, i) => (i === this.name ? name : [...one]));
    const above = this.rows.at(-1);
    const valued = row.some((one, i) => i !== this.name && one.length > 0);
    this.pending = [];
    this.title = !valued;
    if (!valued && !(above && this.completes(above, name))) this.pending = name;
    else if (above && (!valued || (name.length === 0 && !this.sides))) for (const [i, one] of row.entries()) this.append(one, i);
    else this.rows.push(row);
  }

  /** With what stands above it, unless that is the title of a group of rows. */
  private nameOf(own: Cell): Cell {
    const joined = [...this.pending, ...own];
    return this.title && !this.knows(joined) ? own : joined;
  }

  private append(one: Cell, column: number): void {
    const above = this.rows.at(-1);
    if (above) above[column] = [...(above[column] ?? []), ...one];
  }

  /** `達成見込み` below `○：`: the last cell cannot be read without it. */
  private endsLast(one: Cell): boolean {
    const column = this.width - 1;
    const last = this.rows.at(-1)?.[column] ?? [];
    return last.length > 0 && !this.sense.reads(column, last) && this.sense.reads(column, [...last, ...one]);
  }

  private endsName(one: Cell, line: TextLine): boolean {
    const above = this.rows.at(-1);
    return line.gap === 0 && above !== undefined && this.completes(above, one);
  }

  /** In aligned columns, a line of one cell may be the rest of any cell above: `(基金合算)` below `0.376%`. */
  private standsBelow(one: Cell, line: TextLine): boolean {
    if (this.head.separator !== 'gap' || line.gap > 0 || this.rows.length === 0) return false;
    const places = this.head.columns.map(({ from }) => from);
    return nearest(places, offsetOf(one)) !== this.name;
  }

  /** Whether the name above is one only with this: `生活習慣病` and `予防健診`. */
  private completes(above: Row, one: Cell): boolean {
    const name = above[this.name] ?? [];
    return name.length > 0 && one.length > 0 && !this.knows(name) && this.knows([...name, ...one]);
  }

  /** A line of one cell opens a row when a line soon behind it goes on with the others; a name may break twice. */
  private opensRow(first: TextLine): boolean {
    if (first.text.length - first.start > LONGEST_NAME) return false;
    for (const ahead of [1, 2]) {
      const line = this.lines[this.next + ahead];
      if (!line || line.gap > 0 || isRule(line) || isTitle(line)) return false;
      if (this.cellsIn(line).length > 1) return true;
      if (line.text.length - line.start > LONGEST_NAME) return false;
    }
    return false;
  }

  /** Tabs and pipes count the cells: lines are joined until there are as many as the head has. */
  private takeBroken(first: readonly Cell[]): boolean {
    let cells = [...first];
    let taken = 1;
    for (let line = this.lines[this.next + 1]; line && cells.length < this.width && taken < LONGEST; line = this.lines[this.next + taken]) {
      if (line.gap > 0 || isRule(line) || isTitle(line)) break;
      const [joint = [], ...others] = this.cellsIn(line);
      if (cells.length + others.length > this.width) break;
      cells = [...cells.slice(0, -1), [...(cells.at(-1) ?? []), ...joint], ...others];
      taken++;
    }
    if (cells.length === this.width) {
      this.add(cells);
      return this.move(taken);
    }
    if (first.length === 1) return false;
    // Blank cells at a line's end are not always kept.
    if (first.length < this.width) this.add([...first, ...Array.from({ length: this.width - first.length }, (): Cell => [])]);
    else this.unread.push(linesOfCells(first));
    return this.move(1);
  }

  /** Each cell in the column whose head it begins nearest to. */
  private aligned(cells: readonly Cell[]): Cell[] {
    const places = this.head.columns.map(({ from }) => from);
    const row = places.map((): Cell => []);
    for (const one of cells) {
      const column = nearest(places, offsetOf(one));
      row[column] = [...(row[column] ?? []), ...one];
    }
    return row;
  }

  /** Single spaces part words, not cells: a figure tells where a cell begins, and what its column holds whether it does. */
  private spaced(words: readonly Cell[]): Cell[] | null {
    if (words.length > MOST_WORDS) return null;
    const values = this.width - 1 - this.name;
    const from = this.name + (this.pending.length > 0 ? 0 : 1);
    for (let first = from; first <= words.length - values; first++) {
      if (!opensValue(words[first] ?? [])) continue;
      const cells: Cell[] = [];
      for (const word of words.slice(first)) {
        if (cells.length > 0 && !opensValue(word)) cells[cells.length - 1] = [...(cells.at(-1) ?? []), ...word];
        else cells.push(word);
      }
      if (cells.length !== values || !cells.every((one, i) => this.sense.reads(this.name + 1 + i, one))) continue;
      return [...words.slice(0, this.name), words.slice(this.name, first).flat(), ...cells];
    }
    return null;
  }

  private takeSpaced(line: TextLine, words: readonly Cell[]): boolean {
    const row = this.spaced(words);
    if (!row && words.filter(opensValue).length < this.width - 1 - this.name) return false;
    if (row) this.add(row);
    else this.unread.push([line]);
    return this.move(1);
  }

  private knows(one: Cell): boolean {
    return this.sense.knows(passage(one).raw);
  }

  private move(lines: number): true {
    this.next += lines;
    return true;
  }
}

/** A heading of Markdown ends a table. */
const isTitle = (line: TextLine): boolean => /^\s*#/.test(line.raw);

/** A word with which the cell of a figure or a verdict begins. */
function opensValue(word: Cell): boolean {
  return /^(?:[①-⑳]|[▲+-]?\d|対?前年|過去|直近|[◎○▲×●-]|概ね|未?達成|実施|設定|なし|未|減|増|維持|\(新)/.test(passage(word).text);
}
