import {
  AFTER_LABEL,
  BEFORE_LABEL,
  CHANGE_WORDS,
  type ChangeMark,
  END_MARKS,
  FRONT_MARKS,
  INLINE_ARROW,
  NAMED_CHANGE,
  NOT_SET,
  RAISED_TO,
  UNCHANGED,
} from '../../catalog/changes.ts';
import { numberingAt } from '../../catalog/numbering.ts';
import { type Cell, linesOfCells, stretch } from '../cells.ts';
import { nameOf } from '../name.ts';
import type { RawChange } from '../paper.ts';
import { linesOf, type Passage, passage } from '../passage.ts';
import { findQualitative, findTarget } from '../target-phrase.ts';

/** What a paragraph says by its marks alone: `…とする（新規追加）`, `【継続】…`; the statement stands at `[from, to)`. */
export interface Marked {
  readonly mark: ChangeMark | null;
  readonly from: number;
  readonly to: number;
}

/** The mark in front of a statement or behind it; `（新）…` names a side. */
export function marked({ text }: Passage): Marked {
  if (labelOf(text)) return { mark: null, from: 0, to: text.length };
  const number = numberingAt(text, 0)?.end ?? 0;
  const body = text.slice(number);
  const front = FRONT_MARKS.map(({ mark, pattern }) => ({ mark, length: pattern.exec(body)?.[0].length ?? 0 })).find(
    ({ length }) => length > 0,
  );
  const end = END_MARKS.map(({ mark, pattern }) => ({ mark, at: pattern.exec(body)?.index ?? 0 })).find(({ at }) => at > 0);
  return { mark: front?.mark ?? end?.mark ?? null, from: number + (front?.length ?? 0), to: number + (end?.at ?? body.length) };
}

/** The change that one paragraph tells by itself; null when it tells none. */
export function changeIn(text: Passage): RawChange | null {
  const { mark, from, to } = marked(text);
  const body = passage(stretch(text, from, to));
  const inside = inlineChange(body);
  if (inside) return { ...inside, lines: linesOf(text, 0, text.text.length) };
  if (mark === null || mark === 'kept') return namedChange(body);
  return isStatement(body) || INDICATOR_END.test(body.text) ? changeOf(mark, text, from, to, 0) : null;
}

const INDICATOR_END = /(?:率|割合)」?$/;

export const isStatement = ({ text }: Passage): boolean => (findTarget(text)?.from ?? 0) > 0;

/** The change from one statement to another; null when neither holds a target. */
export function changeBetween(before: Cell, after: Cell): RawChange | null {
  const [from, to] = [bare(before), bare(after)];
  const name = statedName(to) ?? statedName(from);
  if (name === null) return null;
  const lines = [...linesOf(from, 0, from.text.length), ...linesOf(to, 0, to.text.length)];
  return { kind: 'changed', name, from: from.raw, to: to.raw, lines: [...new Set(lines)].sort((a, b) => a.number - b.number) };
}

/** The change in a row of a table of before and after; `kept` where nothing changed, null where it cannot be told. */
export function changeInRow(before: Cell, after: Cell, named: Cell | null): RawChange | 'kept' | null {
  const [from, to] = [passage(before), passage(after)];
  const none = [from, to].map(({ text }) => NOT_SET.test(text));
  if ((none[0] && none[1]) || from.text === to.text || UNCHANGED.test(to.text) || UNCHANGED.test(from.text)) return 'kept';
  const told = none[0] ? changeOf('added', to, 0, to.text.length) : none[1] ? changeOf('deleted', from, 0, from.text.length) : null;
  const change = told ?? (none[0] || none[1] ? null : changeBetween(before, after));
  if (statedName(bare(after)) ?? statedName(bare(before)) ?? !named) return change;
  const aims = [from, to].map(({ text }, i) => none[i] || findTarget(text) !== null);
  if (!named || !aims[0] || !aims[1]) return null;
  return {
    kind: none[0] ? 'added' : none[1] ? 'deleted' : 'changed',
    name: bare(named).raw,
    from: none[0] ? null : from.raw,
    to: none[1] ? null : to.raw,
    lines: linesOfCells([named, before, after]),
  };
}

