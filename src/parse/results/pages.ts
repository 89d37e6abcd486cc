import { FIVE_GRADES, GROUP_NAME, type PartKind } from '../../catalog/results-report.ts';
import { comparesResults } from '../columns.ts';
import type { TextLine } from '../lines.ts';
import { type Heading, Outline } from '../outline.ts';
import type { RawResult } from '../paper.ts';
import { type KpiTable, readKpiTable } from '../table.ts';
import { ratesMeasures, tableHeadAt } from '../table-head.ts';
import { joinNarrow } from '../vertical.ts';
import { RatedMeasures } from './agreement.ts';
import { type AreaLabel, areaNamed } from './area.ts';
import { readBrokenTable } from './broken-table.ts';
import { INNER, type Level, type MeasureHead, measureHeads } from './heads.ts';
import { cut, joinLabels, type Label, labelled } from './labels.ts';
import { type RatedMeasure, type RatingsTable, readRatingsTable } from './ratings-table.ts';
import { readStatistics } from './statistics.ts';

/** A stretch of a page behind one label. */
export interface Part {
  readonly kind: PartKind;
  readonly label: TextLine;
  readonly note: string | null;
  /** Cut at the labels. */
  readonly lines: TextLine[];
}

/** What a report says of one measure. */
export interface Page {
  /** Null for what stands before any measure. */
  readonly head: MeasureHead | null;
  readonly heading: Heading | null;
  readonly number: string;
  group: string | null;
  readonly parts: Part[];
}

/** A report parted into its front table and its pages, and the pages at their labels. */
export class Pages {
  readonly all: Page[] = [];
  readonly statistics: RawResult[] = [];
  /** Tables that set results against targets, in tabs or pipes. */
  readonly tables: KpiTable[] = [];
  readonly rated: RatedMeasures;
  readonly outline = new Outline();
  readonly goals: number;
  /** A front table of which it is not certain what belongs together. */
  readonly unreadTable: readonly TextLine[] = [];
  private readonly labels: readonly (readonly Label[])[];
  private readonly heads: ReadonlyMap<number, MeasureHead>;
  private readonly numbers = new Map<Heading, string>();
  private area: Heading | null = null;
  private readonly table: RatingsTable;

  private readonly lines: readonly TextLine[];

  constructor(all: readonly TextLine[], knows: (name: string) => boolean) {
    this.lines = joinLabels(joinNarrow(all));
    this.labels = labelled(this.lines).map((labels, index) => tableLabel(this.lines, index) ?? labels);
    this.heads = measureHeads(this.lines, this.labels);
    this.table = readRatingsTable(this.lines, (index) => this.heads.has(index) || this.labelsAt(index).length > 0);
    const broken = this.table.measures.length === 0 ? readBrokenTable(this.beforeParts()) : null;
    if (broken) {
      const taken = new Set(broken.table.lines.map(({ number }) => number));
      this.labels = this.labels.map((labels, index) => (taken.has(this.lines[index]?.number ?? 0) ? [] : labels));
      this.heads = measureHeads(this.lines, this.labels);
      this.table = { measures: broken.table.measures, taken };
      if (!broken.read) this.unreadTable = broken.table.lines;
    }
    this.goals = this.labels.flat().filter(({ kind }) => kind === 'goal').length;
    this.rated = new RatedMeasures(this.table.measures);
    this.split(knows);
  }

  /** The lines before the first part of a page but a rating: a front table says 自己評価 too. */
  private beforeParts(): readonly TextLine[] {
    const end = this.labels.findIndex((labels) => labels.some(({ kind }) => kind === 'goal' || kind === 'result' || kind === 'work'));
    return end < 0 ? this.lines : this.lines.slice(0, end);
  }

  /** What stands before the front table and the first page. */
  get front(): readonly TextLine[] {
    const end = this.lines.findIndex((line, index) => this.heads.has(index) || this.table.taken.has(line.number));
    return end < 0 ? this.lines : this.lines.slice(0, end);
  }

  get fiveGrades(): boolean {
    return this.front.some(({ text }) => FIVE_GRADES.test(text.replaceAll(' ', '')));
  }

