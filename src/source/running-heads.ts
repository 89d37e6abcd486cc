import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import { firstInk, type Layout } from './layout.ts';

/** A KPI marker repeats and may well stand at the top of page after page; it is what the document is read for. */
const KPI = /KPI/i;
/** What begins a heading, a list item, a marker or a row: `【具体的事項】`, `（実施策）`, `■ …`, `①…`, `1．…`, `| …`. */
const ITEM = /^(?:[-【《<〈[「『({・■□◆◇●○◎▲▼★☆※→⇒#|*+>①-⑳Ⅰ-ⅿ]|\d+[.)、])/;
/** What ends a sentence or a target, or goes on in the next line: `…を図る。`, `…とする`, `対前年度以上`, `95.0％`. Titles end in a noun. */
const SENTENCE = /(?:[ぁ-ん。、,.;:%]|以上|以下)$/;
const TITLE = /について$/;
/** Half of all lines end in kana or 。 and are told by this alone, before any regular expression. */
const isSentenceEnd = (code: number) => (code >= 0x3041 && code <= 0x3093) || code === 0x3001 || code === 0x3002;
const isDigit = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
/** Words that name a column; a line of them is the header of a table (`分野 具体的施策等`), which the reader of tables wants to see. */
const COLUMN = /分野|施策|項目|指標|目標|実績|実施|評価|担当|結果|課題|達成|状況|計画|区分|備考/;
/** The page number in a running head, folded: `事業計画 - 3 -`, `事業計画 3/40`, `3 事業計画`. */
const NUMBER_LAST = /(?:- *(\d{1,4}) *-|(?:\bp\.? *)?\b(\d{1,4})(?: *\/ *\d{1,4})?(?: *(?:ページ|頁))?)$/i;
const NUMBER_FIRST = /^(\d{1,4})(?: *\/ *\d{1,4})? +/;
const LONGEST = 60;
const SHORTEST = 4;
/** Left and right pages may have heads of their own. */
const PAGES_APART = 2;
const DEPTH = 2;

/** A line at the edge of a page. */
interface Edge {
  readonly page: number;
  readonly index: number;
}

/** The lines at one edge of all pages, outermost first for each page. */
interface Side {
  readonly pages: readonly (readonly Edge[])[];
  /** The first of a run of equal lines may be the only one that names the branch, the year or the area of what follows. */
  readonly keepsFirst: boolean;
}

interface Head extends Edge {
  /** What the heads of a run have in common: the text without its page number. */
  readonly stem: string;
  readonly value: number | null;
}

/**
 * Indexes of the lines that repeat at the tops or bottoms of pages. Pages are told by form feeds, and in a text without any by
 * the lines in `numbers`, the page numbers.
 */
export function runningHeads(layout: Layout, numbers: readonly number[]): number[] {
  const sides = layout.pageCount > 1 ? sidesOfPages(layout, new Set(numbers)) : sidesOfNumbers(layout, numbers);
  const found = sides.flatMap((side) => runsOf(side, layout).map((run) => ({ run, keepsFirst: side.keepsFirst })));
  if (found.length === 0) return [];
  const stray = strays(
    layout,
    found.flatMap(({ run }) => run),
  );
  return found.filter(({ run }) => !stray(run)).flatMap(({ run, keepsFirst }) => run.slice(keepsFirst ? 1 : 0).map((head) => head.index));
}

function sidesOfPages(layout: Layout, numbers: ReadonlySet<number>): Side[] {
  const tops = Array.from({ length: layout.pageCount }, (): Edge[] => []);
  const bottoms = Array.from({ length: layout.pageCount }, (): Edge[] => []);
  const take = (index: number, edges: readonly Edge[][], other: readonly Edge[][]) => {
    const page = layout.page(index) ?? 0;
    const taken = edges[page - 1];
    if (!taken || taken.length === DEPTH || numbers.has(index)) return;
    // A page of few lines has no bottom beside its top.
    if (!other[page - 1]?.some((edge) => edge.index === index)) taken.push({ page, index });
  };
  for (let index = 0; index < layout.length; index++) take(index, tops, bottoms);
  for (let index = layout.length - 1; index >= 0; index--) take(index, bottoms, tops);
  return [
    { pages: tops, keepsFirst: true },
    { pages: bottoms, keepsFirst: false },
  ];
}

/** Whether a number stands at the top or the bottom of its page is not known, so the lines on both sides of it may be heads. */
function sidesOfNumbers(layout: Layout, numbers: readonly number[]): Side[] {
  if (numbers.length === 0) return [];
  const beside = (from: number, step: -1 | 1, page: number) =>
    Array.from({ length: DEPTH }, (_, depth) => ({ page, index: from + step * (depth + 1) })).filter(
      ({ index }) => index >= 0 && index < layout.length,
    );
  const above = [...numbers, layout.length].map((number, page) => beside(number, -1, page));
  const below = [-1, ...numbers].map((number, page) => beside(number, 1, page));
  return [above, below].map((pages) => ({ pages, keepsFirst: true }));
}

function runsOf(side: Side, layout: Layout): Head[][] {
  let found: Head[][] = [];
  let pages: readonly (readonly Edge[])[] = side.pages;
  for (let depth = 0; depth < DEPTH; depth++) {
    const heads: Head[] = [];
    for (const edges of pages) {
      const head = headOf(edges[depth], layout);
      if (head) heads.push(head);
    }
    const runs = [...groupBy(heads, (head) => head.stem).values()].flatMap((equal) => split(equal, side.pages.length, layout));
    found = found.concat(runs);
    // The second line of a page is a running head only behind a first one.
    const outer = new Set(runs.flat().map((head) => head.index));
    pages = pages.filter((edges) => outer.has(edges[depth]?.index ?? -1));
  }
  return found;
}

function headOf(edge: Edge | undefined, layout: Layout): Head | null {
  const text = edge && layout.line(edge.index)?.text.trim();
  if (!text || text.length > LONGEST || (isSentenceEnd(text.charCodeAt(text.length - 1)) && !TITLE.test(text))) return null;
  const folded = fold(text);
  const number = NUMBER_LAST.exec(folded) ?? (isDigit(text.charCodeAt(0)) ? NUMBER_FIRST.exec(folded) : null);
  const title = number ? folded.replace(number[0], ' ').trim() : folded;
  if (title.length < SHORTEST || KPI.test(title) || ITEM.test(title) || (SENTENCE.test(title) && !TITLE.test(title))) return null;
  if (title.includes(' ') && title.split(' ').every((word) => word === '' || (COLUMN.test(word) && !/\d/.test(word)))) return null;
  const value = number ? Number(number[1] ?? number[2]) : null;
  return { page: edge.page, index: edge.index, stem: title.replaceAll(' ', ''), value };
}

/** Runs of equal heads on neighbouring pages: on three pages, or in a short text on most of them. */
function split(equal: readonly Head[], pageCount: number, layout: Layout): Head[][] {
  const runs: Head[][] = [];
  for (const head of equal) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && head.page - last.page <= PAGES_APART && goesOn(head, last, layout)) run.push(head);
    else runs.push([head]);
  }
  return runs.filter((run) => run.length > 2 || (run.length === 2 && pageCount <= 3));
}

/** The same text, or the same but for a number that ascends with the pages. */
function goesOn(head: Head, last: Head, layout: Layout): boolean {
  if (head.value === null || last.value === null) return head.value === last.value;
  return head.value > last.value || layout.line(head.index)?.text.trim() === layout.line(last.index)?.text.trim();
}

/** Whether a run's text stands inside pages as well, as `実施内容` does: then it belongs to what the pages say. */
function strays(layout: Layout, heads: readonly Head[]): (run: readonly Head[]) => boolean {
  const textAt = (index: number) => layout.line(index)?.text.trim() ?? '';
  const balance = new Map<string, number>();
  for (const { index } of heads) balance.set(textAt(index), 0);
  const firsts = new Set(Array.from(balance.keys(), (text) => text.charCodeAt(0)));
  for (let index = 0; index < layout.length; index++) {
    const text = layout.line(index)?.text ?? '';
    if (!firsts.has(text.charCodeAt(firstInk(text)))) continue;
    const trimmed = text.trim();
    const count = balance.get(trimmed);
    if (count !== undefined) balance.set(trimmed, count + 1);
  }
  for (const { index } of heads) balance.set(textAt(index), (balance.get(textAt(index)) ?? 0) - 1);
  return (run) => run.reduce((inside, { index }) => Math.max(inside, balance.get(textAt(index)) ?? 0), 0) > run.length / 2;
}
