import { COLUMN_HEADS, MEASURE_HEAD, STATEMENT_HEAD } from '../catalog/columns.ts';
import { KPI_WORD } from '../catalog/markers.ts';
import { NOTHING } from '../catalog/tables.ts';
import { type Block, readBlock } from './block.ts';
import { targetIn } from './cell-value.ts';
import { type Cell, cellsOf, isRule, separatorOf } from './cells.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { markerStarts } from './marker-inside.ts';
import { type Heading, Outline } from './outline.ts';
import { passage } from './passage.ts';
import { enterMeasure, readStatements } from './stated-cell.ts';
import type { RawStatement } from './statement.ts';

/** What the cells of one row state, and the measure that stands beside them. */
export interface MarkedRow extends Pick<Block, 'statements' | 'unread'> {
  readonly heading: Heading | null;
  readonly markers: number;
}

/** A row of a table that kept its columns: Markdown's, or with tabs. */
const ROW = /^\s*\||\t/;
/** A column of the year before or of results sets no target. */
const NO_TARGET = new Set(['previous', 'result', 'verdict', 'attainment', 'grade']);

/**
 * Reads the rows of a plan's tables that lay out its text, with KPI statements in their cells:
 *
 * ```
 * | 具体的施策 | 取組内容 | KPI |
 * |---|---|---|
 * | サービス水準の向上 | 郵送を勧める | ■ KPI：① サービススタンダードの達成状況を 100％とする<br>② 郵送化率を 95.0％以上とする |
 * ```
 *
 * A statement ends with its cell. Each marker of the row ends in a target or among what is unread.
 */
export class MarkedRows {
  /** The row that was looked at last, and the head of the table that it stands in. */
  private last = -1;
  private head: readonly string[] = [];
  /** The columns of measures by the head, outermost first; the first column, when the head names none. */
  private measures: readonly number[] = [];
  private named = false;
  private stated = -1;
  /** What the measures' columns hold; a merged cell gives it to the rows below as well. */
  private readonly held = new Map<number, TextLine>();
  private heading: Heading | null = null;

  constructor(private readonly outline: Outline) {}

  /** The KPIs in the row at `lines[at]`; null when no cell of it states one. */
  read(lines: readonly TextLine[], at: number): MarkedRow | null {
    const line = lines[at];
    if (!line || !(ROW.test(line.raw) || line.text.includes(KPI_WORD))) return null;
    const separator = separatorOf(line);
    if (separator === null || separator === 'space') return null;
    const above = this.last === at - 1 && line.gap === 0;
    this.last = at;
    if (isRule(line)) return null;
    const cells = cellsOf(line, separator);
    const rows = cells.map(linesIn);
    if (
      !above &&
      this.begin(
        cells,
        rows.some((cell) => cell.some(announces)),
        separator !== 'gap',
      )
    )
      return null;
    this.hold(rows);
    const found = rows.flatMap((cell, i) => this.readCell(cell, i, cells[i + 1] ?? []) ?? []);
    if (found.length === 0) return null;
    return {
      heading: this.measure(),
      statements: quoted(
        line,
        found.flatMap(({ statements }) => statements),
      ),
      unread: found.flatMap(({ unread }) => unread.map((lines) => [asPrinted(line, lines)])),
      markers: found.reduce((sum, { markers }) => sum + markers, 0),
    };
  }

  /** Takes the first row of a table as its head; says whether it is one. `parted`: by more than spaces. */
  private begin(cells: readonly Cell[], states: boolean, parted: boolean): boolean {
    this.head = states ? [] : cells.map((one) => passage(one).text.replace(/[\s■□◆◇●【】《》]/g, ''));
    const named = this.head.flatMap((text, i) => (MEASURE_HEAD.test(text) ? [i] : []));
    const innermost = named.findIndex((i) => !/^(?:分野|区分)$/.test(this.head[i] ?? ''));
    this.named = named.length > 0;
    this.measures = this.named ? named.slice(0, innermost < 0 ? named.length : innermost + 1) : [0];
    this.stated = this.named && parted ? this.head.findIndex((text) => STATEMENT_HEAD.test(text)) : -1;
    this.held.clear();
    this.heading = null;
    return this.named;
  }

  private hold(cells: readonly (readonly TextLine[])[]): void {
    for (const column of this.measures) {
      const cell = cells[column] ?? [];
      const line = cell.some((one) => markerAt(one) !== null) ? null : oneLine(cell);
      if (!line) continue;
      for (const inner of this.measures) if (inner >= column) this.held.delete(inner);
      this.held.set(column, line);
      this.heading = null;
    }
  }

