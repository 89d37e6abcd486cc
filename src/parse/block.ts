import { BREAKDOWN } from '../catalog/phrases.ts';
import { groupOf, isCoverage, type Opening, openingOf, ordinal } from './classify.ts';
import { Cursor, type TextLine } from './lines.ts';
import { type Piece, passage, piecesFrom } from './passage.ts';
import { isPromising, readCondition, readSentence } from './sentence.ts';
import { baselinesIn, isCondition, type RawStatement, tagLength } from './statement.ts';
import { findTarget } from './target-phrase.ts';

/** What one KPI marker opened. */
export interface Block {
  readonly statements: readonly RawStatement[];
  /** Text that a marker or an item announced and that holds no target. */
  readonly unread: readonly (readonly TextLine[])[];
  /** Index of the first line behind the block. */
  readonly next: number;
}

/** A coverage row that sets a KPI of its own: `②事業者健診データ 取得率 4.6％以上とする（取得見込者数：4,900人）`. */
const PROMISES = /(?:以上|以下)(?:とする|にする)/;

/** `【全支部一律】`, where it does not fit on the line of its statement. */
const REMARK = /^[【(<][^【】()<>]{1,16}[】)>]$/;

/** A footnote at least this long fills its line. */
const FULL_LINE = 44;

/** Reads the block that the marker on `lines[index]` opens; its text begins at column `from`. `group`: whose figures, from the line above. */
export function readBlock(lines: readonly TextLine[], index: number, from: number, heading: boolean, group: string): Block {
  return new BlockReader(new Cursor(lines, index + 1), heading, group).read(lines[index], from);
}

type Item = Opening & { readonly kind: 'item' };
type Part = Pick<RawStatement, 'mark' | 'role' | 'parent'>;

class BlockReader {
  private readonly statements: RawStatement[] = [];
  private readonly unread: (readonly TextLine[])[] = [];
  /** The style of the enumeration; null while every statement so far had none. */
  private style: string | null = null;
  private lastMark = '';
  /** Mark of the statement that the reference line before was about. */
  private referred: string | null = null;
  /** Set by （内訳）: what follows are parts of this statement. */
  private whole: RawStatement | null = null;

  constructor(
    private readonly cursor: Cursor,
    private readonly heading: boolean,
    private group: string,
  ) {}

  read(marker: TextLine | undefined, from: number): Block {
    if (marker) this.open({ line: marker, from });
    for (let line = this.cursor.peek(); line && this.follow(line); line = this.cursor.peek()) {}
    if (this.nothingYet() && marker) this.unread.push([marker]);
    return { statements: this.statements, unread: this.unread, next: this.cursor.next };
  }

  /** Takes the line behind the last statement into the block, or says that the block has ended. */
  private follow(line: TextLine): boolean {
    const opening = openingOf(line);
    const text = passage([{ line, from: line.start }]).text;
    this.group = groupOf(text) ?? this.group;
    switch (opening.kind) {
      case 'marker':
      case 'other-target':
        return false;
      case 'footnote':
        return this.footnote(text);
      case 'baseline':
        // `令和6年11月末時点のマイナ保険証利用率を50％以上とする` opens with a date too.
        return this.baselines(text) || (this.nothingYet() && this.plain(line));
      case 'breakdown':
        return this.breakdown({ line, from: opening.end });
      case 'item':
      case 'text':
        if (this.statements.length > 0 && isCondition(text)) return this.condition();
        if (opening.kind === 'text' && this.statements.length > 0 && REMARK.test(text) && this.isFollowed()) return this.remark();
        if (isCoverage(text) && !PROMISES.test(text)) return this.coverage(line, opening, text);
        return opening.kind === 'item' ? this.item(line, opening) : this.plain(line);
    }
  }

  /** Whether the next number of the enumeration stands behind the line. */
  private isFollowed(): boolean {
    const next = this.cursor.peek(1);
    const opening = next && openingOf(next);
    return opening?.kind === 'item' && opening.style.id === this.style && ordinal(opening.mark) === (ordinal(this.lastMark) ?? 0) + 1;
  }

  private remark(): boolean {
    this.cursor.next++;
    return true;
  }

  private item(line: TextLine, opening: Item): boolean {
    const before = ordinal(this.lastMark);
    const number = ordinal(opening.mark);
    const firstPart = this.whole !== null && this.statements.at(-1) === this.whole;
    const sameStyle = this.style === opening.style.id;
    // `■ KPI：健診実施率を 61.0％以上とする` / `① 生活習慣病予防健診実施率を…`: the enumeration begins behind the first statement.
    const partsBegin = this.style === null && this.statements.length === 1 && number === 1;
    const total = opening.style.id === '*' && this.statements.length > 0;
    const bulletUnderHeading = this.heading && opening.style.id === '■';
    if (!(this.nothingYet() || firstPart || sameStyle || partsBegin || total || bulletUnderHeading)) return false;
    // A number may be printed twice (`①…` / `①…`), but it does not jump.
    const repeated = number !== null && number === before;
    const jumps = sameStyle && before !== null && number !== null && number !== before + 1 && !repeated && !(firstPart && number === 1);
    if (jumps || !isPromising(this.cursor, { line, from: opening.end }, repeated || this.whole ? 'number' : 'any')) return false;
    this.cursor.next++;
    this.open({ line, from: line.start });
    return true;
  }