/** Without the number, the mark or the label in front of it: `(2) …`, `【変更】…`, `変更前：…`. */
function bare(cell: Cell): Passage {
  const text = passage(cell);
  const label = labelOf(text.text);
  if (label) return passage(stretch(text, label.length, text.text.length));
  const { from, to } = marked(text);
  return passage(stretch(text, from, to));
}

/** On which side of a change a statement says that it stands, and how long its label and number are. */
export function labelOf(text: string): { side: 'before' | 'after'; length: number } | null {
  const from = numberingAt(text, 0)?.end ?? 0;
  const [before, after] = [BEFORE_LABEL, AFTER_LABEL].map((label) => label.exec(text.slice(from))?.[0].length ?? 0);
  if (before) return { side: 'before', length: from + before };
  return after ? { side: 'after', length: from + after } : null;
}

/** The name in a statement as it is printed. */
export function statedName({ text, raw }: Pick<Passage, 'text' | 'raw'>): string | null {
  const target = findTarget(text);
  const phrase = target ?? findQualitative(text);
  if (!phrase || phrase.from === 0) return null;
  const { name } = nameOf({ folded: text.slice(0, phrase.from), raw: raw.slice(0, phrase.from) }, target !== null);
  const plain = name.replace(NOT_NAME, '').replace(/のKPI(?:目標)?$|の目標値?$/, '');
  return plain === '' ? null : plain + phrase.suffix;
}

/** `令和7年度 特定健診実施率…`: the year says when it holds. */
const NOT_NAME = /^(?:令和|平成|[RＲ])[\d０-９元]{1,2}年度(?:の|は|[:：])?/;

/** Both sides in one paragraph: around an arrow, behind their labels, `…1,000事業所以上から1,100事業所以上に変更`. */
function inlineChange(text: Passage): RawChange | null {
  const arrow = INLINE_ARROW.exec(text.text);
  if (arrow) return between(text, arrow.index, arrow.index + 1);
  const label = AFTER_INSIDE.exec(text.text);
  if (label) return between(text, label.index, label.index);
  const raised = RAISED_TO.exec(text.text);
  return raised ? between(text, raised.index, raised.index + 'から'.length) : null;
}

/** A label that stands inside the paragraph: `（変更前）…　（変更後）…`. */
const AFTER_INSIDE = new RegExp(`(?<=.)${AFTER_LABEL.source.slice(1)}`);

function between(text: Passage, end: number, begin: number): RawChange | null {
  if (end === 0) return null;
  const from = stretch(text, 0, end);
  const to = stretch(text, begin, text.text.length);
  const becomes = passage(to).text;
  const [was, is] = [
    findTarget(passage(from).text),
    findTarget(becomes) ?? findTarget(becomes.replace(/[にへ](?:変更|見直し?|改定|修正|引き?[上下]げ).*$/, '')),
  ];
  return was && is ? changeBetween(from, to) : null;
}

/** `「確認書の提出率」を廃止`: a rate that is named and no statement. */
function namedChange(text: Passage): RawChange | null {
  for (const { kind, pattern } of NAMED_CHANGE) {
    const match = pattern.exec(text.text);
    if (!match?.groups) continue;
    const { lead = '', name = '' } = match.groups;
    return changeOf(kind, text, lead.length, lead.length + name.length, 0);
  }
  return null;
}

/** `R5年度KPI設定、R6年度はKPI削除（…の割合）`, `「…の割合」をKPIに追加`, `KPI新設：…を50％以上とする`. */
export function announcedChange(text: Passage, words: RegExp, kind: 'deleted' | 'added'): RawChange | null {
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

export const kindOf = (text: string) => CHANGE_WORDS.find(({ pattern }) => pattern.test(text)) ?? null;

/** The change that a stretch of the text names; `lead` is where the words begin that announce it. */
export function changeOf(kind: RawChange['kind'], text: Passage, from: number, to: number, lead = from): RawChange | null {
  const printed = bare(stretch(text, from, to));
  const stated = statedName(printed);
  const { name } = nameOf({ folded: printed.text, raw: printed.raw }, true);
  const called = (stated ?? name).replace(/^「|」$/g, '');
  if (called.length < 3 || /^(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度)$/.test(called)) return null;
  const statement = stated === null ? null : printed.raw;
  const lines = linesOf(text, Math.min(lead, from), to);
  return { kind, name: called, from: kind === 'deleted' ? statement : null, to: kind === 'deleted' ? null : statement, lines };
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
