import { AREA_HEADINGS } from '../catalog/areas.ts';
import { KPI_WORD } from '../catalog/markers.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { NOTHING } from '../catalog/tables.ts';
import { fold } from '../source/fold.ts';
import { type Legend, legendOf, targetIn, verdictIn } from './cell-value.ts';
import { type Cell, linesOfCells, stretch } from './cells.ts';
import { changeInRow } from './changes.ts';
import { readFigureCell } from './figure-cell.ts';
import type { TextLine } from './lines.ts';
import { type Heading, TABLE_COLUMN } from './outline.ts';
import type { PlacedStatement, RawChange, RawFinding, RawRating, RawResult, RawVerdict } from './paper.ts';
import { passage } from './passage.ts';
import { resultIn } from './result-cell.ts';
import type { Row } from './row-builder.ts';
import { kpisNamed } from './row-kpis.ts';
import { type TableColumn, tableHeadAt } from './table-head.ts';
import { readKpiRow, type TableContext } from './table-kpi.ts';
import { rowsOfLines } from './table-lines.ts';
import { rowsBelow } from './table-rows.ts';
import { findTarget } from './target-phrase.ts';
import { unreadCell } from './unread-cell.ts';

/** What a table of KPIs says, in its own words. */
export interface KpiTable {
  readonly statements: readonly PlacedStatement[];
  readonly results: readonly RawResult[];
  readonly verdicts: readonly RawVerdict[];
  readonly ratings: readonly RawRating[];
  readonly changes: readonly RawChange[];
  /** Cells of results, verdicts and grades that could not be read. */
  readonly findings: readonly RawFinding[];
  /** The measures of its rows, and their areas. */
  readonly headings: readonly Heading[];
  readonly unread: readonly (readonly TextLine[])[];
  /** Index of the first line behind it. */
  readonly next: number;
}

/** A legend stands on the lines of its table or soon below it. */
const LEGEND_WITHIN = 60;

/**
 * Reads the table of KPIs whose head stands at `lines[at]`, in tabs, Markdown's pipes or aligned columns; null when none stands there.
 *
 * @param above the heading that the table stands under
 * @param knows whether the catalog has a name; it tells a name that wraps from two
 */
export function readKpiTable(
  lines: readonly TextLine[],
  at: number,
  above: Heading | null,
  knows: (name: string) => boolean,
): KpiTable | null {
  const head = tableHeadAt(lines, at);
  if (!head) return null;
  const ended = head.columns.some(({ kind, asOf }) => kind === 'result' && asOf === null);
  const legend = legendOf(
    lines.slice(at, at + LEGEND_WITHIN).map((line) => line.text.replaceAll(' ', '')),
    !ended,
  );
  const reads = (column: number, one: Cell): boolean => readsAs(head.columns[column], one, legend);
  const aimed = head.columns.some(({ kind }) => kind === 'target');
  const kpis = (name: Cell): number => kpisNamed(name, knows, aimed);
  const { rows, unread, next } = (head.separator === 'line' ? rowsOfLines : rowsBelow)(lines, head, { reads, knows, kpis });
  if (rows.length === 0) return null;
  const columns = judgedColumns(head.columns, rows, legend);
  const table = new TableReader(above, { columns, legend, knows });
  for (const row of rows) table.row(row);
  return { ...table.found, unread: [...unread, ...table.found.unread], next };
}

/** 評価 heads grades, or, in a table whose cells say `達成`, `未達成`, verdicts. */
function judgedColumns(columns: readonly TableColumn[], rows: readonly Row[], legend: Legend): readonly TableColumn[] {
  if (columns.some(({ kind }) => kind === 'verdict')) return columns;
  return columns.map((column, i) => {
    if (column.kind !== 'grade') return column;
    const kinds = new Set(rows.flatMap((row) => verdictIn(row[i] ?? [], legend)?.kind ?? []));
    return kinds.has('verdict') && !kinds.has('grade') ? { ...column, kind: 'verdict' } : column;
  });
}

/** Whether a cell can be read as its column says. */
function readsAs(column: TableColumn | undefined, one: Cell, legend: Legend): boolean {
  if (one.length === 0) return true;
  switch (column?.kind) {
    case 'target':
      return targetIn(one, null) !== null;
    case 'verdict':
    case 'grade':
      return NOTHING.test(passage(one).text) || verdictIn(one, legend) !== null;
    case 'result':
      return resultIn(one)?.figures.some(({ number, denominator }) => (number ?? denominator) !== null) === true || isFigure(one);
    case 'previous':
      return isFigure(one);
    case 'attainment':
      return isFigure(one) || verdictIn(one, legend) !== null;
    default:
      return true;
  }
}

const isFigure = (one: Cell): boolean => readFigureCell(passage(one).raw, passage(one).text) !== null;

class TableReader {
  readonly found = {
    statements: [] as PlacedStatement[],
    results: [] as RawResult[],
    verdicts: [] as RawVerdict[],
    ratings: [] as RawRating[],
    changes: [] as RawChange[],
    findings: [] as RawFinding[],
    headings: [] as Heading[],
    unread: [] as (readonly TextLine[])[],
  };
  private readonly columns: readonly TableColumn[];
  /** The measure of the row at hand and its mark; a merged cell gives them to the rows below as well. */
  private measure: Heading | null;
  private number: string | null = null;

