import { NATION, NOT_RESULT, RESULT_WORD, STANDING } from '../catalog/figures.ts';
import { bracketsIn } from './brackets.ts';
import { completes, type Figure, fill, NO_NOTE, type Note, withCounts } from './figure-note.ts';
import { TOKEN } from './figure-token.ts';
import { maskBrackets } from './target-phrase.ts';

export type { Figure } from './figure-note.ts';

/** The same stretch of text folded and as printed, equally long: a `Passage`, or a part of one. */
export interface Stretch {
  readonly text: string;
  readonly raw: string;
}

export interface Figures {
  readonly figures: readonly Figure[];
  /** What is printed of how it stands: `達成`, `△`; null when nothing is. */
  readonly verdict: string | null;
  /** Where no figure takes them: `令和２年度未提供`. */
  readonly note: Note;
  /** What is left behind the last figure and its remarks: a sentence that goes on, as in `…53％と落ち込んだ`. */
  readonly rest: string;
}

/** No sentence with a figure is longer; it bounds the work on a hostile line. */
const LONGEST = 1000;
const LONGEST_WORDS = 40;

/** The figures of a text without spaces (`passage`), in order. */
export function figuresIn(stretch: Stretch): Figures {
  const { length } = stretch.text;
  // Prose without a digit says at most when there is no figure, and does so in few words.
  if (length > LONGEST || (length > LONGEST_WORDS && !/\d/.test(stretch.text))) return { ...NOTHING, rest: stretch.text };
  return new Reader(withoutBrackets(stretch) ?? stretch).read();
}

/** `（9月末実績 93.2％）`: all of it stands in one pair of brackets; a colon keeps the places. */
function withoutBrackets({ text, raw }: Stretch): Stretch | null {
  if (!/^[(【].*\d.*[)】]$/.test(text) || bracketsIn(text, 0, text.length)[0]?.to !== text.length) return null;
  const inner = { text: `:${text.slice(1, -1)}`, raw: `:${raw.slice(1, -1)}` };
  return new Reader(inner).read().figures.length > 0 ? inner : null;
}

const NOTHING = { figures: [], verdict: null, note: NO_NOTE } as const;

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

class Reader {
  private readonly figures: Draft[] = [];
  /** Figures in brackets that are none of their own: `14.5%（実施者 1,234人／対象者 8,510人）`. */
  private readonly counts: Figure[] = [];
  private verdict: string | null = null;
  /** What was read of the label so far: where it begins, what it says, and the spans that are no part of a name. */
  private from = 0;
  private note: Note = NO_NOTE;
  /** What was said in front of a figure that is no result: `（8月末、対前年同期＋1.2ポイント）`. */
  private left: Note = NO_NOTE;
  private holes: { from: number; to: number }[] = [];
  /** Where the last figure and its remarks end: what begins there belongs to it. */
  private end = -1;

  constructor(private readonly stretch: Stretch) {}

  read(): Figures {
    const { text, raw } = this.stretch;
    const masked = maskBrackets(text);
    for (const match of masked.matchAll(TOKEN)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const { brackets, asOf, year, rank, part, whole, all, some, number, magnitude = '', unit = '' } = match.groups ?? {};
      if (brackets !== undefined) for (const group of bracketsIn(text, from, to)) this.bracket(group.from, group.to);
      else if (asOf !== undefined) this.says({ asOf: raw.slice(from, to) }, from, to);
      else if (year !== undefined) this.says({ year: raw.slice(from, to) }, from, to);
      else if (rank !== undefined) this.remark({ rank }, from, to);
      else if (number !== undefined) this.figure({ number, magnitude, unit }, from, to);
      else this.pair({ numerator: part ?? some ?? '', denominator: whole ?? all ?? '' }, from, to);
    }
    const { rest, last } = { rest: this.label(text.length).text, last: this.figures.at(-1) };
    if (last && rest === '') Object.assign(last, fill(last, this.note));
    const stands = last ? STANDING.exec(text.slice(this.from).replace(/^[、,:→▶]+|。$/g, ''))?.groups?.standing : undefined;
    if (stands !== undefined) this.verdict = raw.slice(text.lastIndexOf(stands)).slice(0, stands.length);
    return {
      figures: this.figures.map((figure) => withCounts(figure, this.counts)),
      verdict: this.verdict,
      note: last ? NO_NOTE : fill(this.left, this.note),
      rest: stands === undefined ? rest : '',
    };
  }

  /** A time opens the label of the next figure: `9月末：51.1％ 10月末：52.0％`. */
  private says(note: Partial<Note>, from: number, to: number): void {
    this.note = { ...this.note, ...note };
    this.holes.push({ from, to });
  }

  /** A rank stands behind its figure, or before it. */
  private remark(note: Partial<Note>, from: number, to: number): void {
    const last = this.follows(from);
    if (last) {
      Object.assign(last, fill(last, note));
      this.restart(to);
    } else this.says(note, from, to);
  }

