import { CHANGES_TITLE } from '../catalog/changes.ts';
import { CHAPTER, PART_TITLE, TABLE_TITLE } from '../catalog/summary.ts';
import { readBlock } from './block.ts';
import { markedChange, readChanges } from './changes.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { type Heading, Outline, pathOf } from './outline.ts';
import {
  EMPTY_PAPER,
  type FamilyReader,
  type Paper,
  type PlacedStatement,
  type RawChange,
  type RawFinding,
  type RawRating,
  type RawResult,
  type RawVerdict,
} from './paper.ts';
import { passage } from './passage.ts';
import { redefine, type TitledChange } from './redefined.ts';
import { type KpiTable, readKpiTable } from './table.ts';

/** Reads a plan summary (事業計画の概要): KPIまとめ tables of several years and organisations, and what was changed against the year before. */
export const readSummary: FamilyReader = (lines, knows, resolve) => {
  const reader = new SummaryReader(lines, knows);
  const paper = reader.read();
  return redefine(paper, reader.titled, resolve);
};

class SummaryReader {
  private readonly outline = new Outline();
  /** The areas by the number that their chapters begin with: `2-3.` stands under `2. 戦略的保険者機能の一層の発揮`, wherever that is printed. */
  private readonly areas = new Map<string, Heading>();
  private readonly found = {
    statements: [] as PlacedStatement[],
    results: [] as RawResult[],
    verdicts: [] as RawVerdict[],
    ratings: [] as RawRating[],
    changes: [] as RawChange[],
    findings: [] as RawFinding[],
    unread: [] as (readonly TextLine[])[],
    markers: 0,
  };
  /** The changes, with the title that says against which year. */
  readonly titled: TitledChange[] = [];
  /** A title that announced a table of which nothing has been read yet. */
  private title: TextLine | null = null;
  /** The title of a list of changes that a table has interrupted. */
  private listTitle: string | null = null;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly knows: (name: string) => boolean,
  ) {}

  read(): Paper {
    for (let at = 0; at < this.lines.length; ) {
      const line = this.lines[at];
      if (!line) break;
      at = this.table(at) ?? this.changes(line, at) ?? this.block(line, at) ?? this.heading(line, at);
    }
    this.expectTable(null);
    return { ...EMPTY_PAPER, ...this.found, headings: this.outline.headings };
  }

  private table(at: number): number | null {
    const table = readKpiTable(this.lines, at, this.place(), this.knows);
    if (!table) return null;
    this.title = null;
    this.found.markers++;
    this.add(table);
    const list = table.changes.length > 0 ? this.listTitle : null;
    this.listTitle = null;
    return list === null ? table.next : this.changesFrom(table.next, list);
  }

  private add({ statements, results, verdicts, ratings, changes, findings, headings, unread }: KpiTable): void {
    this.found.statements.push(...statements);
    this.found.results.push(...results);
    this.found.verdicts.push(...verdicts);
    this.found.ratings.push(...ratings);
    this.found.changes.push(...changes);
    this.found.findings.push(...findings);
    this.found.unread.push(...unread);
    this.outline.headings.push(...headings);
  }

  private changes(line: TextLine, at: number): number | null {
    const title = plain(line);
    if (CHANGES_TITLE.test(title)) return this.changesFrom(at + 1, title);
    const change = markedChange(line);
    if (!change) return null;
    this.found.changes.push(change);
    this.found.markers++;
    return at + 1;
  }

  private changesFrom(from: number, title: string): number {
    const { changes, unread, next, table } = readChanges(this.lines, from, title);
    this.titled.push(...changes.map((change) => ({ change, title })));
    this.found.changes.push(...changes);
    this.found.unread.push(...unread);
    this.found.markers += changes.length + unread.length;
    if (table) this.listTitle = title;
    return next;
  }

  /** KPIs that the paper prints as plans do: `■ KPI：…を95.0％以上とする`. */
  private block(line: TextLine, at: number): number | null {
    const marker = markerAt(line);
    if (!marker) return null;
    const block = readBlock(this.lines, at, marker.end, marker.heading, '');
    for (const statement of block.statements) this.found.statements.push({ statement, heading: this.outline.current, appendix: false });
    this.found.unread.push(...block.unread);
    this.found.markers++;
    return block.next;
  }

  private heading(line: TextLine, at: number): number {
    const text = plain(line);
    if (TABLE_TITLE.test(text)) {
      this.expectTable(line);
      return at + 1;
    }
    if (PART_TITLE.test(text)) this.outline.current = null;
    const chapter = CHAPTER.exec(text)?.[1];
    const area = chapter === undefined ? undefined : this.areas.get(chapter);
    if (area && pathOf(this.outline.current)[0]?.area !== area.area) this.outline.enter(area);
    const before = this.outline.headings.length;
    const wraps = this.outline.visit(line, this.lines[at + 1]);
    const entered = this.outline.headings[before];
    const number = /^\d/.exec(text)?.[0];
    if (entered?.area && number !== undefined && !this.areas.has(number)) this.areas.set(number, entered);
    return at + (wraps ? 2 : 1);
  }

  /** What a title announces must follow before the next one. */
  private expectTable(title: TextLine | null): void {
    if (this.title) this.found.unread.push([this.title]);
    if (this.title) this.found.markers++;
    this.title = title;
  }

  /** The chapter above a table: the numbered items between them are what the chapter does, no headings of the table. */
  private place(): Heading | null {
    const path = pathOf(this.outline.current);
    return path.findLast((heading) => heading.style === 'n-n') ?? this.outline.current;
  }
}

const plain = (line: TextLine): string => passage([{ line, from: line.start }]).text;
