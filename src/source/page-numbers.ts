import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import { blanksBeside, firstInk, type Layout, lastInk } from './layout.ts';

type Kind = 'dashed' | 'labelled' | 'of-total' | 'bare' | 'titled';

/** What a page number looks like on a line of its own, folded. */
const SHAPES: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ['dashed', /^[-ー]{1,2} *(\d{1,4}) *[-ー]{1,2}$/], // `- 10-`, `－ 12 －`
  ['labelled', /^(?:p|page|第)\.? *(\d{1,4})(?: *(?:\/|of) *\d{1,4})? *(?:ページ|頁)?$/i], // `P.12`, `第12頁`, `Page 3 of 40`
  ['labelled', /^(\d{1,4}) *(?:ページ|頁)$/], // `12ページ`
  ['of-total', /^(\d{1,4}) *\/ *(\d{1,4})$/], // `12 / 40`
  ['bare', /^(\d{1,4})$/],
];
const LONGEST = 24;
/** A running foot that ends in the number: `熊本支部 事業計画 － 3 －`. */
const TITLED = /^(\D.*?) *[-ー] *(\d{1,4}) *[-ー]$/;
const LONGEST_TITLED = 60;
/** No line that speaks of a KPI is taken for a foot. */
const KPI = /KPI/i;
const STARTS: ReadonlySet<number> = codes('0123456789０１２３４５６７８９pPｐＰ第-ー－‐‑‒–—―−─━');
const ENDS: ReadonlySet<number> = codes('0123456789０１２３４５６７８９ジ頁-ー－‐‑‒–—―−─━');

/** Fewer lines than a page has: the least distance between numbers that follow each other. */
const LINES_OF_A_PAGE = 8;
/** How many candidates back the number of the page before is looked for. */
const WINDOW = 16;
const LARGEST_LONELY = 999;

interface Candidate {
  readonly index: number;
  readonly kind: Kind;
  readonly value: number;
  /** Candidates of one series agree in it: the shape, and the total of `12 / 40` or the words of a foot. */
  readonly series: string;
  readonly before: number;
  readonly after: number;
}

/** Indexes of the lines that are page numbers, ascending. */
export function pageNumbers(layout: Layout): number[] {
  const groups = groupBy(candidates(layout), (candidate) => candidate.series);
  return [...groups.values()].flatMap((group) => accepted(group, layout)).sort((a, b) => a - b);
}

function candidates(layout: Layout): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < layout.length; index++) {
    const text = layout.line(index)?.text ?? '';
    // Almost every line leaves here, before any regular expression.
    const last = lastInk(text);
    if (!ENDS.has(text.charCodeAt(last))) continue;
    const first = firstInk(text);
    const shape = shapeOf(text, first, last + 1);
    if (!shape) continue;
    found.push({ index, ...shape, before: blanksBeside(layout, index, -1), after: blanksBeside(layout, index, 1) });
  }
  return found;
}

function shapeOf(text: string, start: number, end: number): Pick<Candidate, 'kind' | 'value' | 'series'> | null {
  if (end - start <= LONGEST && STARTS.has(text.charCodeAt(start))) {
    const folded = fold(text.slice(start, end));
    for (const [kind, pattern] of SHAPES) {
      const match = pattern.exec(folded);
      if (match) return { kind, value: Number(match[1]), series: `${kind} ${match[2] ?? ''}` };
    }
  } else if (end - start <= LONGEST_TITLED) {
    const [, title, value] = TITLED.exec(fold(text.slice(start, end))) ?? [];
    if (title !== undefined && !KPI.test(title)) return { kind: 'titled', value: Number(value), series: `titled ${title}` };
  }
  return null;
}

