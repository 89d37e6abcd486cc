import type { Indicator } from '../model/index.ts';
import { legendIn } from './cell-value.ts';
import { markerAt } from './classify.ts';
import { type ColumnLine, splitColumns, wholeLine } from './column-split.ts';
import { Group } from './kpi-group.ts';
import type { TextLine } from './lines.ts';
import { measureAbove } from './measure-above.ts';
import { OpenGroups } from './open-groups.ts';
import { Outline, opensArea } from './outline.ts';
import { EMPTY_PAPER, type FamilyReader, type Paper, type RawFinding } from './paper.ts';
import { itemFrom, readItems, resultMarkerAt, unreadResult } from './result-item.ts';
import { areaBelow, columnTime, isHead, periodOf } from './sheet-head.ts';
import { figureColumnsIn, readSheetRow } from './sheet-row.ts';
import type { RawStatement } from './statement.ts';
import { type KpiTable, readKpiTable } from './table.ts';
import { promises, readTargets, setsNone } from './target-cell.ts';
import { joinNarrow } from './vertical.ts';

/** Reads a progress sheet (進捗状況): for each measure a cell of targets and, behind it in the text, the results. */
export const readProgress: FamilyReader = (lines, knows, resolve) =>
  new Sheet(splitColumns(joinNarrow(lines), isHead), knows, resolve).read();

/** A line that can say what marks mean: `○：達成見込み △：達成困難`. */
const MARKED = /[◎○▲×][ :=…]{0,3}(?:概ね|おおむね|未|目標)?達成/;

/** No cell has more lines. */
const LONGEST_CELL = 60;

class Sheet {
  private readonly outline = new Outline();
  private readonly groups = new OpenGroups();
  private readonly tables: KpiTable[] = [];
  private readonly findings: RawFinding[] = [];
  private readonly unread: (readonly TextLine[])[] = [];
  private markers = 0;
  private at = 0;
  /** Where the last cell ended: the name of a measure stands behind it. */
  private floor = 0;
  /** When the figures are taken, by the title of the sheet or the head of the column. */
  private asOf: string | null;
  private readonly fiscalYear: string | null;
  private last: 'targets' | 'results' | null = null;
  /** Where rows stand on single lines: the columns of their figures. */
  private columns: ReturnType<typeof figureColumnsIn> = null;
  private readonly seen = new Set<string>();
  private readonly legend: ReadonlyMap<string, string>;

  constructor(
    private readonly lines: ColumnLine[],
    private readonly knows: (name: string) => boolean,
    private readonly resolve: (name: string) => Indicator | null,
  ) {
    const { asOf, fiscalYear } = periodOf(lines);
    this.asOf = asOf;
    this.fiscalYear = fiscalYear;
    this.legend = legendIn(lines.filter(({ text }) => MARKED.test(text)).map(({ text }) => text.replaceAll(' ', '')));
  }

