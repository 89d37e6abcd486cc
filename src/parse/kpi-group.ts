import { FINAL_STANDING, STANDING } from '../catalog/figures.ts';
import { FORECASTS } from '../catalog/tables.ts';
import type { Indicator } from '../model/index.ts';
import { fold } from '../source/fold.ts';
import { ordinal } from './classify.ts';
import type { Figure } from './figure.ts';
import { byNames, fits, isShare, timeOf, unitOf, wordsOf } from './item-fit.ts';
import { overlap } from './likeness.ts';
import type { TextLine } from './lines.ts';
import type { PlacedStatement, RawFinding, RawResult, RawVerdict } from './paper.ts';
import { linesOf } from './passage.ts';
import type { ResultItem } from './result-item.ts';
import { countsBeside, countsOf, shareIn } from './share.ts';
import type { RawStatement } from './statement.ts';

/** From this likeness on, the name beside a figure is the target's: `健康保険委員委嘱率`, `使用割合`. */
const ALIKE = 0.5;
/** Between names that are equally alike, the number decides, and then which has no answer yet. */
const TIE = 0.01;
/** From this on, though other targets stand between them. */
const SURE = 0.9;

const LONGEST_STANDING = 12;

/** A count that stands beside the results: `・USB配布医療機関 45機関`. */
type Count = Figure & { readonly lines: readonly TextLine[] };

/** What a sheet says of all its figures. */
export interface SheetSense {
  readonly resolve: (name: string) => Indicator | null;
  /** When they are taken, where a line says nothing. */
  readonly asOf: string | null;
  /** The year that it reports, as its title prints it, folded: `令和3年度`. */
  readonly fiscalYear: string | null;
  /** What its marks mean. */
  readonly legend: ReadonlyMap<string, string>;
}

/** The targets of one cell, and what was found for each. */
export class Group {
  readonly verdicts: RawVerdict[] = [];
  private readonly found = new Map<RawStatement, RawResult[]>();
  private readonly counts: Count[] = [];
  private last: Pick<PlacedStatement, 'statement' | 'heading'> | null = null;

  constructor(
    readonly placed: readonly PlacedStatement[],
    private readonly sheet: SheetSense,
  ) {}

  get results(): readonly RawResult[] {
    return [...this.found.values()].flat();
  }

  get waiting(): PlacedStatement[] {
    return this.placed.filter(({ statement }) => !this.found.has(statement));
  }

  /** How well a cell of results answers these targets: by the names in it, then by their number. */
  fit(items: readonly ResultItem[]): number {
    return items.filter((item) => this.byName(item) !== null).length + (items.length === this.placed.length ? 0.5 : 0);
  }

  /** Takes an item of a cell of results; says no when it answers none of the targets. */
  answer(item: ResultItem, asOf: string | null): boolean {
    const [first, ...others] = byNames(item);
    const taken = this.answerOne(first ?? item, asOf);
    // `被保険者 15.2％、被扶養者 8.3％`: what has a name of its own answers only a target of that name.
    for (const other of others) if (!this.findByName(other)) this.count(other);
    return taken;
  }

  private answerOne(item: ResultItem, asOf: string | null): boolean {
    // `全国実施率 28.8％` below a result is the country's for the same KPI.
    const nation = item.figures.length > 0 && item.figures.every((figure) => figure.nation);
    const placed = this.byMark(item) ?? this.byName(item) ?? (nation ? this.last : null) ?? this.byPlace(item);
    if (!placed) return this.count(item);
    const { statement } = placed;
    if (item.figures.length === 0) {
      // `①地域医療構想調整会議で発言` answers a target in words; of a number it says that there is none.
      const says = statement.promise.kind === 'qualitative' || item.number !== null || item.complete;
      return says && !this.found.has(statement) && this.take(placed, item, asOf);
    }
    // A second figure is of another time, or of something else.
    const another = !nation && this.found.has(statement) && item.figures.every((figure) => figure.asOf === null);
    if (another || !item.complete || !fits(statement, item)) return this.count(item);
    return this.take(placed, item, asOf);
  }

