import { TOTAL_ROW } from '../catalog/columns.ts';
import { Decimal, type Source } from '../model/index.ts';
import { percentOf } from '../normalize/percent.ts';
import type { Document, Line } from '../source/document.ts';
import { fold } from '../source/fold.ts';
import { placeOfLine } from './places.ts';

/** Two counts and the rate that is printed for them, in %. */
export interface Ratio {
  /** What the rate is of: the row's own label. */
  readonly name: string;
  readonly part: Decimal;
  readonly whole: Decimal;
  readonly rate: Decimal;
  readonly source: Source;
}

interface Row {
  readonly name: string;
  readonly line: number;
  readonly ratios: readonly Ratio[];
}

/** `1,334社`, `648`, `35件` */
const COUNT = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:事業所|医療機関|機関|支部|世帯|か所|[件人名者社回枚本校])?$/;
const RATE = /^(\d{1,3}(?:\.\d{1,4})?)%$/;
/** Rows of one table stand this near; a wrapped label or a blank line may be between them. */
const NEAR = 3;
/** In thousands the rate comes from figures that are not printed (`（単位：千人）`); of a target and a result it is no share. */
const OTHER_TABLE =
  /単位[:は]?[^。]{0,12}[百千万億]|\([百千万億]+[人円件所カ]|達成[率度]|対(?:計画|目標)|(?:計画|目標|前年度?|前年同期)比|進捗率|増減率|伸び率/;
const HINT = /[百千万億率比度対]/;
/** Where a table says so. */
const ABOVE = 12;

/**
 * The rows of small tables of counts and rates, `支部計 531 65 12.3%`. Three numbers in a row may be anything: they are taken for a part, its
 * whole and their rate where one column holds the larger in all rows, and the rates of at least two rows, and of more rows than not, come
 * within one unit of the last digit; or in the row of the total.
 */
export function ratioTables(document: Document): Ratio[] {
  const found: Ratio[] = [];
  for (const page of document.pages) {
    let table: Row[] = [];
    const flush = () => {
      found.push(...provenRatios(table));
      table = [];
    };
    let other = Number.NEGATIVE_INFINITY;
    for (const line of page.lines) {
      const { text, number } = line;
      if (HINT.test(text) && OTHER_TABLE.test(fold(text))) other = number;
      const row =
        text.includes('%') || text.includes('％')
          ? rowOf(line, { document: document.name, page: page.number, ...placeOfLine(line), quote: text.trim() })
          : null;
      if (!row || number - other <= ABOVE) continue;
      if (number - (table.at(-1)?.line ?? number) > NEAR) flush();
      table.push(row);
    }
    flush();
  }
  return found;
}

/** No row of such a table is longer. */
const LONGEST = 200;

function rowOf({ text, number }: Line, source: Source): Row | null {
  if (text.length > LONGEST) return null;
  const cells = fold(text).trim().split(/[ |]+/).filter(Boolean);
  const ratios: Omit<Ratio, 'name'>[] = [];
  let at = cells.length;
  for (; at > 3; at -= 3) {
    const ratio = ratioOf(cells.slice(at - 3, at), source);
    if (!ratio) break;
    ratios.unshift(ratio);
  }
  const name = cells.slice(0, at).join('');
  if (ratios.length === 0 || name === '' || /^[\d,.%]+$/.test(name)) return null;
  return { name, line: number, ratios: ratios.map((ratio) => ({ ...ratio, name })) };
}

/** As if the whole stood first; which column it is, the whole table tells. */
function ratioOf([first = '', second = '', third = '']: readonly string[], source: Source): Omit<Ratio, 'name'> | null {
  const [whole, part, rate] = [countIn(COUNT, first), countIn(COUNT, second), countIn(RATE, third)];
  return whole && part && rate ? { part, whole, rate, source } : null;
}

function countIn(pattern: RegExp, cell: string): Decimal | null {
  const digits = pattern.exec(cell)?.[1];
  return digits === undefined ? null : Decimal.of(digits.replaceAll(',', ''));
}

function provenRatios(table: readonly Row[]): Ratio[] {
  const first = table.flatMap(({ ratios }) => ratios);
  const second = first.map((ratio) => ({ ...ratio, part: ratio.whole, whole: ratio.part }));
  const ratios = [first, second].find((all) => all.every(({ part, whole }) => !whole.isZero && part.compare(whole) <= 0));
  if (!ratios) return [];
  const near = ratios.filter(isNear);
  if (near.length >= 2 && near.length * 2 > ratios.length) return ratios;
  return near.filter(({ name }) => TOTAL_ROW.test(name));
}

/** Within one unit of the last printed digit, so that rounding up or down is no other thing. */
export function isNear({ part, whole, rate }: Pick<Ratio, 'part' | 'whole' | 'rate'>): boolean {
  const off = percentOf(part, whole, rate.scale + 2).minus(rate);
  return off.magnitude.compare(rate.lastUnit) < 0;
}
