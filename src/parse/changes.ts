import { AFTER_LABEL, ARROW, BEFORE_LABEL, CHANGE_WORDS, INLINE_ARROW, OTHER_TITLE } from '../catalog/changes.ts';
import { KPI_WORD } from '../catalog/markers.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { FOOTNOTE } from '../catalog/phrases.ts';
import { type Cell, stretch } from './cells.ts';
import { dice } from './likeness.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import type { RawChange } from './paper.ts';
import { linesOf, type Passage, passage } from './passage.ts';
import { tableHeadAt } from './table-head.ts';
import { findQualitative, findTarget } from './target-phrase.ts';

export interface Changes {
  readonly changes: readonly RawChange[];
  readonly unread: readonly (readonly TextLine[])[];
  readonly next: number;
}

/** Lines that belong together: a bullet and the lines over which it wraps. */
interface Paragraph {
  readonly cell: Cell;
  readonly text: Passage;
  /** `## 1-5. レセプト点検の精度向上【KPI：①】`, `【生活習慣病予防健診】` */
  readonly heading: boolean;
}

/** No paragraph is longer. */
const LONGEST = 1000;

/** Reads the part of a plan summary that lists changes, from the line behind its title to the next title or table. */
export function readChanges(lines: readonly TextLine[], from: number): Changes {
  const changes: RawChange[] = [];
  const unread: (readonly TextLine[])[] = [];
  const { paragraphs, next } = paragraphsFrom(lines, from);
  for (let at = 0; at < paragraphs.length; ) {
    const heading = paragraphs[at]?.heading ? paragraphs[at] : undefined;
    let to = at + 1;
    while (to < paragraphs.length && !paragraphs[to]?.heading) to++;
    const part = readPart(paragraphs.slice(heading ? at + 1 : at, to), heading);
    changes.push(...part.changes);
    unread.push(...part.unread);
    at = to;
  }
  return { changes, unread, next };
}

/** What one heading holds: statements before and after, and KPIs that were dropped or are new. */
function readPart(paragraphs: readonly Paragraph[], heading: Paragraph | undefined): Omit<Changes, 'next'> {
  const changes: RawChange[] = [];
  const unread: (readonly TextLine[])[] = [];
  const statements: (Paragraph | 'arrow')[] = [];
  const announced = heading?.text.text.includes(KPI_WORD) ?? false;
  let mode = heading ? kindOf(heading.text.text) : null;
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const kind = kindOf(text.text);
    const change = kind ? announcedChange(text, kind.pattern, kind.kind) : mode && changeOf(mode.kind, text, 0, text.text.length);
    const inline = kind ? null : inlineChange(text);
    if (ARROW.test(text.text)) statements.push('arrow');
    else if (inline ?? change) changes.push(...[inline ?? change].filter((one) => one !== null));
    else if (kind) mode = kind;
    else if (isStatement(text)) statements.push(paragraph);
    else if (text.text.includes(KPI_WORD) && /変更|見直/.test(text.text)) unread.push(linesOf(text, 0, text.text.length));
  }
  const pairs = pairsIn(statements);
  for (const [before, after] of pairs) changes.push(...[changeBetween(before.cell, after.cell)].filter((one) => one !== null));
  const paired = new Set(pairs.flat());
  const alone = statements.filter((one) => one !== 'arrow' && !paired.has(one)).filter((one) => one !== 'arrow');
  if (announced || pairs.length > 0) unread.push(...alone.map(({ text }) => linesOf(text, 0, text.text.length)));
  if (heading && announced && changes.length === 0 && unread.length === 0) unread.push(linesOf(heading.text, 0, heading.text.text.length));
  return { changes, unread };
}

const kindOf = (text: string) => CHANGE_WORDS.find(({ pattern }) => pattern.test(text)) ?? null;

/** The change from one statement to another; null when neither holds a target. */
export function changeBetween(before: Cell, after: Cell): RawChange | null {
  const [from, to] = [bare(before), bare(after)];
  const name = statedName(to) ?? statedName(from);
  if (name === null) return null;
  const lines = [...linesOf(from, 0, from.text.length), ...linesOf(to, 0, to.text.length)];
  return { kind: 'changed', name, from: from.raw, to: to.raw, lines: [...new Set(lines)].sort((a, b) => a.number - b.number) };
}

