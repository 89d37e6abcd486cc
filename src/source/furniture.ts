import type { Layout } from './layout.ts';
import { pageNumbers } from './page-numbers.ts';
import { runningHeads } from './running-heads.ts';

/**
 * The numbers of the lines that belong to the page and not to what it says: page numbers, running heads and feet. Whoever leaves
 * them out reads a statement that a page break cut in two (`…対前年度以` `- 10-` `下とする`) as one. A line that may be either stays.
 */
export function furniture(layout: Layout): ReadonlySet<number> {
  const numbers = pageNumbers(layout);
  const found = new Set<number>();
  for (const index of [...numbers, ...runningHeads(layout, numbers)]) {
    const line = layout.line(index);
    if (line) found.add(line.number);
  }
  return found;
}