  /** Takes a line that no marker announced, when it closes with a figure and names a target or has its number. `beside`: it follows the targets. */
  find(item: ResultItem, beside: boolean): boolean {
    if (!item.complete) return false;
    const nameless = (item.figures[0]?.name ?? '') === '';
    const dated = item.figures.some(({ asOf, rank }) => (asOf ?? rank) !== null);
    const placed =
      this.byName(item, item.prose ? SURE : ALIKE) ??
      (nameless || dated ? this.byMark(item) : null) ??
      (nameless && item.number === null && !item.prose && (beside || dated) ? (this.waiting[0] ?? null) : null);
    if (!placed || this.found.has(placed.statement) || !fits(placed.statement, item)) return this.count(item);
    return this.take(placed, item, null);
  }

  /** The same for a target further up the page, which only its own name can tell. */
  findByName(item: ResultItem): boolean {
    const name = item.figures[0]?.name ?? '';
    const placed = item.complete ? this.byName(item) : null;
    if (!placed || this.found.has(placed.statement) || !fits(placed.statement, item)) return false;
    return overlap(name, placed.statement.name) >= SURE && this.take(placed, item, null);
  }

  /** A cell of its own says how the last result stands. */
  judge(line: TextLine): boolean {
    const { last } = this;
    const printed = line.raw.slice(line.start, line.text.length).trim();
    if (!last || printed.length > LONGEST_STANDING || !STANDING.test(fold(printed))) return false;
    if (this.verdicts.some(({ statement }) => statement === last.statement)) return false;
    const verdict = STANDING.exec(fold(printed))?.groups?.standing ?? '';
    this.verdicts.push({ ...last, ...this.standing(verdict), lines: [line] });
    return true;
  }

  /** Reads the counts: of a printed rate, or of a share that is printed as nothing else. Then says what no answer was found for. */
  settle(): RawFinding[] {
    for (const [statement, results] of this.found) {
      this.found.set(
        statement,
        results.map((result) => this.withCounts(result)),
      );
    }
    for (const placed of this.waiting) {
      const share = isShare(placed.statement) ? shareIn(this.counts, (name) => overlap(name, placed.statement.name)) : null;
      if (!share) continue;
      const { part, whole } = share;
      const text = `${part.text}／${whole.text}`;
      const said = {
        ...NOTHING,
        text,
        asOf: part.asOf ?? whole.asOf ?? this.sheet.asOf,
        numerator: part.number,
        denominator: whole.number,
      };
      this.add(placed, { ...said, lines: inOrder([...part.lines, ...whole.lines]) });
    }
    return this.waiting.map(({ statement }) => missing(statement));
  }

  private byMark(item: ResultItem): PlacedStatement | null {
    const { number } = item;
    if (number === null) return null;
    const same = this.placed.find(({ statement }) => ordinal(statement.mark) === number);
    const unmarked = this.placed.every(({ statement }) => ordinal(statement.mark) === null);
    return same ?? (unmarked ? this.placed[number - 1] : null) ?? null;
  }

  private byName(item: ResultItem, least = ALIKE): PlacedStatement | null {
    const name = item.figures[0]?.name ?? '';
    if (name === '') return null;
    const indicator = this.sheet.resolve(name);
    const same = indicator && this.placed.find(({ statement }) => this.sheet.resolve(statement.name)?.id === indicator.id);
    if (same) return same;
    let best: { placed: PlacedStatement; likeness: number } | null = null;
    for (const placed of this.placed) {
      // `② 回収率` is as much like ①保険証回収率 as like ②返納金債権の回収率.
      const tie =
        Number(item.number !== null && ordinal(placed.statement.mark) === item.number) * 2 + Number(!this.found.has(placed.statement));
      const likeness = overlap(name, placed.statement.name) + tie * TIE;
      if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { placed, likeness };
    }
    return best?.placed ?? null;
  }

