import { KPI_TITLE } from '../catalog/markers.ts';
import { FORM_SECTION, WEIGHT_LINE } from '../catalog/verdicts.ts';
import type { Indicator } from '../model/index.ts';
import { type AnnualFound, paperOf } from './annual-paper.ts';
import { readBlock } from './block.ts';
import type { Separator } from './cells.ts';
import { markerAt, openingOf } from './classify.ts';
import { type Column, columnsOf, comparesResults, holdsResults } from './columns.ts';
import { gradeIn } from './grade-line.ts';
import { closesRow, KpiList } from './kpi-list.ts';
import { type KpiRecords, recordsOfTable } from './kpi-results.ts';
import type { TextLine } from './lines.ts';
import { columnBefore } from './measures-before.ts';
import { type Heading, Outline, opensArea } from './outline.ts';
import type { FamilyReader, Paper, PlacedStatement, RawFinding, RawRating } from './paper.ts';
import { readKpiTable } from './table.ts';
import { ratesMeasures, tableHeadAt } from './table-head.ts';
import { type Tally, type TallyRule, tallyIn, tallyRuleIn } from './tally.ts';

/** An area's heading stands right above its table. */
const NEAR = 6;
/** What parts the cells of a table by more than a space. */
const PARTED: readonly Separator[] = ['tab', 'pipe', 'line', 'gap'];
/** A cheap test before reading the head of such a table, or of one of grades. */
const HEAD_LINE = /[\t|]|(?:KPI|指標|項目).* {2}|重要度|困難度|^\s*(?:KPI|(?:評価)?指標|項目)\s*$/;
const MEASURES: Column = { kind: 'measure', head: '具体的施策' };
/** A row ends within so many lines; one whose KPI is marked in the table sooner. */
const ROW = 16;
const MARKED_ROW = 8;

/**
 * Reads an annual report (事業報告書): the list of KPIs with their targets, results and verdicts, and KPIs that its chapters mark. What the
 * chapters tell in prose is not read: the list says it again.
 */
export const readAnnual: FamilyReader = (lines, knows, resolve) => new AnnualReader(lines, knows).read(resolve);