  /** The heading of the rows' measure. The headings of the text stay as they are: what follows the table stands under those. */
  private measure(): Heading | null {
    if (this.heading) return this.heading;
    const outline = new Outline();
    outline.current = this.outline.current;
    for (const line of this.held.values()) {
      if (this.named) enterMeasure(outline, line);
      else outline.visit(line, undefined);
    }
    this.outline.headings.push(...outline.headings);
    this.heading = outline.current;
    return this.heading;
  }

  private readCell(cell: readonly TextLine[], column: number, beside: Cell): (Omit<Block, 'next'> & { markers: number }) | null {
    if (cell.some((line) => markerAt(line) !== null)) {
      const read = readMarkers(cell);
      if (read.statements.length > 0 || !this.setsTarget(beside, column + 1)) return read;
      // `| ■ KPI：郵送化率 | 95.0％以上 |`
      const both = readMarkers([...cell, ...linesIn(beside)]);
      return both.statements.length > 0 ? both : read;
    }
    if (column !== this.stated || cell.length === 0 || NOTHING.test(cell.map(({ text }) => text.trim()).join(''))) return null;
    const { statements, unread } = readStatements(cell);
    return { statements, unread, markers: 1 };
  }

  private setsTarget(one: Cell, column: number): boolean {
    const head = this.head[column] ?? '';
    const kind = COLUMN_HEADS.find(({ pattern }) => pattern.test(head))?.kind;
    if (kind && NO_TARGET.has(kind)) return false;
    return targetIn(one, null)?.kind === 'target' && !linesIn(one).some((line) => markerAt(line) !== null);
  }
}

/** A marker with words behind it; alone it may head a column: `■ KPI`. */
function announces(line: TextLine): boolean {
  const marker = markerAt(line);
  return marker !== null && line.text.slice(marker.end).trim() !== '';
}

/** Each marker of the cell with what it announces, to the next marker or the end of the cell. */
function readMarkers(cell: readonly TextLine[]): Omit<Block, 'next'> & { markers: number } {
  const statements: Block['statements'][number][] = [];
  const unread: (readonly TextLine[])[] = [];
  let markers = 0;
  for (let at = 0; at < cell.length; ) {
    const line = cell[at];
    const marker = line ? markerAt(line) : null;
    if (!marker) {
      at++;
      continue;
    }
    const block = readBlock(cell, at, marker.end, marker.heading, '');
    for (const statement of block.statements) statements.push(statement);
    for (const one of block.unread) unread.push(one);
    markers++;
    at = block.next;
  }
  return { statements, unread, markers };
}

/** The statements of a row with what is printed of them, and their parts with the statements as they then are. */
function quoted(row: TextLine, statements: Block['statements']): RawStatement[] {
  const known = new Map<RawStatement, RawStatement>();
  for (const statement of statements) {
    const { parent } = statement;
    known.set(statement, { ...statement, lines: [asPrinted(row, statement.lines)], parent: parent && (known.get(parent) ?? parent) });
  }
  return [...known.values()];
}

/** The stretch of the row that the lines of its cells stand on: `①…事業所数を<br>600 事業所以上とする`. */
function asPrinted(row: TextLine, lines: readonly TextLine[]): TextLine {
  const places = lines.flatMap((line) => PLACES.get(line) ?? []);
  const [from, to] = [places[0]?.from ?? 0, places.at(-1)?.to ?? row.text.length];
  return { ...row, text: row.text.slice(from, to), raw: row.raw.slice(from, to), start: 0 };
}

/** Where the lines of the cells stand in their rows. */
const PLACES = new WeakMap<TextLine, { readonly from: number; readonly to: number }>();

/** A cell as lines of its own, parted where Markdown breaks it and in front of a marker. */
function linesIn(one: Cell): TextLine[] {
  return one.flatMap(({ line, from, to }) => {
    const end = to ?? line.text.length;
    const text = line.text.slice(from, end);
    const starts = markerStarts(text);
    return starts.flatMap((start, i) => part(line, from + start, from + (starts[i + 1] ?? text.length)));
  });
}

function part(line: TextLine, from: number, end: number): TextLine[] {
  const text = line.text.slice(from, end).trimEnd();
  if (text === '') return [];
  const to = from + text.length;
  const { cell, under, ...place } = line;
  const own = { ...place, text, raw: line.raw.slice(from, to), start: text.search(/\S/), gap: 0 };
  PLACES.set(own, { from, to });
  return [own];
}

/** The lines of a cell as one: a measure's name that wraps. */
function oneLine(cell: readonly TextLine[]): TextLine | null {
  const [first] = cell;
  if (!first) return null;
  const text = cell.map((line) => line.text.slice(line.start)).join('');
  return { ...first, text, raw: cell.map((line) => line.raw.slice(line.start)).join(''), start: 0 };
}
