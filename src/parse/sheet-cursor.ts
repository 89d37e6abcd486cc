import { markerAt } from './classify.ts';
import { type ColumnLine, setAside } from './column-split.ts';
import { opensArea } from './outline.ts';
import { resultMarkerAt } from './result-item.ts';
import { isHead } from './sheet-head.ts';
import { promises } from './target-cell.ts';

/** No cell has more lines. */
const LONGEST_CELL = 60;

/** A place in the lines of a sheet, which a reader moves from cell to cell. */
export class SheetCursor {
  at = 0;
  /** Where the last cell ended: the name of a measure stands behind it. */
  floor = 0;
  last: 'targets' | 'results' | null = null;

  constructor(readonly lines: ColumnLine[]) {}

  get line(): ColumnLine | undefined {
    return this.lines[this.at];
  }

  /** Nothing stands between the last cell and this line. */
  get follows(): boolean {
    return this.at === this.floor;
  }

  /** Moves behind a cell. */
  end(at: number, last: 'targets' | 'results' | null = this.last): void {
    this.at = at;
    this.floor = at;
    this.last = last;
  }

  /** The lines from here to the next marker. */
  cell(): ColumnLine[] {
    const lines = this.lines.slice(this.at, this.at + LONGEST_CELL);
    const end = lines.findIndex((line, index) => index > 0 && opensCell(line));
    return end < 0 ? lines : lines.slice(0, end);
  }

  /** The lines of the cell that stand in its left-hand column. */
  own(): ColumnLine[] {
    return this.cell().filter((line) => !line.behind);
  }

  /** Puts what stood to the right of the first `taken` lines of `own` behind them. */
  setAside(own: readonly ColumnLine[], taken: number): void {
    setAside(this.lines, this.at, this.cell(), own, taken);
  }

  /** `＜KPI＞ ＜9月末実績＞` head two columns; the time that the right one says, if there is one. Moves to the lines below. */
  columnHead(): string | null {
    const [left, right] = this.lines.slice(this.at, this.at + 2);
    const results = left && right?.number === left.number ? resultMarkerAt(right) : null;
    if (!left || !results) return null;
    this.at++;
    this.lines[this.at] = left;
    return results.asOf;
  }

  /** Whether the next marker behind `from` opens results, too. */
  nextIsResults(from: number): boolean {
    for (const [index, line] of this.lines.slice(from, from + LONGEST_CELL).entries()) {
      if (isHead(line)) return false;
      if (resultMarkerAt(line)) return true;
      const marker = markerAt(line);
      if (marker) return !promises(this.lines.slice(from + index, from + index + LONGEST_CELL), marker.end);
    }
    return false;
  }
}

const opensCell = (line: ColumnLine): boolean =>
  markerAt(line) !== null || resultMarkerAt(line) !== null || isHead(line) || opensArea(line);
