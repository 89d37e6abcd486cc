import { type Cell, cellsOf, isRule, linesOfCells, separatorOf } from './cells.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { opensArea } from './outline.ts';
import { alignedRow, blockAt } from './row-block.ts';
import { type Row, RowBuilder, type RowSense } from './row-builder.ts';
import { MOST_WORDS, opensValue, spacedRow } from './spaced-row.ts';
import { nearest, offsetOf, type TableHead, tableHeadAt } from './table-head.ts';

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

/** The rows below a head, put together where the lines break inside a cell. */
export function rowsBelow(lines: readonly TextLine[], head: TableHead, sense: RowSense): Rows {
  return new RowReader(lines, head, sense).read();
}

/** The rows that the lines of a block make one by one. */
const readLines = (lines: readonly TextLine[], head: TableHead, sense: RowSense): readonly Row[] =>
  new RowReader(lines, { ...head, next: 0 }, sense, true).read().rows;

class RowReader {
  private readonly built: RowBuilder;
  private readonly unread: TextLine[][] = [];
  private next: number;
  private readonly width: number;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly head: TableHead,
    private readonly sense: RowSense,
    /** Only these lines are read, one by one. */
    private readonly block = false,
  ) {
    this.next = head.next;
    this.width = head.columns.length;
    this.built = new RowBuilder(head, sense);
  }

  read(): Rows {
    for (let line = this.lines[this.next]; line && this.take(line); line = this.lines[this.next]) {}
    return { rows: this.built.rows, unread: this.unread, next: this.next };
  }

  /** Takes the line, and those that its row goes on in; says whether the table goes on. */
  private take(line: TextLine): boolean {
    if (isRule(line)) return this.move(1);
    if (line.gap > WIDEST_GAP || markerAt(line) || isTitle(line)) return false;
    if (this.repeatsHead(line)) return this.built.rows.length > 0 && this.move(this.head.lines.length);
    if (tableHeadAt(this.lines, this.next) || this.opensTable(line)) return false;
    if (opensArea(line)) return this.takeArea(line);
    if (this.takeBlock(line)) return true;
    const cells = this.cellsIn(line);
    const [only = []] = cells;
    if (cells.length > 1 || this.standsBelow(only, line)) return this.takeCells(line, cells);
    if (this.built.endsLast(only)) this.built.append(only, this.width - 1);
    else if (this.built.endsName(only, line)) this.built.append(only, this.built.name);
    else if (this.opensRow(line)) {
      if (this.head.separator === 'tab' || this.head.separator === 'pipe') return this.takeBroken(cells);
      this.built.begin(only);
    } else return false;
    return this.move(1);
  }

  /** An area between the rows is a cell of the measures' column, where there is one; else the table ends. */
  private takeArea(line: TextLine): boolean {
    const { columns, separator } = this.head;
    const measure = columns.findIndex(({ kind }) => kind === 'measure');
    if (measure < 0 || separator === 'line') return false;
    this.built.push(columns.map((_, i) => (i === measure ? cellsOf(line, 'gap').flat() : [])));
    return this.move(1);
  }

  /** In aligned columns, lines that stand together may be one row, wrapped in several of its cells. */
  private takeBlock(line: TextLine): boolean {
    const first = line.gap > 0 || this.next === this.head.next;
    const row =
      this.head.separator === 'gap' && first && !this.block ? blockAt(this.lines, this.next, this.head, this.sense, readLines) : null;
    if (!row) return false;
    this.built.push(row.cells);
    return this.move(row.lines);
  }

  private takeCells(line: TextLine, cells: readonly Cell[]): boolean {
    switch (this.head.separator) {
      case 'gap':
        if (cells.length > MOST_WORDS) return false;
        this.built.add(cells.length === this.width ? cells : this.gapped(line, cells), line);
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

  /** By the columns that the cells stand in, where each can be read so, or else by the words of the line. */
  private gapped(line: TextLine, cells: readonly Cell[]): readonly Cell[] {
    const aligned = alignedRow(cells, this.head, this.sense.reads);
    const sure = cells.length > 2 && aligned.every((one, i) => this.sense.reads(i, one));
    return sure ? aligned : (this.spaced(cellsOf(line, 'space')) ?? aligned);
  }

  private cellsIn(line: TextLine): Cell[] {
    const { separator } = this.head;
    return separatorOf(line) === null ? [cellsOf(line, 'gap').flat()] : cellsOf(line, separator);
  }

  /** A rule below a row that stands apart: in Markdown the head of another table. */
  private opensTable(line: TextLine): boolean {
    const below = this.lines[this.next + 1];
    return this.head.separator === 'pipe' && line.gap > 0 && below !== undefined && below.gap === 0 && isRule(below);
  }

  private repeatsHead(line: TextLine): boolean {
    const [first] = this.head.lines;
    return first !== undefined && line.text.replaceAll(' ', '') === first.text.replaceAll(' ', '');
  }

  /** In aligned columns, a line of one cell may be the rest of any cell above: `(基金合算)` below `0.376%`. */
  private standsBelow(one: Cell, line: TextLine): boolean {
    if (this.head.separator !== 'gap' || line.gap > 0 || this.built.rows.length === 0) return false;
    const places = this.head.columns.map(({ from }) => from);
    return nearest(places, offsetOf(one)) !== this.built.name;
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
      this.built.add(cells);
      return this.move(taken);
    }
    if (first.length === 1) return false;
    // Blank cells at a line's end are not always kept.
    if (first.length < this.width) this.built.add([...first, ...Array.from({ length: this.width - first.length }, (): Cell => [])]);
    else this.unread.push(linesOfCells(first));
    return this.move(1);
  }

  private spaced(words: readonly Cell[]): Cell[] | null {
    const { width, built, sense } = this;
    return spacedRow(words, { width, name: built.name, continued: built.begun, reads: sense.reads });
  }

  private takeSpaced(line: TextLine, words: readonly Cell[]): boolean {
    const row = this.spaced(words);
    if (!row && words.filter(opensValue).length < this.width - 1 - this.built.name) return false;
    if (row) this.built.add(row);
    else this.unread.push([line]);
    return this.move(1);
  }

  private move(lines: number): true {
    this.next += lines;
    return true;
  }
}

/** A heading of Markdown ends a table. */
const isTitle = (line: TextLine): boolean => /^\s*#/.test(line.raw);