class AnnualReader implements AnnualFound {
  readonly outline = new Outline();
  readonly list: KpiList;
  readonly tallies: Tally[] = [];
  rule: TallyRule | null = null;
  readonly body: PlacedStatement[] = [];
  readonly ratings: RawRating[] = [];
  readonly findings: RawFinding[] = [];
  readonly unread: (readonly TextLine[])[] = [];
  markers = 0;
  /** The words of a table's head so far: it may stand on several lines. */
  private heads: Column[] = [];
  private open = false;
  /** Index of the first line behind the last row. */
  private since = 0;
  private area: { readonly heading: Heading | null; readonly at: number } = { heading: null, at: Number.NEGATIVE_INFINITY };
  /** Lines that say 重要度 and 困難度 of the measure whose heading is open. */
  private weights: { readonly heading: Heading | null; readonly lines: readonly TextLine[] } = { heading: null, lines: [] };
  readonly tables: { readonly records: KpiRecords; readonly headings: readonly Heading[] }[] = [];

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly knows: (name: string) => boolean,
  ) {
    this.list = new KpiList(knows);
  }

  read(resolve: (name: string) => Indicator | null): Paper {
    for (let at = 0; at < this.lines.length; ) at = this.step(at);
    this.list.flush();
    return paperOf(this.lines, this, resolve);
  }

  /** Reads the line; returns the index of the next one. */
  private step(at: number): number {
    const line = this.lines[at];
    if (!line) return this.lines.length;
    this.weigh(line);
    const behind = this.table(at);
    if (behind !== null) return behind;
    if (this.head(line, at) || this.heading(line, at) || this.summary(line) || this.grade(line)) return at + 1;
    const marker = markerAt(line);
    if (marker && !(this.open && this.rowAhead(at, MARKED_ROW))) {
      this.close();
      return this.block(at, marker);
    }
    if (this.open && this.ended(at)) this.close();
    if (FORM_SECTION.test(line.text.slice(line.start).replaceAll(' ', ''))) return at + 1;
    if (!this.open) return at + (this.outline.visit(line, this.lines[at + 1]) ? 2 : 1);
    if (openingOf(line).kind === 'footnote') return at + 1;
    const rows = this.list.rows.length;
    const goesOn = this.list.take(marker ? { ...line, start: marker.end } : line);
    if (this.list.rows.length > rows) this.since = at + 1;
    if (goesOn) return at + 1;
    this.close();
    return Math.max(this.since, at - 60);
  }

  /** A table whose columns are parted by tabs, pipes or gaps; where only single spaces part them, the list tells them apart. */
  private table(at: number): number | null {
    const raw = this.lines[at]?.raw ?? '';
    const head = HEAD_LINE.test(raw) ? tableHeadAt(this.lines, at) : null;
    if (!head || !(ratesMeasures(head.columns) || (PARTED.includes(head.separator) && comparesResults(head.columns)))) return null;
    const table = readKpiTable(this.lines, at, this.above(head.columns, at), this.knows);
    if (!table || table.results.length + table.ratings.length === 0) return null;
    // Gaps part columns as long as every row can be read so.
    if (head.separator === 'gap' && table.unread.length + table.findings.length > 0 && !ratesMeasures(head.columns)) return null;
    this.close();
    this.tables.push({ records: recordsOfTable(table, head.columns), headings: table.headings });
    return table.next;
  }

  private head(line: TextLine, at: number): boolean {
    if (this.open && this.since === at && this.list.date(line)) {
      this.since = at + 1;
      return true;
    }
    const columns = columnsOf(line);
    // `KPI` alone announces statements, unless more heads follow it or the table is under way.
    if (columns && !this.open && markerAt(line) && !columnsOf(this.lines[at + 1])) return false;
    this.heads = columns ? [...this.heads, ...columns] : [];
    if (columns && this.open) this.since = at + 1;
    if (!columns || !holdsResults(this.heads)) return columns !== null;
    const before = this.open ? null : columnBefore(this.lines, at);
    if (before && !this.heads.some(({ kind }) => kind === 'measure')) this.heads = [MEASURES, ...this.heads];
    this.list.open(this.heads, this.above(this.heads, before?.from ?? at));
    if (before) this.list.precede(before.runs);
    this.open = true;
    this.since = at + 1;
    return true;
  }

  /**
   * A table with a column of measures stands under an area, near by or with no other heading between; any other belongs to the heading
   * above.
   */
  private above(columns: readonly { readonly kind: string }[], at: number): Heading | null {
    const { current } = this.outline;
    const near = at - this.area.at <= NEAR ? this.area.heading : null;
    return columns.some(({ kind }) => kind === 'measure') ? (near ?? (current?.area ? current : null)) : (current ?? near);
  }

  /** An area's heading, alone or behind the title of the list (`事業計画 KPI一覧 戦略的保険者機能関係`); the title ends the table before it. */
  private heading(line: TextLine, at: number): boolean {
    const title = KPI_TITLE.exec(line.text);
    if (title) this.close();
    const start = title ? line.text.length - line.text.slice(title.index + title[0].length).trimStart().length : line.start;
    const area = { ...line, start };
    if (start >= line.text.length || !opensArea(area)) return title !== null;
    this.outline.visit(area, undefined);
    this.area = { heading: this.outline.current, at };
    if (this.open) this.list.enter(this.area.heading);
    return true;
  }

  /** `達成 6 概ね達成 5 未達成 10`, `※「概ね達成」は達成度95％以上としている。` */
  private summary(line: TextLine): boolean {
    const rule = tallyRuleIn(line);
    const tally = tallyIn(line);
    this.rule ??= rule;
    if (!tally) return rule !== null;
    this.tallies.push(tally);
    this.close();
    return true;
  }

  private weigh(line: TextLine): void {
    if (!WEIGHT_LINE.test(line.raw)) return;
    const heading = this.outline.current;
    this.weights = { heading, lines: [...(this.weights.heading === heading ? this.weights.lines : []), line] };
  }

  /** The grade of the measure whose heading is open. */
  private grade(line: TextLine): boolean {
    const { heading, lines } = this.weights;
    const rating = gradeIn(line, this.outline.current, heading === this.outline.current ? lines : []);
    if (!rating) return false;
    if ('rule' in rating) this.findings.push(rating);
    else this.ratings.push(rating);
    this.close();
    return true;
  }

  /** Between rows, a table that stands under the heading of its measure has ended when no row follows before the next table. */
  private ended(at: number): boolean {
    return this.list.betweenRows && !this.list.hasMeasures && !this.rowAhead(at, ROW);
  }

  private rowAhead(at: number, within: number): boolean {
    for (let ahead = at; ahead < at + within; ahead++) {
      const line = this.lines[ahead];
      if (!line || (ahead > at && (columnsOf(line) || opensArea(line)))) return false;
      if (closesRow(line)) return true;
    }
    return false;
  }

  private close(): void {
    this.list.flush();
    this.open = false;
  }

  /** A KPI that a chapter states as plans do. */
  private block(at: number, marker: { readonly end: number; readonly heading: boolean }): number {
    const block = readBlock(this.lines, at, marker.end, marker.heading, '');
    for (const statement of block.statements) this.body.push({ statement, heading: this.outline.current, appendix: false });
    this.unread.push(...block.unread);
    this.markers++;
    return block.next;
  }
}
