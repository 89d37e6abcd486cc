import { AS_OF, NO_FIGURE_YET, REACHED, WHOLE_YEAR } from '../catalog/figures.ts';
import { CHANGE_FALLS, CHANGE_SAID } from '../catalog/phrases.ts';
import { VERDICT } from '../catalog/verdicts.ts';
import { type Cell, itemsIn, stretch } from './cells.ts';
import { figuresIn, type Stretch } from './figure.ts';
import { type FigureCell, FREE_UNIT, readFigureCell } from './figure-cell.ts';
import type { Figure } from './figure-note.ts';
import { type Passage, passage } from './passage.ts';
import { findTarget } from './target-phrase.ts';

/** One figure in the cell of a result, or the words that stand there in place of one. */
export interface CellFigure extends Omit<FigureCell, 'comparator'> {
  /** What the cell itself calls it: `被保険者` of `被保険者 13.6％、被扶養者 7.2％`; usually empty. */
  readonly name: string;
  /** The year that it says it is of: `（令和4年度 92.1％）`. */
  readonly year: string | null;
  /** `（全国平均 95.2％）`: not the paper's own. */
  readonly nation: boolean;
  /** How much something has changed: `6.1％削減`; null for a level. */
  readonly change: Change | null;
}

/** `suffix` goes to the name (`の令和2年度比削減率`). */
interface Change {
  readonly suffix: string;
  readonly falls: boolean;
}

export interface ResultCell {
  readonly figures: readonly CellFigure[];
  /** How it stands, where the cell says it beside the figure: `0.341%　○達成`. */
  readonly verdict: string | null;
}

/** No cell of a result is longer; it bounds the work on a hostile line. */
const LONGEST = 1000;
/** A cell that says in words what came of it is no longer; what is longer is a report of what was done. */
const LONGEST_WORDS = 60;
/** Behind the figure, that it was reached. */
const SAYS_REACHED = new RegExp(`^${REACHED}[^\\d]{0,60}$`);
const DATES = new RegExp(`${AS_OF}|${WHOLE_YEAR}|\\d{1,2}月`, 'g');
/** A word before its figure that no other time stands beside: `累計120件` is the year's. */
const SUM = /^(?:累計|累積)(?:値)?$/;

/** What the cell of a result says; null when it cannot be read. */
export function resultIn(one: Cell): ResultCell | null {
  const items = itemsIn(one);
  if (items.length > 1) return joined(items.map(({ cell }) => resultIn(cell)));
  const text = passage(items[0]?.cell ?? one);
  const strict = readFigureCell(text.raw, text.text);
  if (strict && !holdsMore(strict, text))
    return { figures: [{ ...PLAIN, ...strict, asOf: SEVERAL.test(strict.asOf ?? '') ? null : strict.asOf }], verdict: null };
  if (text.text.length > LONGEST) return null;
  return changeIn(text) ?? running(text) ?? byLines(one) ?? counted(text) ?? wordsIn(text);
}

/** `83.1%（全国平均 80.4%）`, `84.1％（8月診療分、前年度末 82.9％）`: a figure in its remark that is neither time, rank nor counts. */
const holdsMore = ({ rank, numerator }: FigureCell, { text }: Stretch): boolean =>
  (rank ?? numerator) === null && /\([^()]*\d[\d,.]*(?:%|円|[件人社]|ポイント)[^()]*\)$/.test(text);

/** `2回（6月、9月）` are the months in which it was done. */
const SEVERAL = /[、・,].*月/;

const PLAIN = { name: '', year: null, nation: false, change: null };
const NO_FIGURE = { ...PLAIN, number: null, magnitude: '', unit: '', asOf: null, rank: null, numerator: null, denominator: null };

/** Null when one of them cannot be read. */
function joined(cells: readonly (ResultCell | null)[]): ResultCell | null {
  const read = cells.filter((cell) => cell !== null);
  if (read.length < cells.length) return null;
  return { figures: read.flatMap(({ figures }) => figures), verdict: read.find(({ verdict }) => verdict !== null)?.verdict ?? null };
}