  read(): Paper {
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      const results = resultMarkerAt(line);
      const marker = results ? null : markerAt(line);
      if (this.table()) continue;
      if (results) this.results(line, results.end, results.asOf);
      else if (marker) this.marked(line, marker);
      else if (isHead(line)) this.page(line);
      else if (opensArea(line)) this.area(line);
      else if (!this.row(line)) this.loose();
    }
    const groups = this.groups.all;
    const missing = groups.flatMap((group) => group.settle());
    const found = [...groups, ...this.tables];
    return {
      ...EMPTY_PAPER,
      statements: [...groups.flatMap((group) => group.placed), ...this.tables.flatMap((table) => table.statements)],
      results: found.flatMap(({ results }) => results),
      verdicts: found.flatMap(({ verdicts }) => verdicts),
      findings: [...this.findings, ...missing],
      headings: [...this.outline.headings, ...this.tables.flatMap((table) => table.headings)],
      markers: this.markers,
      unread: [...this.unread, ...this.tables.flatMap((table) => table.unread)],
    };
  }

  /** A table with a column for the targets and one for the results. */
  private table(): boolean {
    const head = this.lines[this.at];
    const table =
      head && isHead(head) && figureColumnsIn(head) ? readKpiTable(this.lines, this.at, this.outline.current, this.knows) : null;
    if (!head || !table || table.results.length === 0) return false;
    const asOf = columnTime(head) ?? this.asOf;
    this.tables.push({ ...table, results: table.results.map((result) => ({ ...result, asOf: result.asOf ?? asOf })) });
    this.end(table.next, null);
    return true;
  }

  /** A row of a table whose cells only spaces part. */
  private row(line: TextLine): boolean {
    const whole = this.columns && wholeLine(this.lines, this.at);
    const row = this.columns && whole && readSheetRow(whole.line, this.columns, this.knows);
    if (!row) {
      if (this.columns && !/^</.test(line.text.slice(line.start))) this.outline.visit(line, undefined);
      return false;
    }
    this.group([row.statement]).answer(row.item, null);
    this.end(this.at + whole.parts, null);
    return true;
  }

  /** A KPI marker opens targets, or, where targets wait for them, results. */
  private marked(line: TextLine, { end, heading }: { end: number; heading: boolean }): void {
    this.markers++;
    // Where columns follow each other, one cell of results stands right behind the other.
    const waits = this.groups.lastWaits || (this.last === 'results' && this.at === this.floor && this.groups.waiting.length > 0);
    if (waits && !promises(this.cell(), end)) this.results(line, end, null);
    else this.targets(end, heading);
  }

  private targets(end: number, heading: boolean): void {
    const measure = measureAbove(this.lines, this.at, this.floor);
    if (measure) this.outline.enter(measure);
    const cell = this.cell();
    const own = cell.filter((line) => !line.behind);
    const { statements, unread, next } = readTargets(own, end, heading);
    // `【KPI】設定なし` says that there is none.
    if (!setsNone(own, end)) this.unread.push(...unread);
    // What stood in the right-hand column on the lines of the targets comes behind them.
    const follows = own[next];
    const to = follows ? cell.indexOf(follows) : cell.length;
    for (const [index, line] of [...own.slice(0, next), ...cell.slice(0, to).filter((line) => line.behind)].entries())
      this.lines[this.at + index] = line;
    this.end(this.at + Math.max(next, 1), 'targets');
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
    const { items, next } = readItems(this.cell(), end);
    const group = this.groups.answeredBy(items, this.last === 'results' || this.nextIsResults(this.at + next));
    const taken = group ? items.filter((item) => group.answer(item, asOf)) : [];
    if (taken.length === 0 && (markerAt(marker) || (!group && items.length > 0))) this.findings.push(unreadResult(marker, items[0]));
    this.end(this.at + (taken.at(-1)?.next ?? 1), 'results');
  }

  private nextIsResults(from: number): boolean {
    for (const [index, line] of this.lines.slice(from, from + LONGEST_CELL).entries()) {
      if (isHead(line)) return false;
      const marker = markerAt(line);
      if (resultMarkerAt(line)) return true;
      if (marker) return !promises(this.lines.slice(from + index, from + index + LONGEST_CELL), marker.end);
    }
    return false;
  }

  private repeats({ name, promise }: RawStatement): boolean {
    const key = `${this.resolve(name)?.id ?? name} ${JSON.stringify(promise)}`;
    const known = this.seen.has(key);
    this.seen.add(key);
    return known;
  }

  /** A line that nothing announces: it may hold a result all the same. */
  private loose(): void {
    const line = this.lines[this.at];
    const item = line && !this.groups.none ? itemFrom(this.lines, this.at, line.start) : null;
    if (item && this.groups.find(item, this.at === this.floor)) this.end(item.next, this.last);
    else this.at++;
  }

  private area(line: TextLine): void {
    this.outline.visit(line, undefined);
    this.at++;
    this.floor = this.at;
  }

  /** The head of the table stands on every page. */
  private page(head: TextLine): void {
    this.groups.turn();
    this.asOf = columnTime(head) ?? this.asOf;
    this.columns = figureColumnsIn(head);
    this.end(this.at + 1, null);
    const area = areaBelow(this.lines, this.at);
    if (area) this.outline.visit(area, undefined);
  }

  private end(at: number, last: 'targets' | 'results' | null): void {
    this.at = at;
    this.floor = at;
    this.last = last;
  }

  /** The lines from here to the next marker. */
  private cell(): ColumnLine[] {
    const lines = this.lines.slice(this.at, this.at + LONGEST_CELL);
    const end = lines.findIndex(
      (line, index) => index > 0 && (markerAt(line) !== null || resultMarkerAt(line) !== null || isHead(line) || opensArea(line)),
    );
    return end < 0 ? lines : lines.slice(0, end);
  }
}
