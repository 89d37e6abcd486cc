import type { Indicator } from '../model/index.ts';
import type { Block } from './block.ts';
import { legendIn } from './cell-value.ts';
import { markerAt } from './classify.ts';
import { judgedByColour } from './coloured.ts';
import { type ColumnLine, splitColumns, wholeLine } from './column-split.ts';
import { Group } from './kpi-group.ts';
import type { TextLine } from './lines.ts';
import { measureAbove } from './measure-above.ts';
import { OpenGroups } from './open-groups.ts';
import { Outline, opensArea } from './outline.ts';
import { EMPTY_PAPER, type FamilyReader, type Paper, type RawFinding } from './paper.ts';
import { itemFrom, readItems, resultMarkerAt, unreadResult } from './result-item.ts';
import { SheetCursor } from './sheet-cursor.ts';
import { areaBelow, columnTime, isHead, periodOf, stackedHeadAt } from './sheet-head.ts';
import { figureColumnsIn, readSheetRow } from './sheet-row.ts';
import type { RawStatement } from './statement.ts';
import { type KpiTable, readKpiTable } from './table.ts';
import { promises, readTargets, readUnmarked, setsNone } from './target-cell.ts';
import { unfoldTables } from './unfold.ts';
import { joinNarrow } from './vertical.ts';

/** Reads a progress sheet (進捗状況): for each measure a cell of targets and, behind it in the text, the results. */
export const readProgress: FamilyReader = (lines, knows, resolve) =>
  judgedByColour(new Sheet(splitColumns(joinNarrow(unfoldTables(lines)), isHead), knows, resolve).read(), lines);

/** A row of a table whose columns are parted beyond doubt. */
const ROWS = /^\s*\||\t/;
/** A line that can say what marks mean: `○：達成見込み △：達成困難`. */
const MARKED = /[◎○▲×][ :=…]{0,3}(?:概ね|おおむね|未|目標)?達成/;

class Sheet {
  private readonly cursor: SheetCursor;
  private readonly outline = new Outline();
  private readonly groups = new OpenGroups();
  private readonly tables: KpiTable[] = [];
  private readonly findings: RawFinding[] = [];
  private readonly unread: (readonly TextLine[])[] = [];
  private markers = 0;
  /** When the figures are taken, by the title of the sheet or the head of the column. */
  private asOf: string | null;
  private readonly fiscalYear: string | null;
  /** Where rows stand on single lines: the columns of their figures. */
  private columns: ReturnType<typeof figureColumnsIn> = null;
  private readonly seen = new Set<string>();
  private readonly legend: ReadonlyMap<string, string>;

  constructor(
    lines: ColumnLine[],
    private readonly knows: (name: string) => boolean,
    private readonly resolve: (name: string) => Indicator | null,
  ) {
    this.cursor = new SheetCursor(lines);
    const { asOf, fiscalYear } = periodOf(lines);
    this.asOf = asOf;
    this.fiscalYear = fiscalYear;
    this.legend = legendIn(lines.filter(({ text }) => MARKED.test(text)).map(({ text }) => text.replaceAll(' ', '')));
  }

  read(): Paper {
    for (let { line } = this.cursor; line; { line } = this.cursor) {
      if (this.table() || this.stacked()) continue;
      const results = resultMarkerAt(line);
      const marker = results ? null : markerAt(line);
      if (results) this.results(line, results.end, results.asOf);
      else if (marker) this.marked(line, marker);
      else if (isHead(line)) this.page(line);
      else if (opensArea(line)) this.area(line);
      else if (!this.row(line) && !this.unmarked(line)) this.loose();
    }
    const groups = this.groups.all;
    const missing = groups.flatMap((group) => group.settle());
    const found = [...groups, ...this.tables];
    return {
      ...EMPTY_PAPER,
      statements: [...groups.flatMap((group) => group.placed), ...this.tables.flatMap((table) => table.statements)],
      results: found.flatMap(({ results }) => results),
      verdicts: found.flatMap(({ verdicts }) => verdicts),
      ratings: this.tables.flatMap(({ ratings }) => ratings),
      findings: [...this.findings, ...missing, ...this.tables.flatMap(({ findings }) => findings)],
      headings: [...this.outline.headings, ...this.tables.flatMap((table) => table.headings)],
      markers: this.markers,
      unread: [...this.unread, ...this.tables.flatMap((table) => table.unread)],
    };
  }

  /** A table with a column for the targets and one for the results. */
  private table(): boolean {
    const { line: head } = this.cursor;
    if (!head || !((isHead(head) || ROWS.test(head.raw)) && figureColumnsIn(head))) return false;
    const table = readKpiTable(this.cursor.lines, this.cursor.at, this.outline.current, this.knows);
    if (!table || table.results.length + table.statements.length === 0) return false;
    const asOf = columnTime(head) ?? this.asOf;
    this.tables.push({ ...table, results: table.results.map((result) => ({ ...result, asOf: result.asOf ?? asOf })) });
    this.cursor.end(table.next, null);
    return true;
  }