/** `6.1％削減`, `令和2年度比3,100人減少した（9月末）` */
function changeIn({ text, raw }: Passage): ResultCell | null {
  const said = CHANGE_SAID.exec(text);
  if (!said) return null;
  const to = said.index + (said.groups?.change?.length ?? 0);
  const phrase = findTarget(text.slice(0, to));
  const promise = phrase?.promise;
  if (!phrase || phrase.to < to || phrase.suffix === '' || promise?.kind !== 'absolute' || promise.comparator !== '') return null;
  const before = figuresIn(part({ text, raw }, 0, phrase.from));
  const { note } = figuresIn(part({ text, raw }, said.index + said[0].length, text.length));
  if (before.figures.length > 0) return null;
  const { number, magnitude, unit } = promise;
  const change = { suffix: phrase.suffix, falls: CHANGE_FALLS.test(phrase.suffix) };
  const asOf = before.note.asOf ?? note.asOf;
  const figure = { ...NO_FIGURE, name: before.rest, text: raw, number, magnitude, unit, asOf, rank: note.rank, change };
  return { figures: [figure], verdict: null };
}

const part = ({ text, raw }: Stretch, from: number, to: number): Stretch => ({ text: text.slice(from, to), raw: raw.slice(from, to) });

/** `9月 18.2%／累計 15.4%（全国5位）`, `被保険者 13.6％、被扶養者 7.2％` */
function running(text: Stretch): ResultCell | null {
  const { figures, verdict, rest } = figuresIn(text);
  if (figures.length === 0 || !(rest === '' || SAYS_REACHED.test(rest))) return null;
  const [only] = figures;
  if (figures.length > 1 || !only || !SUM.test(only.asOf ?? '')) return { figures: figures.map(cellFigure), verdict };
  return { figures: [{ ...cellFigure(only), asOf: null, text: text.raw.slice(only.from, only.to) }], verdict };
}

function cellFigure(figure: Figure): CellFigure {
  const { name, text, number, magnitude, unit, asOf, rank, numerator, denominator, year, nation } = figure;
  return { name, text, number, magnitude, unit, asOf, rank, numerator, denominator, year, nation, change: null };
}

/** A cell that tells what was done as well: the lines of it that are figures. */
function byLines(one: Cell): ResultCell | null {
  if (one.length < 2) return null;
  const read = one.flatMap((piece) => {
    const text = passage([piece]);
    const said = itemsIn(stretch(text, 0, text.text.length)).map(({ cell }) => passage(cell));
    return said.flatMap((line) => changeIn(line) ?? running(line) ?? []);
  });
  return read.length > 0 ? joined(read) : null;
}

/** `27保険者`: any word is a unit where it counts, but a time or a place is no figure: `10月`, `12頁`. */
function counted({ text, raw }: Stretch): ResultCell | null {
  const { number, magnitude = '', unit = '', comparator } = FREE_UNIT.exec(text)?.groups ?? {};
  if (number === undefined || comparator !== undefined || NO_UNIT.test(unit)) return null;
  return { figures: [{ ...NO_FIGURE, text: raw, number, magnitude, unit }], verdict: null };
}

const NO_UNIT = /^(?:年度?|月末?|日付|頁|ページ|位|番|号|章|時点)|[をはがにでと、。月年]/;

/** `減少した`, `実施前（10月開始予定）`: there is no figure, and the cell says so. */
function wordsIn({ text, raw }: Stretch): ResultCell | null {
  if (VERDICT.test(text)) return { figures: [], verdict: raw.replace(/^[◎○●▲△×✕]/, '') };
  if (text.length === 0 || text.length > LONGEST_WORDS) return null;
  if (/\d/.test(text.replace(DATES, '')) && !NO_FIGURE_YET.test(text)) return null;
  const { note } = figuresIn({ text, raw });
  const asOf = /予定|より|から|以降/.test(text) ? null : note.asOf;
  return { figures: [{ ...NO_FIGURE, text: raw, asOf }], verdict: null };
}