  private plain(line: TextLine): boolean {
    // Behind ①② only another number goes on; a single ① may be followed by a statement without one.
    if (this.style !== null && !this.heading && this.whole === null && this.statements.length > 1) return false;
    if (!isPromising(this.cursor, { line, from: line.start }, this.nothingYet() ? 'any' : 'promise')) return false;
    this.cursor.next++;
    this.open({ line, from: line.start });
    return true;
  }

  /** A coverage row is no statement, unless it says `とする`, or parts one that did: `（内訳）協会実施分 15.2％（実施見込者数：2,560人）`. */
  private coverage(line: TextLine, opening: Opening, text: string): boolean {
    this.cursor.next++;
    const part = this.whole !== null && this.statements.at(-1)?.role === 'breakdown' && /\d%/.test(text);
    if (!part && !/%とする/.test(text)) return true;
    const parent = this.whole ?? this.lastKpi();
    const [from, mark] = opening.kind === 'item' ? [opening.end, opening.mark] : [line.start, ''];
    this.open({ line, from }, { mark, role: parent ? 'breakdown' : 'kpi', parent });
    return true;
  }

  private breakdown(piece: Piece): boolean {
    const whole = this.lastKpi();
    if (!whole) return false;
    const text = passage([piece]).text;
    const promising = text !== '' && isPromising(this.cursor, piece, 'number');
    this.cursor.next++;
    if (text !== '' && isCoverage(text) && this.statements.at(-1)?.role !== 'breakdown') return true;
    this.whole = whole;
    if (text === '') this.style = null;
    else if (promising) this.open(piece, { mark: '', role: 'breakdown', parent: whole });
    return true;
  }

  /** Opens a statement at the piece and reads it to its end, and the ones that follow it on its line. */
  private open(piece: Piece, part?: Part): void {
    const opened = passage([piece]);
    if (opened.text === '' || BREAKDOWN.test(opened.text)) return;
    let skip = opened.text.search(/[^:]/);
    let mark = part?.mark ?? '';
    const at = piecesFrom(opened, skip)[0];
    const opening = at && mark === '' ? openingOf({ ...at.line, start: at.from }) : null;
    if (opening?.kind === 'item') {
      mark = opening.mark;
      this.style = opening.style.id;
      this.lastMark = mark;
      skip = passage([{ ...piece, to: opening.end }]).text.length;
    }
    skip += tagLength(opened.text.slice(skip));
    const start = piecesFrom(opened, skip)[0];
    if (!start) return;
    const sentence = readSentence(this.cursor, start);
    if ('unread' in sentence) {
      this.unread.push(sentence.unread);
      return;
    }
    const { following, ...said } = sentence;
    const role = part?.role ?? (this.whole ? 'breakdown' : 'kpi');
    const parent = part?.parent ?? this.whole;
    this.statements.push({ ...said, mark, role, group: this.group, parent });
    this.referred = null;
    if (following) this.open(following);
  }

  private baselines(text: string): boolean {
    const found = baselinesIn(text);
    const statement = this.referredBy(text);
    if (found.length === 0 || !statement) return false;
    this.referred = statement.mark;
    this.replace(statement, { baselines: [...statement.baselines, ...found] });
    this.cursor.next++;
    return true;
  }

  /** The statement a reference line is about: by its number (`【参考①】`), or, on the line behind that, the same one again. */
  private referredBy(text: string): RawStatement | undefined {
    const number = /参考([①-⑳])/.exec(text)?.[1];
    const mark = number ?? (/参考/.test(text) ? null : this.referred);
    return this.statements.findLast((statement) => mark !== null && statement.mark === mark) ?? this.statements.at(-1);
  }

  private condition(): boolean {
    const conditions = readCondition(this.cursor);
    const last = this.statements.at(-1);
    if (last) this.replace(last, { conditions: [...last.conditions, ...conditions] });
    return true;
  }

  /** A footnote that fills its line goes on in the next one, unless that opens something of its own. */
  private footnote(text: string): boolean {
    this.cursor.next++;
    const line = this.cursor.peek();
    const full = text.length >= FULL_LINE && !/[。)]$/.test(text);
    if (full && line && openingOf(line).kind === 'text' && !findTarget(passage([{ line, from: line.start }]).text)) this.cursor.next++;
    return true;
  }

  private replace(statement: RawStatement, change: Partial<RawStatement>): void {
    const changed = { ...statement, ...change };
    this.statements[this.statements.indexOf(statement)] = changed;
    if (this.whole === statement) this.whole = changed;
    for (const [i, other] of this.statements.entries()) if (other.parent === statement) this.statements[i] = { ...other, parent: changed };
  }

  private lastKpi(): RawStatement | null {
    return this.statements.findLast((statement) => statement.role === 'kpi') ?? null;
  }

  private nothingYet(): boolean {
    return this.statements.length === 0 && this.unread.length === 0;
  }
}