  /** The head of a table with each column on its own line, `KPI` among them, which marks nothing there. */
  private stacked(): boolean {
    const height = stackedHeadAt(this.cursor.lines, this.cursor.at);
    if (height === 0) return false;
    const { line } = this.cursor;
    const words = this.cursor.lines.slice(this.cursor.at, this.cursor.at + height).map((one) => one.text.slice(one.start));
    if (line) this.page({ ...line, text: words.join(' '), raw: words.join(' '), start: 0 });
    this.cursor.end(this.cursor.at + height - 1, null);
    return true;
  }

  /** Targets in a column of their own need no marker: `郵送化率：95.0％以上`. */
  private unmarked(line: ColumnLine): boolean {
    if (!this.columns && !line.target) return false;
    const cell = this.cursor.own();
    if (!line.target && !promises(cell, line.start) && this.groups.waiting.length > 0) return false;
    const block = readUnmarked(cell, line.start);
    const [first] = block.statements;
    if (first?.lines[0] !== line || !this.knows(first.name)) return false;
    this.take(block, cell);
    return true;
  }

  /** A row of a table whose cells only spaces part. */
  private row(line: TextLine): boolean {
    const whole = this.columns && wholeLine(this.cursor.lines, this.cursor.at);
    const row = this.columns && whole && readSheetRow(whole.line, this.columns, this.knows);
    if (!row) {
      if (this.columns && !/^</.test(line.text.slice(line.start))) this.outline.visit(line, undefined);
      return false;
    }
    this.group([row.statement]).answer(row.item, null);
    this.cursor.end(this.cursor.at + whole.parts, null);
    return true;
  }

  /** A KPI marker opens targets, or, where targets wait for them, results. */
  private marked(line: TextLine, { end, heading }: { end: number; heading: boolean }): void {
    this.markers++;
    this.asOf = this.cursor.columnHead() ?? this.asOf;
    // Where columns follow each other, one cell of results stands right behind the other.
    const waits = this.groups.lastWaits || (this.cursor.last === 'results' && this.cursor.follows && this.groups.waiting.length > 0);
    if (waits && !promises(this.cursor.cell(), end)) this.results(line, end, null);
    else this.targets(end, heading);
  }

  private targets(end: number, heading: boolean): void {
    const own = this.cursor.own();
    const block = readTargets(own, end, heading);
    // `【KPI】設定なし` says that there is none.
    this.take(setsNone(own, end) ? { ...block, unread: [] } : block, own);
  }

  private take({ statements, unread, next }: Block, own: readonly ColumnLine[]): void {
    const measure = measureAbove(this.cursor.lines, this.cursor.at, this.cursor.floor);
    if (measure) this.outline.enter(measure);
    this.unread.push(...unread);
    this.cursor.setAside(own, next);
    this.cursor.end(this.cursor.at + Math.max(next, 1), 'targets');
    if (statements.length > 0) this.group(statements);
    else this.groups.close();
  }

  private group(statements: readonly RawStatement[]): Group {
    // A sheet may list its KPIs again, all on one page.
    const placed = statements.map((statement) => ({ statement, heading: this.outline.current, appendix: this.repeats(statement) }));
    const group = new Group(placed, { resolve: this.resolve, asOf: this.asOf, fiscalYear: this.fiscalYear, legend: this.legend });
    this.groups.add(group);
    return group;
  }

  private results(marker: TextLine, end: number, asOf: string | null): void {
    const { items, next } = readItems(this.cursor.cell(), end);
    const group = this.groups.answeredBy(items, this.cursor.last === 'results' || this.cursor.nextIsResults(this.cursor.at + next));
    const taken = group ? items.filter((item) => group.answer(item, asOf)) : [];
    if (taken.length === 0 && (markerAt(marker) || (!group && items.length > 0))) this.findings.push(unreadResult(marker, items[0]));
    this.cursor.end(this.cursor.at + (taken.at(-1)?.next ?? 1), 'results');
  }

  private repeats({ name, promise }: RawStatement): boolean {
    const key = `${this.resolve(name)?.id ?? name} ${JSON.stringify(promise)}`;
    const known = this.seen.has(key);
    this.seen.add(key);
    return known;
  }

  /** A line that nothing announces: it may hold a result all the same. */
  private loose(): void {
    const { line } = this.cursor;
    const item = line && !this.groups.none ? itemFrom(this.cursor.lines, this.cursor.at, line.start) : null;
    if (line && this.cursor.follows && this.groups.judge(line)) this.cursor.end(this.cursor.at + 1);
    else if (item && this.groups.find(item, this.cursor.follows)) this.cursor.end(item.next);
    else this.cursor.at++;
  }

  private area(line: TextLine): void {
    this.outline.visit(line, undefined);
    this.cursor.end(this.cursor.at + 1);
  }

  /** The head of the table stands on every page. */
  private page(head: TextLine): void {
    this.groups.turn();
    this.asOf = columnTime(head) ?? this.asOf;
    this.columns = figureColumnsIn(head);
    this.cursor.end(this.cursor.at + 1, null);
    const area = areaBelow(this.cursor.lines, this.cursor.at);
    if (area) this.outline.visit(area, undefined);
  }
}