  private pair(counts: Pick<Note, 'numerator' | 'denominator'>, from: number, to: number): void {
    const last = this.follows(from);
    if (last) {
      if (last.numerator === null) Object.assign(last, counts, { text: this.printed(last, to) });
      this.restart(to);
    } else this.figure({ number: null, magnitude: '', unit: '', ...counts }, from, to);
  }

  private figure(value: Pick<Figure, 'number' | 'magnitude' | 'unit'> & Partial<Note>, from: number, to: number): void {
    const { text, raw } = this.label(from);
    const bare = value.number !== null && value.unit === '' && value.magnitude === '';
    if (bare && !/(?:^|[:率合数額値均])$/.test(this.stretch.text.slice(this.holes.at(-1)?.to === from ? from : 0, from))) return;
    if (!NOT_RESULT.test(text)) {
      const nation = NATION.test(text);
      const printed = this.stretch.raw.slice(from, to);
      this.figures.push({ ...this.note, ...value, name: nation ? '' : raw, text: printed, nation, from: this.from, to });
      this.end = to;
    } else if (this.figures.length === 0) this.left = fill(this.left, this.note);
    this.restart(to);
  }

  /** What stands in brackets: of the figure before them, or of the one to come. */
  private bracket(from: number, to: number): void {
    const { text, raw } = this.stretch;
    const inner = { text: text.slice(from + 1, to - 1), raw: raw.slice(from + 1, to - 1) };
    const verdict = STANDING.test(inner.text) ? inner.raw : null;
    const { figures, note, rest } = verdict ? { figures: [], note: NO_NOTE, rest: '' } : figuresIn(inner);
    this.verdict = verdict ?? this.verdict;
    const last = this.follows(from);
    if (last) {
      if (note.numerator !== null && last.numerator === null) last.text = this.printed(last, to);
      Object.assign(last, fill(last, note));
      for (const figure of figures) {
        // `（9月末、前年度 95.9％）`: the time is of the figure in front.
        const beside = figure.year !== null && figure.asOf !== null && last.asOf === null;
        if (beside) last.asOf = figure.asOf;
        const place = { from: from + 1 + figure.from, to: from + 1 + figure.to };
        const moved = { ...figure, ...place, ...(beside && { asOf: null }) };
        if (figure.nation) {
          Object.assign(last, fill(last, { asOf: figure.asOf, rank: figure.rank }));
          this.figures.push({ ...moved, name: last.name, rank: null });
        } else if (completes(last, figure)) {
          const { number, magnitude, unit } = last.number === null ? figure : last;
          Object.assign(last, fill(last, figure), { number, magnitude, unit, text: this.printed(last, to) });
        } else if (figure.name === '' && (figure.asOf ?? figure.year) !== null) this.figures.push({ ...moved, name: last.name });
        else this.counts.push(moved);
      }
      this.restart(to);
    } else if (verdict || (figures.length === 0 && rest === '')) {
      // `40.6％であり、目標を下回っている（9月末）`: behind the sentence, the time is of its only figure.
      const [only] = this.figures;
      if (only && this.figures.length === 1 && to >= text.length - 1) only.asOf ??= note.asOf;
      this.says(fill(this.note, note), from, to);
    }
  }

  /** The figure that what begins at `from` is said of. */
  private follows(from: number): Draft | undefined {
    return this.end >= 0 && this.end <= from && /^[、,:・]?$/.test(this.stretch.text.slice(this.end, from)) && this.from === this.end
      ? this.figures.findLast((figure) => !figure.nation)
      : undefined;
  }

  private restart(at: number): void {
    this.from = at;
    this.note = NO_NOTE;
    this.holes = [];
    if (this.end >= 0) this.end = at;
    const last = this.figures.findLast((figure) => !figure.nation);
    if (last) last.to = at;
  }

  /** As printed from the number of the figure on. */
  private printed(figure: Figure, to: number): string {
    const start = this.stretch.raw.indexOf(figure.text, figure.from);
    return this.stretch.raw.slice(start, to);
  }

  /** The text in front of `to` without the holes. */
  private label(to: number): Stretch {
    let [text, raw, at] = ['', '', this.from];
    for (const hole of [...this.holes, { from: to, to }]) {
      text += this.stretch.text.slice(at, hole.from);
      raw += this.stretch.raw.slice(at, hole.from);
      at = hole.to;
    }
    const start = LEADING.exec(text)?.[0].length ?? 0;
    const end = text.length - (TRAILING.exec(text.slice(start))?.[0].length ?? 0);
    return { text: text.slice(start, end), raw: raw.slice(start, end) };
  }
}

const SIGNS = '[:、。,/・→▶=◆■○●]';
const LEADING = new RegExp(`^(?:${SIGNS}|[【(<]${RESULT_WORD}[】)>]|${RESULT_WORD}[:は]|[のは](?![ぁ-ん]))+`);
const TRAILING = new RegExp(`(?:${SIGNS}|${RESULT_WORD}|[はがのでも]|約|およそ)+$`);
