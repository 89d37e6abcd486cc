import { numberingAt } from '../../catalog/numbering.ts';
import { ANSWER_WORDS, NO_RESULT, VERDICT_WORDS } from '../../catalog/results-report.ts';
import type { Indicator } from '../../model/index.ts';
import { ordinal } from '../classify.ts';
import { type Figure, figuresIn } from '../figure.ts';
import type { TextLine } from '../lines.ts';
import { linesOf, type Passage, type Piece, passage } from '../passage.ts';
import type { RawStatement } from '../statement.ts';

/** One result of a list that stands beside a list of targets. */
export interface Listed {
  readonly mark: string;
  /** As printed in front of the figure; usually empty. */
  readonly name: string;
  /** Figure, `－`, or words: `意見発信実施`. */
  readonly text: string;
  /** The result itself; null for words. */
  readonly figure: Figure | null;
  /** Of the country or of another year, printed beside it: `（全国平均 82.1％）`. */
  readonly beside: readonly Figure[];
  readonly verdict: string | null;
  readonly lines: readonly TextLine[];
}

/** An item without a figure is a result in words when it is no longer than this; prose is longer. */
const LONGEST_WORDS = 60;
/** No measure has more KPIs; it bounds the work on a hostile page. */
const MOST_ITEMS = 40;
const MOST_LINES = 4;

/**
 * The results of a stretch of lines: one an item (`・93.3％`, `①100％ ②93.3％`), or, without marks, one a line. Ends where prose begins.
 *
 * @param expected how many targets they answer
 */
export function readResultList(lines: readonly TextLine[], expected: number): Listed[] {
  const listed: Listed[] = [];
  for (const item of itemsOf(lines)) {
    const text = passage(item.pieces);
    if (text.text === '') continue;
    const told = listedIn(text, item.mark, expected - listed.length);
    const words = told.every(({ figure }) => figure === null);
    if (words && (listed.length >= expected || text.text.length > LONGEST_WORDS || !isResult(text.text))) break;
    listed.push(...told);
    if (listed.length >= MOST_ITEMS) break;
  }
  return listed;
}

/** Words that are a result: none yet, a verdict, or what was done. */
const isResult = (text: string): boolean => NO_RESULT.test(text) || ANSWER_WORDS.test(text);

interface Item {
  readonly mark: string;
  readonly pieces: Piece[];
}

function itemsOf(lines: readonly TextLine[]): Item[] {
  const items: Item[] = [];
  for (const line of lines) {
    for (const { mark, pieces } of marked(line)) {
      const last = items.at(-1);
      if (mark === '' && last && last.pieces.length < MOST_LINES && goesOn(last)) last.pieces.push(...pieces);
      else items.push({ mark, pieces });
    }
    if (items.length > MOST_ITEMS) break;
  }
  return items;
}

/** `・地域医療構想調整会議等で` / `意見発信を実施`: a marked item goes on in a line without a mark; `95.1％（全国平均` / `95.6％）`. */
function goesOn({ mark, pieces }: Item): boolean {
  const text = passage(pieces);
  return text.text.lastIndexOf('(') > text.text.lastIndexOf(')') || (mark !== '' && figuresIn(text).figures.length === 0);
}

const CIRCLED = /[①-⑳]/;
const BULLET = /[・●■○◆]/;

/** The items of one line: a circled number begins one anywhere, a bullet in front or behind a space, any other number in front. */
function marked(line: TextLine): Item[] {
  const found: { mark: string; from: number; at: number }[] = [];
  for (let at = line.start; at < line.text.length; at++) {
    const sign = line.text[at] ?? '';
    const front = at === line.start;
    if (!front && !CIRCLED.test(sign) && line.text[at - 1] !== ' ') continue;
    const numbering = numberingAt(line.text, at);
    if (!numbering || VERDICT_WORDS.some(([word]) => word === sign)) continue;
    if (!front && !BULLET.test(sign) && !CIRCLED.test(sign)) continue;
    found.push({ mark: numbering.mark, from: numbering.end, at });
    at = numbering.end - 1;
  }
  const to = (i: number) => found[i]?.at ?? line.text.length;
  const items = found.map(({ mark, from }, i) => ({ mark, pieces: [{ line, from, to: to(i + 1) }] }));
  return to(0) > line.start ? [{ mark: '', pieces: [{ line, from: line.start, to: to(0) }] }, ...items] : items;
}

function listedIn(text: Passage, mark: string, expected: number): Listed[] {
  const { figures, verdict, rest } = figuresIn(text);
  const named = figures.filter(({ nation }) => !nation);
  const undated = named.filter(({ year }) => year === null);
  // `令和4年度 93.0％ → 令和5年度 94.2％`: the last is the report's own.
  const own = undated.length > 0 ? undated : named.slice(-1);
  // `13回の会議で意見を発信` goes on behind its only figure.
  const words = own.length === 0 || (own.length === 1 && own[0]?.unit === '' && rest.length > 1);
  const base = { mark, verdict: verdictIn(verdict ?? (words ? lastNote(text) : '')), lines: linesOf(text, 0, text.text.length) };
  if (words) return [{ ...base, name: '', text: withoutVerdict(text), figure: null, beside: [] }];
  const several = expected > 1 && own.length === expected;
  return (several ? own : own.slice(0, 1)).map((figure, i) => ({
    ...base,
    lines: several ? linesOf(text, figure.from, own[i + 1]?.from ?? text.text.length) : base.lines,
    name: figure.name,
    text: figure.text,
    figure,
    beside: several ? [] : figures.filter((one) => one !== figure && one.number !== null && (one.nation || one.year !== null)),
  }));
}

/** The whole text when it is a verdict, or the one that it ends in: `意見発信実施（達成）`. */
const lastNote = ({ text }: Passage): string => NOTE.exec(text)?.[1] ?? text;
const NOTE = /.[(【]([^()【】]{1,8})[)】]$/;

function verdictIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/^[【[(<]|[】\])>。]$/g, '');
  return VERDICT_WORDS.find(([word]) => plain === word)?.[1] ?? null;
}

function withoutVerdict(text: Passage): string {
  const note = NOTE.exec(text.text);
  return note && verdictIn(note[1] ?? '') ? text.raw.slice(0, note.index + 1) : text.raw;
}

/** Which target each result answers: by its number, by its name, or by its place in the list; null when it answers none. */
export function pairResults(
  all: readonly RawStatement[],
  listed: readonly Listed[],
  resolve: (name: string) => Indicator | null,
): (RawStatement | null)[] {
  const kpis = all.filter(({ role }) => role === 'kpi');
  const statements = kpis.length === listed.length ? kpis : all;
  const numbers = statements.map(({ mark }) => ordinal(mark));
  const byNumber = listed.map(({ mark }) => {
    const at = numbers.indexOf(ordinal(mark) ?? Number.NaN);
    return (at === numbers.lastIndexOf(numbers[at] ?? null) && statements[at]) || null;
  });
  if (distinct(byNumber)) return byNumber;
  const byName = listed.map(({ name }) => (name === '' ? null : named(statements, name, resolve)));
  return distinct(byName) ? byName : listed.map((_, i) => statements[i] ?? null);
}

const distinct = (statements: readonly (RawStatement | null)[]): boolean =>
  statements.every((statement) => statement !== null) && new Set(statements).size === statements.length;

function named(statements: readonly RawStatement[], name: string, resolve: (name: string) => Indicator | null): RawStatement | null {
  const indicator = resolve(name);
  const same = statements.filter(
    (statement) =>
      statement.name.includes(name) || name.includes(statement.name) || (indicator !== null && resolve(statement.name) === indicator),
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}