  private labelsAt(index: number): readonly Label[] {
    return this.labels[index] ?? [];
  }

  private split(knows: (name: string) => boolean): void {
    let area: AreaLabel | null = null;
    let group: string | null = null;
    for (let index = 0; index < this.lines.length; ) {
      const line = this.lines[index];
      if (!line) break;
      const table = tableLabel(this.lines, index) && readKpiTable(this.lines, index, this.outline.current, knows);
      if (table) {
        this.tables.push(table);
        index = table.next;
        continue;
      }
      const head = this.heads.get(index);
      const plain = !head && this.labelsAt(index).length === 0 && !this.table.taken.has(line.number);
      const statistics = plain ? readStatistics(this.lines, index, knows) : null;
      const named = plain ? areaNamed(line) : null;
      if (head) this.open(head, area, group);
      else if (statistics) this.statistics.push(...statistics.results.map((result) => ({ ...result, heading: this.outline.current })));
      else if (named) {
        area = named;
        group = groupIn(named.beside);
      } else if (!this.table.taken.has(line.number)) this.place(line, this.labelsAt(index));
      index = head?.to ?? statistics?.next ?? index + 1;
    }
  }

  private open(head: MeasureHead, area: AreaLabel | null, group: string | null): void {
    this.openArea(area ?? this.rated.find(head.measure.text, null)?.area ?? null);
    if (head.above) this.openLevel(head.above, head.line);
    if (head.continued && this.all.at(-1)?.heading) return;
    const heading = this.openLevel(head.measure, head.line);
    this.all.push({ head, heading, number: this.numbers.get(heading) ?? '', group: head.group ?? group, parts: [] });
  }

  /** The heading of a measure that has no page of its own. */
  openRow(row: RatedMeasure): Heading {
    this.openArea(row.area);
    if (row.above) this.openLevel(row.above, row.above.line);
    return this.openLevel(row, row.line);
  }

  private openArea(area: AreaLabel | null): void {
    if (!area || this.area?.area === area.area) return;
    this.area = this.enter({ text: area.text, style: 'area', area: area.area, line: area.line });
  }

  /** A measure stands right under its area; one with an inner number (`ⅱ）`) under the measure that is open. */
  private openLevel({ mark, style, text }: Level, line: TextLine): Heading {
    if (!INNER.has(style)) this.outline.current = this.area;
    const opened = this.enter({ text, style, area: null, line });
    this.numbers.set(opened, `${(opened.parent && this.numbers.get(opened.parent)) ?? ''}${mark}`);
    return opened;
  }

  private enter(heading: Omit<Heading, 'parent'>): Heading {
    this.outline.enter(heading);
    return this.outline.current ?? { ...heading, parent: null };
  }

  private place(line: TextLine, labels: readonly Label[]): void {
    if (this.all.length === 0 && labels.length > 0) this.all.push({ head: null, heading: null, number: '', group: null, parts: [] });
    const page = this.all.at(-1);
    if (!page) return;
    const before = cut(line, line.start, labels[0]?.from);
    if (before.start < before.text.length) page.parts.at(-1)?.lines.push(before);
    for (const [i, { kind, to, note }] of labels.entries()) {
      const content = cut(line, to, labels[i + 1]?.from);
      page.parts.push({ kind, label: line, note, lines: content.start < content.text.length ? [content] : [] });
      if (kind === 'group') page.group = groupIn(content.text) ?? content.raw.slice(content.start).trim();
    }
  }
}

/** The head of a table in tabs or pipes that sets results against targets stands for the label KPI目標. */
function tableLabel(lines: readonly TextLine[], index: number): Label[] | null {
  const line = lines[index];
  const head = line && /[\t|]/.test(line.raw) ? tableHeadAt(lines, index) : null;
  if (!line || !head || !(comparesResults(head.columns) || ratesMeasures(head.columns))) return null;
  return [{ kind: 'goal', from: line.start, to: line.text.length, note: null }];
}

/** `業務` of `業務グループ《基盤的保険者機能強化》`. */
const groupIn = (text: string): string | null => GROUP_NAME.exec(text)?.[1] ?? null;
