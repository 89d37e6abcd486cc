import type { Group } from './kpi-group.ts';
import type { TextLine } from './lines.ts';
import type { ResultItem } from './result-item.ts';

/** No page has more cells of targets. */
const MOST = 24;

/** The groups of targets of a sheet, and those of its page that results may still come for. */
export class OpenGroups {
  readonly all: Group[] = [];
  private open: Group[] = [];

  add(group: Group): void {
    this.all.push(group);
    this.open = [...this.open.slice(1 - MOST), group];
  }

  /** A new page begins; a cell of targets at the very end of the last one may have its results there. */
  turn(): void {
    this.open = this.open.slice(-1).filter((group) => group.waiting.length === group.placed.length);
  }

  /** A cell of targets that could not be read stands between: no result behind it is of these. */
  close(): void {
    this.open = [];
  }

  get none(): boolean {
    return this.open.length === 0;
  }

  get waiting(): Group[] {
    return this.open.filter((group) => group.waiting.length > 0);
  }

  get lastWaits(): boolean {
    return (this.open.at(-1)?.waiting.length ?? 0) > 0;
  }

  /** The group that a cell of results answers: the last one, but where columns follow each other, the first that waits. */
  answeredBy(items: readonly ResultItem[], columns: boolean): Group | undefined {
    const order = columns ? this.waiting : this.waiting.reverse();
    return order.reduce<Group | undefined>((a, b) => (a && a.fit(items) >= b.fit(items) ? a : b), undefined) ?? this.open.at(-1);
  }

  /** A line that holds nothing but how the result above it stands: `○`. */
  judge(line: TextLine): boolean {
    return this.open.at(-1)?.judge(line) === true;
  }

  /** Whether the item, which nothing announced, answers a target of this page. */
  find(item: ResultItem, beside: boolean): boolean {
    const last = this.open.at(-1);
    return this.waiting.some((group) => group !== last && group.findByName(item)) || last?.find(item, beside) === true;
  }
}
