import { CONDITION_BEGUN } from '../catalog/phrases.ts';
import { openingOf } from './classify.ts';
import type { Cursor, TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import { linesOf, type Passage, type Piece, passage, piecesFrom } from './passage.ts';
import { baselinesIn, conditionsIn, type RawBaseline, type RawStatement, raisedFrom } from './statement.ts';
import { compares, findQualitative, findTarget, isBlank, maskBrackets, type TargetPhrase } from './target-phrase.ts';

/** One KPI sentence, read to its end: name, target phrase, and what stands behind it. */
export interface Sentence extends Pick<RawStatement, 'name' | 'promise' | 'lines' | 'baselines' | 'conditions' | 'asOf'> {
  /** The next item on the same line: `①…100％とする ②…`. */
  readonly following: Piece | null;
}

/** A sentence longer than this many lines is none. */
const LONGEST = 8;

/** A sentence longer than this many characters is no KPI; it bounds the work on a hostile line. */
const LONGEST_TEXT = 2000;

/** How a wrapped target phrase goes on: `対前年度以` / `下とする`, `40.3％` / `以上とする`, `…以上と` / `する。`. */
const CONTINUATION = /^(?:以上|以下|以内|未満|上|下|とする|とし|する|とす|る[。(]|る$|し、|。|%|を?維持|を?達成|です|,?\d)/;

/** What a number that a line end cut off counts: part of the name. */
const COUNTER = /^(?:日|[かカヶケ箇]?月|部?位|歳|年)(?!$)/;

/** What makes a limit that a line ends in part of the name: `月15日以上` / `の施術の申請の割合について対前年度以下とする`. */
const WITHIN_NAME = /^[のをがはにでもへ]/;

/** A condition is complete when it says what holds in its case: `…場合は一者応札件数を1件以下とする。`. */
const CONDITION_END = /(?:場合|とき)[^。]*(?:とする|以下|以上)。?[)]?$/;

/**
 * Reads the sentence that begins at the piece, taking lines from the cursor until its target phrase is there. Where there is none, gives
 * the lines that were looked at.
 */
export function readSentence(cursor: Cursor, start: Piece): Sentence | { readonly unread: readonly TextLine[] } {
  const pieces = [start];
  for (;;) {
    const text = passage(pieces);
    if (text.text.length > LONGEST_TEXT) return { unread: linesOf(text, 0, 1) };
    const line = cursor.peek();
    const more = line && pieces.length < LONGEST && openingOf(line).kind === 'text' ? { line, from: line.start } : null;
    const target = findTarget(text.text);
    const blank = target === null && isBlank(text.text);
    const phrase = blank ? null : (target ?? findQualitative(text.text));
    const goesOn =
      more !== null && phrase?.strength !== 'closed' && (blank ? isContinued(more) : target === null || belongs(pieces, target, more));
    if (goesOn) {
      pieces.push(more);
      cursor.next++;
    } else return (phrase && sentenceOf(cursor, text, phrase)) ?? { unread: linesOf(text, 0, text.text.length) };
  }
}

const isContinued = (more: Piece): boolean => CONTINUATION.test(passage([more]).text);

/** Whether an open phrase goes on in the next line (`40.3％` / `以上とする`), or its bare number was part of the name. */
function belongs(pieces: readonly Piece[], phrase: TargetPhrase, more: Piece): boolean {
  const joined = () => findTarget(passage([...pieces, more]).text);
  if (isContinued(more)) {
    const longer = joined();
    return longer !== null && longer.from <= phrase.from && longer.to > phrase.to;
  }
  if (phrase.to < passage(pieces).text.length) return false;
  if (WITHIN_NAME.test(passage([more]).text)) return (joined()?.from ?? -1) > phrase.from;
  if (!isBare(phrase)) return false;
  // `かつ月15` / `日以上の施術の申請の割合`
  return COUNTER.test(passage([more]).text) || (joined()?.from ?? -1) > phrase.from;
}

function sentenceOf(cursor: Cursor, text: Passage, phrase: TargetPhrase): Sentence | null {
  const raised = raisedFrom(text.text.slice(0, phrase.from));
  const end = raised?.from ?? phrase.from;
  const before = { folded: text.text.slice(0, end), raw: text.raw.slice(0, end) };
  const { name, condition, asOf } = nameOf(before, phrase.promise.kind !== 'qualitative');
  if (name === '') return null;
  const behind = readBehind(cursor, text, phrase.to);
  return {
    name: name + phrase.suffix,
    promise: phrase.promise,
    lines: linesOf(text, 0, phrase.to),
    baselines: [
      ...(raised ? [raised.baseline] : []),
      ...insideBaselines(text.raw.slice(phrase.from, phrase.to)),
      ...(phrase.promise.kind === 'relative' ? bareBaseline(text.text.slice(phrase.to)) : []),
      ...behind.baselines,
    ],
    conditions: [...(condition ? [condition] : []), ...behind.conditions],
    following: behind.following,
    ...(asOf !== null && { asOf }),
  };
}

/** `…とするとともに、…を前年度以上とする`, `…とする。また、…` */
const NEXT_STATEMENT = /^(?:とともに)?[、/](?!ただし|但し)(?:かつ、?|また、?)?|^。(?:また|さらに|併せて|あわせて|加えて)、?/;

/** What stands behind a target phrase: baselines in brackets, conditions, the next item on the same line. */
function readBehind(cursor: Cursor, text: Passage, from: number): Pick<Sentence, 'baselines' | 'conditions' | 'following'> {
  const pieces = piecesFrom(text, from);
  let rest = passage(pieces);
  const item = /^[。、]?(?=[②-⑳])/.exec(rest.text) ?? (findTarget(rest.text) ? NEXT_STATEMENT.exec(rest.text) : null);
  if (item) return { baselines: [], conditions: [], following: piecesFrom(rest, item[0].length)[0] ?? null };
  while (isUnfinished(rest.text) && pieces.length <= 5) {
    const line = cursor.peek();
    if (!line || openingOf(line).kind === 'marker') break;
    pieces.push({ line, from: line.start });
    cursor.next++;
    rest = passage(pieces);
  }
  return { baselines: baselinesIn(rest.text), conditions: conditionsOf(rest), following: null };
}

function isUnfinished(rest: string): boolean {
  if (CONDITION_BEGUN.test(rest)) return !CONDITION_END.test(rest);
  return /^。?[(【]/.test(rest) && count(rest, '(') > count(rest, ')');
}

/** Reads a condition that begins on the cursor's line: `ただし、…4件以下の` / `場合は一者応札件数を1件以下とする`. */
export function readCondition(cursor: Cursor): string[] {
  const pieces: Piece[] = [];
  for (let line = cursor.peek(); line && pieces.length < 4; line = cursor.peek()) {
    if (pieces.length > 0 && openingOf(line).kind !== 'text') break;
    pieces.push({ line, from: line.start });
    cursor.next++;
    if (CONDITION_END.test(passage(pieces).text)) break;
  }
  return conditionsOf(passage(pieces));
}

/** As printed. */
export function conditionsOf(text: Pick<Passage, 'text' | 'raw'>): string[] {
  return conditionsIn(text.text).map((clause) => {
    const at = text.text.indexOf(clause);
    return at < 0 ? clause : text.raw.slice(at, at + clause.length);
  });
}

/**
 * Whether a KPI sentence begins at the piece: a target phrase comes before the sentence ends. `promise`: one that is closed or compares;
 * `number`: a bare number will do; `any`: so will a qualitative sentence.
 */
export function isPromising(cursor: Cursor, piece: Piece, wanted: 'any' | 'number' | 'promise'): boolean {
  const pieces = [piece];
  for (let ahead = 1; ; ahead++) {
    const { text } = passage(pieces);
    const phrase = findTarget(text);
    const sentences = maskBrackets(text);
    const line = cursor.peek(ahead);
    const more = line && pieces.length < LONGEST && !sentences.includes('。') && openingOf(line).kind === 'text' ? line : null;
    // A bare number at the end of a line may be cut off from what it counts: `かつ月15` / `日以上の施術`.
    const cut = more && wanted === 'promise' && phrase?.strength === 'open' && isBare(phrase) && phrase.to === text.length;
    if (phrase && !cut) {
      const first = phrase.from > 1 && !sentences.slice(0, phrase.from).includes('。');
      return first && (wanted !== 'promise' || phrase.strength === 'closed' || compares(phrase));
    }
    if (wanted === 'any' && findQualitative(text)?.strength === 'closed') return true;
    if (!more) return false;
    pieces.push({ line: more, from: more.start });
  }
}

/** A figure in either width, whole: `0.` at the end of a line that broke is none. */
const INSIDE = '([\\d０-９][\\d０-９,，]*(?:[.．][\\d０-９]+)?)(?![\\d０-９.．,，])';
const RAISED = new RegExp(`^${INSIDE}\\s*([^\\d\\s]{0,4})から`);
const BEFORE = new RegExp(`前年度?[^(（]*[(（]\\D{0,12}?${INSIDE}\\s*([%％円]|ポイント|件|社|事業所)?[^)）]*[)）]`);

/** The figure of the year before, or the one to be raised, inside the phrase itself: `対前年度（0.369%）以上`, `90.0％から95％へ引き上げる`. */
export function insideBaselines(phrase: string): RawBaseline[] {
  const raised = RAISED.exec(phrase);
  if (raised) return [{ label: 'から', number: raised[1] ?? null, unit: raised[2] ?? '' }];
  const match = BEFORE.exec(phrase);
  return match ? [{ label: '対前年度', number: match[1] ?? null, unit: match[2] ?? '' }] : [];
}

/** `対前年度以上（0.330％）`: a figure alone in brackets is that of the year before. */
export function bareBaseline(behind: string): RawBaseline[] {
  const match = /^\((▲?\d[\d,]*(?:\.\d+)?)(%|円|ポイント|件|社|事業所)?\)/.exec(behind);
  return match ? [{ label: '対前年度', number: match[1] ?? null, unit: match[2] ?? '' }] : [];
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Neither a comparator nor a percent sign: the number may count something within the name. */
const isBare = ({ promise }: TargetPhrase): boolean => promise.kind === 'absolute' && promise.comparator === '' && promise.unit !== '%';