/** Without the number or the label in front of it: `(2) …`, `変更前：…`. */
function bare(cell: Cell): Passage {
  const text = passage(cell);
  const from = numberingAt(text.text, 0)?.end ?? 0;
  const label = BEFORE_LABEL.exec(text.text.slice(from)) ?? AFTER_LABEL.exec(text.text.slice(from));
  return passage(stretch(text, from + (label?.[0].length ?? 0), text.text.length));
}

/** The name in a statement as it is printed. */
export function statedName({ text, raw }: Pick<Passage, 'text' | 'raw'>): string | null {
  const target = findTarget(text);
  const phrase = target ?? findQualitative(text);
  if (!phrase || phrase.from === 0) return null;
  const { name } = nameOf({ folded: text.slice(0, phrase.from), raw: raw.slice(0, phrase.from) }, target !== null);
  return name === '' ? null : name + phrase.suffix;
}

const isStatement = ({ text }: Passage): boolean => !FOOTNOTE.test(text) && (findTarget(text)?.from ?? 0) > 0;

/** `郵送化率を96.0%以上とする → 対前年度以上とする` on one line. */
function inlineChange(text: Passage): RawChange | null {
  const arrow = INLINE_ARROW.exec(text.text);
  if (!arrow || arrow.index === 0) return null;
  const from = stretch(text, 0, arrow.index);
  const to = stretch(text, arrow.index + 1, text.text.length);
  if (!findTarget(passage(from).text) || !findTarget(passage(to).text)) return null;
  return changeBetween(from, to);
}

/** `R5年度KPI設定、R6年度はKPI削除（…の割合）`, `「…の割合」をKPIに追加`, `KPI新設：…を50％以上とする`. */
function announcedChange(text: Passage, words: RegExp, kind: 'deleted' | 'added'): RawChange | null {
  const match = words.exec(text.text);
  if (!match) return null;
  const behind = match.index + match[0].length;
  const bracket = bracketAt(text.text, behind);
  if (bracket) return changeOf(kind, text, bracket.from, bracket.to, match.index);
  const quoted = /「([^「」]{4,})」/.exec(text.text);
  if (quoted) return changeOf(kind, text, quoted.index + 1, quoted.index + quoted[0].length - 1);
  const colon = /^[】》>)]?(?:する|した)?[:、。]?/.exec(text.text.slice(behind))?.[0].length ?? 0;
  const after = text.text.slice(behind + colon);
  if (after.length >= 4) return changeOf(kind, text, behind + colon, text.text.length, match.index);
  return changeOf(kind, text, 0, match.index);
}

/** The change that a stretch of the text names; `lead` is where the words begin that announce it. */
function changeOf(kind: 'deleted' | 'added', text: Passage, from: number, to: number, lead = from): RawChange | null {
  const printed = bare(stretch(text, from, to));
  const stated = statedName(printed);
  const { name } = nameOf({ folded: printed.text, raw: printed.raw }, true);
  const called = stated ?? name;
  if (called.length < 3 || /^(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度)$/.test(called)) return null;
  const statement = stated === null ? null : printed.raw;
  const lines = linesOf(text, Math.min(lead, from), to);
  return { kind, name: called, from: kind === 'deleted' ? statement : null, to: kind === 'added' ? statement : null, lines };
}

/** What stands in the brackets that open at `at`, those inside it included. */
function bracketAt(text: string, at: number): { from: number; to: number } | null {
  if (text[at] !== '(') return null;
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return { from: at + 1, to: i };
  }
  return { from: at + 1, to: text.length };
}

