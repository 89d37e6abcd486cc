import { BREAKDOWN } from '../catalog/phrases.ts';
import { groupOf, isCoverage, type Opening, openingOf, ordinal } from './classify.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import { linesOf, type Passage, type Piece, passage, piecesFrom } from './passage.ts';
import { baselinesIn, conditionsIn, isCondition, type RawBaseline, type RawStatement, tagLength } from './statement.ts';
import { findQualitative, findTarget, maskBrackets, type TargetPhrase } from './target-phrase.ts';

/** What one KPI marker opened. */
export interface Block {
  readonly statements: readonly RawStatement[];
  /** Text that a marker or an item announced and that holds no target. */
  readonly unread: readonly (readonly TextLine[])[];
  /** Index of the first line behind the block. */
  readonly next: number;
}

/** A statement longer than this many lines is none. */
const LONGEST = 8;

/** How a wrapped target phrase goes on: `対前年度以` / `下とする`, `40.3％` / `以上とする`, `…以上と` / `する。`. */
const CONTINUATION = /^(?:以上|以下|以内|未満|上|下|とする|とし|する|とす|る[。(]|る$|し、|。|%|を?維持|を?達成|です|,?\d)/;

/** A coverage row that sets a KPI of its own: `②事業者健診データ 取得率 4.6％以上とする（取得見込者数：4,900人）`. */
const PROMISES = /(?:以上|以下)(?:とする|にする)/;

interface Draft {
  mark: string;
  pieces: Piece[];
  role: RawStatement['role'];
  parent: RawStatement | null;
}

/** Reads the block that the marker on `lines[index]` opens; its text begins at column `from`. */
export function readBlock(lines: readonly TextLine[], index: number, from: number, heading: boolean, group: string): Block {
  return new BlockReader(lines, index, heading, group).read(from);
}

class BlockReader {
  private readonly statements: RawStatement[] = [];
  private readonly unread: TextLine[][] = [];
  private next: number;
  /** The style of the enumeration; null while every statement so far had none. */
  private style: string | null = null;
  private lastMark = '';
  private referredMark: string | null = null;
  /** Set by （内訳）: what follows are parts of this statement. */
  private whole: RawStatement | null = null;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly index: number,
    private readonly heading: boolean,
    private group: string,
  ) {
    this.next = index + 1;
  }

  read(from: number): Block {
    const first = this.lines[this.index];
    if (first) this.open({ line: first, from });
    while (this.next < this.lines.length && this.follow()) {}
    if (this.statements.length === 0 && this.unread.length === 0 && first) this.unread.push([first]);
    return { statements: this.statements, unread: this.unread, next: this.next };
  }

  /** Takes the line behind the last statement into the block, or says that the block has ended. */
  private follow(): boolean {
    const line = this.lines[this.next];
    if (!line) return false;
    const opening = openingOf(line);
    const text = passage([{ line, from: line.start }]).text;
    this.group = groupOf(text) ?? this.group;
    switch (opening.kind) {
      case 'marker':
      case 'other-target':
        return false;
      case 'footnote':
        this.next++;
        this.skipFootnote(text);
        return true;
      case 'baseline':
        return this.statements.length > 0 && this.baselines(text);
      case 'breakdown':
        return this.breakdown(line, opening.end);
      case 'item':
      case 'text':
        if (this.statements.length > 0 && isCondition(text)) return this.condition(line);
        if (isCoverage(text) && !PROMISES.test(text)) return this.coverage(line, opening, text);
        return opening.kind === 'item' ? this.item(line, opening) : this.plain(line);
    }
  }

  private item(line: TextLine, opening: Opening & { kind: 'item' }): boolean {
    const piece = { line, from: opening.end };
    const sameStyle = this.style === opening.style.id;
    const first = this.statements.length === 0 || (this.whole !== null && this.statements.at(-1) === this.whole);
    const total = opening.style.id === '*' && this.statements.length > 0;
    const bulletUnderHeading = this.heading && opening.style.id === '■';
    if (!(sameStyle || first || total || bulletUnderHeading || this.startsParts(opening))) return false;
    const before = ordinal(this.lastMark);
    const number = ordinal(opening.mark);
    if (sameStyle && before !== null && number !== null && number !== before + 1 && number !== before && !(first && number === 1)) return false;
    // The first item under a marker that stands alone is its statement, whatever it says.
    const announced = this.statements.length === 0 && this.unread.length === 0;
    if (!announced && !this.promising(piece, this.next + 1, number !== before && this.whole === null ? 'any' : 'number')) return false;
    this.next++;
    this.open({ line, from: line.start });
    return true;
  }

  /** `■ KPI：健診実施率を 61.0％以上とする` / `① 生活習慣病予防健診実施率を…`: an enumeration that only begins behind the first statement. */
  private startsParts(opening: Opening & { kind: 'item' }): boolean {
    return this.style === null && this.statements.length === 1 && ordinal(opening.mark) === 1;
  }

  private plain(line: TextLine): boolean {
    if (this.style !== null && !this.heading && this.whole === null) {
      // Behind ①② only another number goes on; but a first statement with a mark may be followed by one without (`①…` / `被扶養者の…`).
      if (this.statements.length > 1) return false;
    }
    const announced = this.statements.length === 0 && this.unread.length === 0;
    if (!announced && !this.promising({ line, from: line.start }, this.next + 1, 'promise')) return false;
    this.next++;
    this.open({ line, from: line.start });
    return true;
  }

  private coverage(line: TextLine, opening: Opening, text: string): boolean {
    const closed = /%とする/.test(text);
    const part = this.whole !== null && this.statements.at(-1)?.role === 'breakdown' && /\d%/.test(text);
    if (!closed && !part) {
      this.next++;
      return true;
    }
    const whole = this.whole ?? this.statements.findLast((statement) => statement.role === 'kpi') ?? null;
    this.next++;
    const from = opening.kind === 'item' ? opening.end : line.start;
    this.open({ line, from }, { mark: opening.kind === 'item' ? opening.mark : '', role: whole ? 'breakdown' : 'kpi', parent: whole });
    return true;
  }

  private breakdown(line: TextLine, end: number): boolean {
    const whole = this.statements.findLast((statement) => statement.role === 'kpi') ?? null;
    if (!whole) return false;
    this.next++;
    const piece = { line, from: end };
    const text = passage([piece]).text;
    if (text === '') {
      this.whole = whole;
      this.style = null;
    } else if (!isCoverage(text) || this.statements.at(-1)?.role === 'breakdown') {
      this.whole = whole;
      if (this.promising(piece, this.next, 'number')) this.open(piece, { mark: '', role: 'breakdown', parent: whole });
    }
    return true;
  }

  /** Opens a statement at the piece and reads it to its end. */
  private open(piece: Piece, known?: Omit<Draft, 'pieces'>): void {
    const opened = passage([piece]);
    if (opened.text === '' || BREAKDOWN.test(opened.text)) return;
    let skip = opened.text.search(/[^:]/);
    let mark = known?.mark ?? '';
    if (!known) {
      const at = piecesFrom(opened, skip)[0];
      const numbering = at ? openingOf({ ...at.line, start: at.from, text: at.line.text }) : null;
      if (numbering?.kind === 'item') {
        mark = numbering.mark;
        this.style = numbering.style.id;
        this.lastMark = mark;
        skip = passage([{ line: piece.line, from: piece.from, to: numbering.end }]).text.length;
      }
    }
    skip += tagLength(opened.text.slice(skip));
    const pieces = piecesFrom(opened, skip);
    if (pieces.length === 0) return;
    this.complete({ mark, pieces, role: known?.role ?? (this.whole ? 'breakdown' : 'kpi'), parent: known?.parent ?? this.whole });
  }

  /** Adds lines to the draft until its target phrase is there. */
  private complete(draft: Draft): void {
    for (;;) {
      const text = passage(draft.pieces);
      const phrase = findTarget(text.text);
      const line = this.lines[this.next];
      const more = line && draft.pieces.length < LONGEST && openingOf(line).kind === 'text' ? line : null;
      if (phrase?.strength === 'closed') return this.accept(draft, text, phrase);
      if (phrase) {
        const longer = more && this.longer(draft, phrase, more);
        if (!longer) return this.accept(draft, text, phrase);
        draft.pieces.push(longer);
        this.next++;
        continue;
      }
      const qualitative = findQualitative(text.text);
      if (qualitative?.strength === 'closed') return this.accept(draft, text, qualitative);
      if (more) {
        draft.pieces.push({ line: more, from: more.start });
        this.next++;
        continue;
      }
      if (qualitative) return this.accept(draft, text, qualitative);
      this.unread.push(linesOf(text, 0, text.text.length));
      return;
    }
  }

  /** The next line when an open phrase goes on there: `40.3％` / `以上とする`; or when a bare number was part of the name. */
  private longer(draft: Draft, phrase: TargetPhrase, line: TextLine): Piece | null {
    const piece = { line, from: line.start };
    const next = passage([piece]).text;
    if (CONTINUATION.test(next)) {
      const joined = findTarget(passage([...draft.pieces, piece]).text);
      return joined && joined.from <= phrase.from && joined.to > phrase.to ? piece : null;
    }
    const { promise } = phrase;
    const vague = promise.kind === 'absolute' && promise.comparator === '' && promise.unit !== '%';
    if (!vague || phrase.to < passage(draft.pieces).text.length) return null;
    const joined = findTarget(passage([...draft.pieces, piece]).text);
    return joined && joined.from > phrase.from ? piece : null;
  }

  private accept(draft: Draft, text: Passage, phrase: TargetPhrase): void {
    const numeric = phrase.promise.kind !== 'qualitative';
    const { name, condition } = nameOf({ folded: text.text.slice(0, phrase.from), raw: text.raw.slice(0, phrase.from) }, numeric);
    const lines = linesOf(text, 0, phrase.to);
    if (name === '') {
      this.unread.push(lines);
      return;
    }
    const rest = this.tail(text, phrase.to);
    const inside = text.raw.slice(phrase.from, phrase.to);
    const baselines = [...insideBaselines(inside), ...baselinesIn(rest.baselineText)];
    const conditions = [...(condition ? [condition] : []), ...rest.conditions];
    const statement: RawStatement = { mark: draft.mark, name, promise: phrase.promise, role: draft.role, group: this.group, parent: draft.parent, lines, baselines, conditions };
    this.statements.push(statement);
    this.referredMark = null;
    if (rest.following.length > 0) {
      const [piece] = rest.following;
      if (piece) this.open(piece);
    }
  }

  /** What stands behind a target phrase: baselines in brackets, conditions, the next item on the same line. */
  private tail(text: Passage, from: number): { baselineText: string; conditions: string[]; following: Piece[] } {
    let pieces = piecesFrom(text, from);
    let rest = passage(pieces);
    const item = /^[。、]?(?=[②-⑳])/.exec(rest.text);
    if (item) return { baselineText: '', conditions: [], following: piecesFrom(rest, item[0].length) };
    const clause = /^、(?!ただし|但し)/.exec(rest.text);
    if (clause && findTarget(rest.text)) return { baselineText: '', conditions: [], following: piecesFrom(rest, 1) };
    while (this.unfinished(rest.text)) {
      const line = this.lines[this.next];
      if (!line || pieces.length > 5 || openingOf(line).kind === 'marker') break;
      pieces = [...pieces, { line, from: line.start }];
      rest = passage(pieces);
      this.next++;
    }
    return { baselineText: rest.raw === '' ? '' : rest.text, conditions: conditionsIn(rest.text).map((clause) => rawOf(rest, clause)), following: [] };
  }

  private unfinished(rest: string): boolean {
    if (/(?:ただし|但し)/.test(rest)) return !/(?:とする|以下|以上)。?[)]?$/.test(rest);
    return rest !== '' && /^[。]?[(【]/.test(rest) && count(rest, '(') > count(rest, ')');
  }

  private baselines(text: string): boolean {
    const found = baselinesIn(text);
    const numbered = /参考([①-⑳])/.exec(text)?.[1];
    const last = (numbered && this.statements.find((statement) => statement.mark.includes(numbered))) || (/参考/.test(text) ? this.statements.at(-1) : this.referred());
    if (found.length === 0 || !last) return false;
    this.referredMark = last.mark;
    this.replace(last, { baselines: [...last.baselines, ...found] });
    this.next++;
    return true;
  }

  private condition(line: TextLine): boolean {
    const pieces: Piece[] = [{ line, from: line.start }];
    this.next++;
    let text = passage(pieces);
    while (!/(?:とする|以上|以下)。?[)]?$/.test(text.text) && pieces.length < 4) {
      const more = this.lines[this.next];
      if (!more || openingOf(more).kind !== 'text') break;
      pieces.push({ line: more, from: more.start });
      text = passage(pieces);
      this.next++;
    }
    const last = this.statements.at(-1);
    if (last) this.replace(last, { conditions: [...last.conditions, ...conditionsIn(text.text).map((clause) => rawOf(text, clause))] });
    return true;
  }

  /** The statement that the reference line before was about: `【参考①】令和元年度…` goes on in `令和２年度…`. */
  private referred(): RawStatement | undefined {
    return this.statements.findLast((statement) => this.referredMark !== null && statement.mark === this.referredMark) ?? this.statements.at(-1);
  }

  private replace(statement: RawStatement, change: Partial<RawStatement>): void {
    const index = this.statements.indexOf(statement);
    const changed = { ...statement, ...change };
    this.statements[index] = changed;
    if (this.whole === statement) this.whole = changed;
    for (const [i, other] of this.statements.entries()) if (other.parent === statement) this.statements[i] = { ...other, parent: changed };
  }

  /** A footnote that fills its line goes on in the next one, unless that opens something of its own. */
  private skipFootnote(text: string): void {
    if (text.length < 44 || /[。)]$/.test(text)) return;
    const line = this.lines[this.next];
    if (line && openingOf(line).kind === 'text' && !findTarget(passage([{ line, from: line.start }]).text)) this.next++;
  }

  /**
   * Whether a statement begins at the piece: a target phrase comes before the sentence ends. `promise`: one that is closed or compares;
   * `number`: a bare number will do; `any`: so will a qualitative sentence.
   */
  private promising(piece: Piece, next: number, wanted: 'any' | 'number' | 'promise'): boolean {
    const pieces = [piece];
    for (let at = next; ; at++) {
      const { text } = passage(pieces);
      const phrase = findTarget(text);
      if (phrase) {
        const sentence = !maskBrackets(text).slice(0, phrase.from).includes('。');
        return phrase.from > 1 && sentence && (wanted !== 'promise' || phrase.strength === 'closed' || isPromise(phrase));
      }
      if (wanted === 'any' && findQualitative(text)?.strength === 'closed') return true;
      const line = this.lines[at];
      if (!line || pieces.length >= 3 || maskBrackets(text).includes('。') || openingOf(line).kind !== 'text') return false;
      pieces.push({ line, from: line.start });
    }
  }
}

function isPromise({ promise }: TargetPhrase): boolean {
  return promise.kind === 'relative' || (promise.kind === 'absolute' && promise.comparator !== '');
}

/** `対前年度（0.369%）以上`: the figure of the year before inside the phrase itself. */
function insideBaselines(phrase: string): RawBaseline[] {
  const match = /前年度?[^(（]*[(（]\D{0,12}?([\d０-９,，.．]+)\s*([%％円]|ポイント|件|社|事業所)?[^)）]*[)）]/.exec(phrase);
  return match ? [{ label: '対前年度', number: match[1] ?? null, unit: match[2] ?? '' }] : [];
}

function rawOf(passage: Passage, clause: string): string {
  const at = passage.text.indexOf(clause);
  return at < 0 ? clause : passage.raw.slice(at, at + clause.length);
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