function accepted(group: readonly Candidate[], layout: Layout): number[] {
  const lines: number[] = [];
  for (const chain of chains(group, layout)) {
    const steps = chain.filter((candidate, at) => follows(candidate, chain[at - 1])).length;
    for (const [at, candidate] of chain.entries()) {
      const beside = follows(candidate, chain[at - 1]) || follows(chain[at + 1], candidate);
      const needed = stepsNeeded(candidate);
      // The first may be the only line that names the branch or the year.
      const isTitle = candidate.kind === 'titled' && at === 0;
      if (!isTitle && (needed === 0 || (steps >= needed && (beside || isSetApart(candidate))))) lines.push(candidate.index);
    }
  }
  return lines;
}

/**
 * How often the series has to go on by exactly one before the line is believed to be a page number. A number on a line of its
 * own may as well be a cell of a table (`100`) or the number of a heading.
 */
function stepsNeeded(candidate: Candidate): number {
  const { kind, value, before, after } = candidate;
  const sides = Number(before > 0) + Number(after > 0);
  if (kind === 'dashed') return 0;
  if (kind === 'titled') return 2;
  if (kind === 'labelled') return sides > 0 ? 0 : 1;
  const besideFeed = before === Number.POSITIVE_INFINITY || after === Number.POSITIVE_INFINITY;
  const lonely = (besideFeed && sides === 2) || (before > 1 && after > 1);
  if (lonely && value <= LARGEST_LONELY) return 0;
  return besideFeed || sides === 2 ? 1 : 3 - sides;
}

const isSetApart = (candidate: Candidate) => candidate.before > 0 && candidate.after > 0;

const follows = (next: Candidate | undefined, candidate: Candidate | undefined) =>
  next !== undefined && candidate !== undefined && next.value === candidate.value + 1;

/**
 * The candidates as series that ascend with the pages; in a text of several plans the numbers begin again. Where two lines could
 * go on a series, the one that goes on further itself is taken: between the pages 2 and 3, a cell with `3` is not page 3.
 */
function chains(group: readonly Candidate[], layout: Layout): Candidate[][] {
  const previous = new Int32Array(group.length).fill(-1);
  const stepsBehind = new Int32Array(group.length);
  for (const [at, candidate] of group.entries()) {
    let best = -1;
    for (let back = at - 1; back >= 0 && back >= at - WINDOW; back--) {
      const earlier = group[back];
      if (!earlier || !isLaterPage(candidate, earlier, layout)) continue;
      const steps = (stepsBehind[back] ?? 0) + Number(follows(candidate, earlier));
      if (steps <= best) continue;
      best = steps;
      previous[at] = back;
    }
    stepsBehind[at] = Math.max(best, 0);
  }

  const next = new Int32Array(group.length).fill(-1);
  const stepsAhead = new Int32Array(group.length).fill(-1);
  for (let at = group.length - 1; at >= 0; at--) {
    const back = previous[at] ?? -1;
    if (back < 0) continue;
    const steps = Math.max(stepsAhead[at] ?? 0, 0) + Number(follows(group[at], group[back]));
    if (steps < (stepsAhead[back] ?? -1)) continue;
    stepsAhead[back] = steps;
    next[back] = at;
  }

  const series: Candidate[][] = [];
  for (let start = 0; start < group.length; start++) {
    const back = previous[start] ?? -1;
    if (back >= 0 && next[back] === start) continue;
    const chain: Candidate[] = [];
    for (let at = start; at >= 0; at = next[at] ?? -1) {
      const candidate = group[at];
      if (candidate) chain.push(candidate);
    }
    series.push(chain);
  }
  return series;
}

/** Whether `candidate` can be the number of a page that comes after that of `earlier`: as many pages on as the number says. */
function isLaterPage(candidate: Candidate, earlier: Candidate, layout: Layout): boolean {
  const step = candidate.value - earlier.value;
  if (step <= 0) return false;
  const pages = (layout.page(candidate.index) ?? 0) - (layout.page(earlier.index) ?? 0);
  return pages === step || candidate.index - earlier.index >= step * LINES_OF_A_PAGE;
}

function codes(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
