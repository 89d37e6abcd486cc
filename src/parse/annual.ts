import { KPI_TITLE } from '../catalog/markers.ts';
import { COMPARATORS } from '../catalog/phrases.ts';
import type { Indicator } from '../model/index.ts';
import { readBlock } from './block.ts';
import { markerAt, openingOf } from './classify.ts';
import { type Column, columnsOf, comparesResults } from './columns.ts';
import { headingsOf } from './kpi-groups.ts';
import { closesRow, KpiList, type ListRow } from './kpi-list.ts';
import { decimalOf, targetOf } from './kpi-row.ts';
import type { TextLine } from './lines.ts';
import { type Heading, Outline, opensArea, pathOf } from './outline.ts';
import {
  EMPTY_PAPER,
  type FamilyReader,
  type Paper,
  type PlacedStatement,
  type RawFinding,
  type RawRating,
  type RawResult,
  type RawVerdict,
} from './paper.ts';
import { runsOf } from './runs.ts';
import type { RawStatement } from './statement.ts';
import { type Judged, ruleFindings, type Tally, type TallyRule, tallyFindings, tallyIn, tallyRuleIn } from './tally.ts';

/** Rubric of the verdicts in the list. */
const RUBRIC = 'headquarters';
const GRADES = 'iaa';
/** An area's heading stands right above its table. */
const NEAR = 6;
/** A KPI that is marked in a table has its figures within so many lines. */
const ROW = 8;

/**
 * Reads an annual report (事業報告書): the list of KPIs with their targets, results and verdicts, and KPIs that its chapters mark. What the
 * chapters tell in prose is not read: the list says it again.
 */
export const readAnnual: FamilyReader = (lines, knows, resolve) => new AnnualReader(lines, knows).read(resolve);

class AnnualReader {
  private readonly outline = new Outline();
  private readonly list: KpiList;
  private readonly tallies: Tally[] = [];
  private rule: TallyRule | null = null;
  private readonly body: PlacedStatement[] = [];
  private readonly unread: (readonly TextLine[])[] = [];
  private markers = 0;
  /** The words of a table's head so far: it may stand on several lines. */
  private heads: Column[] = [];
  private open = false;
  /** Index of the first line behind the last row. */
  private since = 0;
  private area: { readonly heading: Heading | null; readonly at: number } = { heading: null, at: Number.NEGATIVE_INFINITY };

  constructor(
    private readonly lines: readonly TextLine[],
    knows: (name: string) => boolean,
  ) {
    this.list = new KpiList(knows);
  }

  read(resolve: (name: string) => Indicator | null): Paper {
    for (let at = 0; at < this.lines.length; ) at = this.step(at);
    this.list.flush();
    return this.paper(resolve);
  }

  /** Reads the line; returns the index of the next one. */
  private step(at: number): number {
    const line = this.lines[at];
    if (!line) return this.lines.length;
    if (this.head(line, at) || this.heading(line, at) || this.summary(line)) return at + 1;
    const marker = markerAt(line);
    if (marker && !(this.open && this.lines.slice(at, at + ROW).some(closesRow))) {
      this.close();
      return this.block(at, marker);
    }
    if (!this.open) return at + (this.outline.visit(line, this.lines[at + 1]) ? 2 : 1);
    if (openingOf(line).kind === 'footnote') return at + 1;
    const rows = this.list.rows.length;
    const goesOn = this.list.take(marker ? { ...line, start: marker.end } : line);
    if (this.list.rows.length > rows) this.since = at + 1;
    if (goesOn) return at + 1;
    this.close();
    return Math.max(this.since, at - 60);
  }

  private head(line: TextLine, at: number): boolean {
    const columns = wordsAsColumns(line);
    // `KPI` alone announces statements, unless more heads follow it or the table is under way.
    if (columns && !this.open && markerAt(line) && !wordsAsColumns(this.lines[at + 1])) return false;
    this.heads = columns ? [...this.heads, ...columns] : [];
    if (columns && this.open) this.since = at + 1;
    if (!columns || !comparesResults(this.heads)) return columns !== null;
    const near = at - this.area.at <= NEAR ? this.area.heading : null;
    // A table with a column of measures says itself where its rows belong; any other belongs to the heading above.
    this.list.open(this.heads, near ?? (this.heads.some(({ kind }) => kind === 'measure') ? null : this.outline.current));
    this.open = true;
    this.since = at + 1;
    return true;
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

  private paper(resolve: (name: string) => Indicator | null): Paper {
    const { rows, strays } = this.list;
    const headings = headingsOf(rows, strays, resolve);
    const statements: PlacedStatement[] = [...this.body];
    const results: RawResult[] = [];
    const verdicts: RawVerdict[] = [];
    const ratings: RawRating[] = [];
    const findings: RawFinding[] = [];
    const judged: Judged[] = [];
    const unread = [...this.unread, ...this.list.unread];
    for (const row of rows) {
      const heading = headings.get(row) ?? null;
      const target = targetOf(row.cell, row.target, row.previous, row.lines);
      if (!target) {
        unread.push(row.lines);
        continue;
      }
      const { statement } = target;
      const lines = row.figureLines;
      findings.push(...target.findings);
      // A list behind chapters that state its KPIs repeats them.
      statements.push({ statement, heading, appendix: this.body.length > 0 });
      if (row.result) results.push({ ...row.result, statement, name: '', heading, lines });
      if (row.verdict) verdicts.push({ statement, verdict: row.verdict, rubric: RUBRIC, heading, lines });
      if (row.grade && heading && !heading.area) ratings.push({ heading, grade: row.grade, rubric: GRADES, lines });
      if (row.verdict && !row.cell.reference) judged.push(judgedRow(row, statement));
    }
    const own = [...new Set([...headings.values()].flatMap(pathOf))];
    return {
      ...EMPTY_PAPER,
      statements,
      results,
      verdicts,
      ratings,
      findings: [...findings, ...tallyFindings(this.tallies, judged), ...ruleFindings(this.rule, judged)],
      headings: this.body.length > 0 ? [...own, ...this.outline.headings] : own,
      markers: this.markers + rows.length + this.list.unread.length,
      unread,
    };
  }
}

const wordsAsColumns = (line: TextLine | undefined): Column[] | null => (line ? columnsOf(runsOf(line).map(({ text }) => text)) : null);

function judgedRow({ verdict, result, lines }: ListRow, { name, promise }: RawStatement): Judged {
  const absolute = promise.kind === 'absolute' && promise.magnitude === (result?.magnitude ?? '') ? promise : null;
  return {
    verdict: verdict ?? '',
    name,
    target: absolute && decimalOf(absolute.number),
    result: result?.number == null ? null : decimalOf(result.number),
    lowerIsBetter: LOWER.includes(absolute?.comparator ?? ''),
    lines,
  };
}

/** Comparators of targets that are met from below. */
const LOWER = COMPARATORS.filter(([, sign]) => sign.startsWith('<')).map(([words]) => words);