  constructor(
    private above: Heading | null,
    private readonly context: TableContext,
  ) {
    this.columns = context.columns;
    this.measure = above;
  }

  row(row: Row): void {
    this.enterMeasure(row);
    const [before, after] = [this.cellOf(row, 'before'), this.cellOf(row, 'after')];
    if (before || after) this.change(before ?? [], after ?? [], this.cellOf(row, 'name'));
    if (this.columns.some(({ kind }) => kind === 'name')) {
      const { statements, results, verdicts, findings, unread } = readKpiRow(row, this.measure, this.context);
      this.found.statements.push(...statements);
      this.found.results.push(...results);
      this.found.verdicts.push(...verdicts);
      this.found.findings.push(...findings);
      this.found.unread.push(...unread);
    }
    for (const [i, column] of this.columns.entries()) if (column.kind === 'grade') this.rating(row, column, row[i] ?? []);
  }

  private change(before: Cell, after: Cell, name: Cell | null): void {
    const change = before.length > 0 && after.length > 0 ? changeInRow(before, after, name) : null;
    if (change === 'kept' || !this.isOfKpi(change, before, after)) return;
    if (change === null) this.found.unread.push(linesOfCells([before, after]));
    else this.found.changes.push(change);
  }

  /** A 新旧対照表 compares the whole text of a plan: what neither has a figure nor is said to be a KPI is none of its changes. */
  private isOfKpi(change: RawChange | null, ...cells: readonly Cell[]): boolean {
    const said = [...cells.map((cell) => passage(cell).text), this.above?.text ?? '', ...this.columns.map(({ label }) => fold(label))];
    if (said.some((text) => text.includes(KPI_WORD)) || cells.some((cell) => findTarget(passage(cell).text) !== null)) return true;
    return change !== null && this.context.knows(change.name);
  }

  /** The grade of the row's measure, or, in a table without measures, of its KPI. */
  private rating(row: Row, column: TableColumn, cell: Cell): void {
    const text = passage(cell).text;
    if (/^-*$/.test(text)) return;
    const name = this.cellOf(row, 'measure') ?? this.cellOf(row, 'name') ?? [];
    const lines = linesOfCells([name, cell]);
    const [line] = lines;
    const grade = verdictIn(cell, this.context.legend);
    if (grade?.kind !== 'grade' || !line) {
      this.found.findings.push(unreadCell('grade', lines));
      return;
    }
    const own =
      this.measure === this.above ? { text: unmarked(name).raw, style: TABLE_COLUMN, area: null, line, parent: this.above } : null;
    const heading = own ?? this.measure;
    if (!heading) return;
    const words = (kind: TableColumn['kind']) => {
      const { text: said, raw } = passage(this.cellOf(row, kind) ?? []);
      return /^[-―—]*$/.test(said) ? null : raw;
    };
    const [importance, difficulty] = [words('importance'), words('difficulty')];
    // S to D are the grades of 独立行政法人; a table with 重要度 and 困難度 is of their kind.
    const rubric =
      this.columns.some(({ kind }) => kind === 'importance' || kind === 'difficulty') || text.startsWith('D') ? 'iaa' : 'branch';
    const owner = column.owner ? { owner: column.owner } : {};
    this.found.ratings.push({ heading, number: this.number, grade: grade.verdict, rubric, lines, importance, difficulty, ...owner });
  }

  private enterMeasure(row: Row): void {
    const cells = this.columns.flatMap(({ kind }, i) => (kind === 'measure' ? [row[i] ?? []] : []));
    if (cells.every((cell) => cell.length === 0)) return;
    let parent = (cells[0] ?? []).length > 0 ? this.above : (this.measure?.parent ?? null);
    for (const cell of cells) {
      const { text, raw, mark } = unmarked(cell);
      const [line] = linesOfCells([cell]);
      if (!line || text === '') continue;
      const area = AREA_HEADINGS.find(({ pattern }) => new RegExp(`^(?:${pattern.source})`).test(text))?.area ?? null;
      this.number = mark;
      parent = { text: raw, style: area ? 'area' : TABLE_COLUMN, area, line, parent: area ? null : parent };
      // What follows in the same column stands under the area.
      if (area) this.above = parent;
      this.found.headings.push(parent);
    }
    this.measure = parent;
  }

  private cellOf(row: Row, kind: TableColumn['kind']): Cell | null {
    const cell = row[this.columns.findIndex((column) => column.kind === kind)];
    return cell && cell.length > 0 ? cell : null;
  }
}

/** The text of a cell and the number in front of it: `③特定保健指導…の向上`. */
function unmarked(cell: Cell): { text: string; raw: string; mark: string | null } {
  const whole = passage(cell);
  const numbering = numberingAt(whole.text, 0);
  const { text, raw } = passage(stretch(whole, numbering?.end ?? 0, whole.text.length));
  return { text, raw, mark: numbering?.mark ?? null };
}
