import type { Indicator } from '../model/index.ts';
import { legendIn } from './cell-value.ts';
import { markerAt } from './classify.ts';
import { type ColumnLine, splitColumns, wholeLine } from './column-split.ts';
import { Group } from './kpi-group.ts';
import type { TextLine } from './lines.ts';
import { measureAbove } from './measure-above.ts';
import { Outline, opensArea } from './outline.ts';
import { EMPTY_PAPER, type FamilyReader, type Paper, type RawFinding } from './paper.ts';
import { itemFrom, type ResultItem, readItems, resultMarkerAt } from './result-item.ts';
import { columnTime, isHead, periodOf } from './sheet-head.ts';
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
  private readonly groups: Group[] = [];
  private readonly tables: KpiTable[] = [];
  /** The groups of this page. */
  private open: Group[] = [];
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
    const missing = this.groups.flatMap((group) => group.settle());
    const found = [...this.groups, ...this.tables];
    return {
      ...EMPTY_PAPER,
      statements: [...this.groups.flatMap((group) => group.placed), ...this.tables.flatMap((table) => table.statements)],
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
    const table = head && isHead(head) ? readKpiTable(this.lines, this.at, this.outline.current, this.knows) : null;
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
    if (this.waiting().length > 0 && !promises(this.cell(), end)) this.results(line, end, null);
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
    if (statements.length === 0) return;
    this.group(statements);
  }

  private group(statements: readonly RawStatement[]): Group {
    // A sheet may list its KPIs again, all on one page.
    const placed = statements.map((statement) => ({ statement, heading: this.outline.current, appendix: this.repeats(statement) }));
    const group = new Group(placed, { resolve: this.resolve, asOf: this.asOf, fiscalYear: this.fiscalYear, legend: this.legend });
    this.groups.push(group);
    this.open.push(group);
    return group;
  }

  private results(marker: TextLine, end: number, asOf: string | null): void {
    const { items, next } = readItems(this.cell(), end);
    const group = this.groupFor(items, this.at + next);
    const taken = group ? items.filter((item) => group.answer(item, asOf)) : [];
    if (taken.length === 0 && markerAt(marker))
      this.findings.push(unreadResult([marker, ...(items[0]?.text.pieces.map((piece) => piece.line) ?? [])]));
    this.end(this.at + (taken.at(-1)?.next ?? 1), 'results');
  }

  /** The group that a cell of results answers: the last one, but where columns follow each other, the first that waits. */
  private groupFor(items: readonly ResultItem[], next: number): Group | undefined {
    const waiting = this.waiting();
    const columns = this.last === 'results' || this.nextIsResults(next);
    const order = columns ? waiting : waiting.toReversed();
    const best = order.reduce<Group | undefined>((a, b) => (a && a.fit(items) >= b.fit(items) ? a : b), undefined);
    return best ?? this.open.at(-1);
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
    const group = this.open.at(-1);
    const item = line && group ? itemFrom(this.lines, this.at, line.start) : null;
    const others = this.open.slice(0, -1).filter((other) => other.waiting.length > 0);
    if (item && group && (others.some((other) => other.findByName(item)) || group.find(item, this.at === this.floor)))
      this.end(item.next, this.last);
    else this.at++;
  }

  private area(line: TextLine): void {
    this.outline.visit(line, undefined);
    this.at++;
    this.floor = this.at;
  }

  /** The head of the table stands on every page. */
  private page(head: TextLine): void {
    this.open = this.open.slice(-1).filter((group) => group.waiting.length === group.placed.length);
    this.asOf = columnTime(head) ?? this.asOf;
    this.columns = figureColumnsIn(head);
    this.end(this.at + 1, null);
    const area = this.areaBelow();
    if (area) this.outline.visit(area, undefined);
  }

  /** The page's one area, where extraction put the left column behind its rows. */
  private areaBelow(): TextLine | null {
    const page: TextLine[] = [];
    for (let at = this.at, line = this.lines[at]; line && !isHead(line); line = this.lines[++at]) page.push(line);
    const areas = page.filter(opensArea);
    const [area] = areas;
    return area && areas.length === 1 && page.findIndex((line) => markerAt(line) !== null) < page.indexOf(area) ? area : null;
  }

  private waiting(): Group[] {
    return this.open.filter((group) => group.waiting.length > 0);
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

function unreadResult(lines: readonly TextLine[]): RawFinding {
  return {
    rule: 'actual/unread',
    severity: 'warning',
    message: (quote) => ({
      ja: `KPIの標示がありますが、目標とも実績とも読み取れませんでした：「${quote}」`,
      en: `A KPI marker stands here, but neither a target nor a result could be read: “${quote}”`,
    }),
    lines: [...new Set(lines)],
  };
}