/** Which statement became which: around an arrow; or else one behind the other, or all before and then all after, whichever are more alike. */
function pairsIn(statements: readonly (Paragraph | 'arrow')[]): [Paragraph, Paragraph][] {
  const arrows = statements.filter((one) => one === 'arrow').length;
  const only = statements.filter((one) => one !== 'arrow');
  if (arrows > 1 || (arrows === 1 && only.length === 2)) {
    return statements.flatMap((one, i): [Paragraph, Paragraph][] => {
      const [before, after] = [statements[i - 1], statements[i + 1]];
      return one === 'arrow' && before && after && before !== 'arrow' && after !== 'arrow' ? [[before, after]] : [];
    });
  }
  const half = Math.floor(only.length / 2);
  const [first, second] = arrows === 1 ? partedAt(statements) : [only.slice(0, half), only.slice(half)];
  const halves = zip(first, second);
  if (arrows === 1) return halves;
  const neighbours = zip(
    only.filter((_, i) => i % 2 === 0),
    only.filter((_, i) => i % 2 === 1),
  );
  return likeness(neighbours) >= likeness(halves) ? neighbours : halves;
}

function partedAt(statements: readonly (Paragraph | 'arrow')[]): [Paragraph[], Paragraph[]] {
  const arrow = statements.indexOf('arrow');
  const of = (part: readonly (Paragraph | 'arrow')[]) => part.filter((one) => one !== 'arrow');
  return [of(statements.slice(0, arrow)), of(statements.slice(arrow))];
}

const zip = (before: readonly Paragraph[], after: readonly Paragraph[]): [Paragraph, Paragraph][] =>
  before.flatMap((one, i): [Paragraph, Paragraph][] => (after[i] ? [[one, after[i]]] : []));

const likeness = (pairs: readonly (readonly [Paragraph, Paragraph])[]): number =>
  pairs.reduce((sum, [before, after]) => sum + dice(before.text.text, after.text.text), 0);

function paragraphsFrom(lines: readonly TextLine[], from: number): { paragraphs: Paragraph[]; next: number } {
  const cells: { pieces: { line: TextLine; from: number }[]; heading: boolean }[] = [];
  let next = from;
  for (let line = lines[next]; line; line = lines[++next]) {
    const text = passage([{ line, from: line.start }]).text;
    if (endsPart(line, text) || tableHeadAt(lines, next)) break;
    const heading = isHeading(line, text);
    const open = cells.at(-1);
    const goesOn = open && !open.heading && !heading && line.gap === 0 && !opensParagraph(line, text) && !isComplete(open.pieces);
    if (goesOn) open.pieces.push({ line, from: line.start });
    else cells.push({ pieces: [{ line, from: line.start }], heading });
  }
  const paragraphs = cells
    .map(({ pieces, heading }) => ({ cell: pieces, text: passage(pieces), heading }))
    .filter(({ text }) => text.text.length <= LONGEST);
  return { paragraphs, next };
}

/** An arrow, a sentence, a statement that says とする: the next line begins anew. */
function isComplete(pieces: Cell): boolean {
  const { text } = passage(pieces);
  const target = findTarget(text);
  return pieces.length >= 10 || ARROW.test(text) || text.endsWith('。') || (target?.strength === 'closed' && target.to === text.length);
}

/** A title of another part: a heading in Markdown, a short line in text. */
function endsPart(line: TextLine, text: string): boolean {
  const marked = /^\s*#/.test(line.raw);
  return OTHER_TITLE.test(text) && (marked || (text.length <= 30 && !/[。、]/.test(text) && !findTarget(text)));
}

function isHeading(line: TextLine, text: string): boolean {
  if (/^\s*#/.test(line.raw) || /^【[^【】]*】$/.test(text)) return true;
  const style = numberingAt(line.text, line.start)?.style;
  return (style?.id === 'n-n' || /【KPI[^】]*】$/.test(text)) && !/。/.test(text) && !findTarget(text) && text.length <= 60;
}

/** A bullet or a number opens a paragraph, and so does an arrow; Markdown's `-` is not in the text any more. */
function opensParagraph(line: TextLine, text: string): boolean {
  return (
    /^\s*[-*+]\s/.test(line.raw) ||
    ARROW.test(text) ||
    numberingAt(line.text, line.start) !== null ||
    BEFORE_LABEL.test(text) ||
    AFTER_LABEL.test(text)
  );
}