  /** Without a number or a name it answers the only target, or the first that has no answer. */
  private byPlace(item: ResultItem): PlacedStatement | null {
    if (this.placed.length === 1) return this.placed[0] ?? null;
    return item.number === null && (item.figures[0]?.name ?? '') === '' ? (this.waiting[0] ?? null) : null;
  }

  private count(item: ResultItem): boolean {
    const counts =
      item.complete && item.text.pieces.length <= 3
        ? item.figures.filter(({ number, unit }) => number !== null && unit !== '%' && unit !== '')
        : [];
    for (const figure of counts) this.counts.push({ ...figure, lines: linesOf(item.text, figure.from, figure.to) });
    return counts.length > 0;
  }

  private take(placed: Pick<PlacedStatement, 'statement' | 'heading'>, item: ResultItem, asOf: string | null): boolean {
    if (item.figures.length > 0 && !item.figures.some((figure) => this.isOwn(figure))) return false;
    const { statement, heading } = placed;
    this.last = { statement, heading };
    const time = asOf ?? this.sheet.asOf;
    const lines = linesOf(item.text, 0, item.text.text.length);
    if (item.figures.length === 0) this.add(placed, { ...NOTHING, text: wordsOf(item), asOf: timeOf(item) ?? time, lines });
    for (const figure of item.figures) {
      if (!this.isOwn(figure)) continue;
      const unit = figure.unit === '' && figure.number !== null ? unitOf(statement) : figure.unit;
      const said = { ...figure, unit, asOf: figure.asOf ?? time, lines: linesOf(item.text, figure.from, figure.to) };
      this.add(placed, figure.nation ? { ...said, owner: { branch: '全国', fiscalYear: null } } : said);
    }
    if (item.verdict !== null) this.verdicts.push({ statement, ...this.standing(item.verdict), heading, lines });
    return true;
  }

  /** `0.341％（令和元年度 0.369％）`: another year's figure stands there to be compared with. */
  private isOwn({ year }: Figure): boolean {
    return year === null || fold(year) === this.sheet.fiscalYear;
  }

  /** `未達成` is a verdict; a mark, and `達成見込み`, forecast the year. */
  private standing(printed: string): Pick<RawVerdict, 'verdict' | 'rubric'> {
    const mark = fold(printed);
    const verdict = this.sheet.legend.get(mark) ?? FORECASTS[mark] ?? printed;
    return { verdict, rubric: verdict === printed && FINAL_STANDING.test(verdict) ? 'headquarters' : 'forecast' };
  }

  private add(
    { statement, heading }: Pick<PlacedStatement, 'statement' | 'heading'>,
    said: Omit<RawResult, 'statement' | 'heading'>,
  ): void {
    const { name, text, number, magnitude, unit, asOf, rank, numerator, denominator, owner, lines } = said;
    const result = { statement, heading, name, text, number, magnitude, unit, asOf, rank, numerator, denominator, lines };
    this.found.set(statement, [...(this.found.get(statement) ?? []), owner ? { ...result, owner } : result]);
  }

  private withCounts(result: RawResult): RawResult {
    // The counts are the sheet's own, and no other's rate.
    if (result.number === null || result.unit !== '%' || result.numerator !== null || result.owner) return result;
    const counts = countsOf(result.number, this.counts) ?? countsBeside(result.number, this.counts, true);
    if (!counts) return result;
    const lines = inOrder([...result.lines, ...counts.part.lines, ...counts.whole.lines]);
    return { ...result, numerator: counts.part.number, denominator: counts.whole.number, lines };
  }
}

const NOTHING = { name: '', number: null, magnitude: '', unit: '', rank: null, numerator: null, denominator: null };

const inOrder = (lines: readonly TextLine[]): TextLine[] => [...new Set(lines)].sort((a, b) => a.number - b.number);

function missing({ name, lines }: RawStatement): RawFinding {
  return {
    rule: 'actual/missing',
    severity: 'note',
    message: () => ({ ja: `「${name}」の実績が見つかりませんでした。`, en: `No result was found for “${name}”.` }),
    lines,
  };
}
