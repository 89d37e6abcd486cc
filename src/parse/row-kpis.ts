import { KPI_WORD } from '../catalog/markers.ts';
import { type Cell, type Item, itemsIn, stretch } from './cells.ts';
import { markerAt, ordinal } from './classify.ts';
import { figuresIn } from './figure.ts';
import { overlap } from './likeness.ts';
import { nameOf } from './name.ts';
import { type Passage, passage } from './passage.ts';
import type { Row } from './row-builder.ts';
import { bareBaseline, conditionsOf, insideBaselines } from './sentence.ts';
import { baselinesIn, isCondition, type RawBaseline } from './statement.ts';
import type { TableColumn } from './table-head.ts';
import { compares, findQualitative, findTarget, HIDDEN, maskBrackets, type TargetPhrase } from './target-phrase.ts';

/** The name in a row. The cell may be a statement already: `②郵送化率を95.0％以上とする`. */
export interface KpiName extends Item {
  readonly name: string;
  /** Without what an amount of change adds to it (`の令和2年度比削減率`). */
  readonly base: string;
  /** Several KPIs go by it; their cells tell them apart. */
  readonly shared: boolean;
  readonly conditions: readonly string[];
  readonly stated: TargetPhrase | null;
  /** Figures that the statement prints beside its target: `対前年度（95.8％）以上`. */
  readonly baselines: readonly RawBaseline[];
  /** What it promises in words, where no column sets a target. */
  readonly words: TargetPhrase | null;
  /** `令和6年11月末時点の`: when the target is to be reached, or counted. */
  readonly asOf: string | null;
}

/** A KPI of a row, and for each column what of its cell belongs to it. */
export interface RowKpi {
  readonly kpi: KpiName;
  readonly cells: readonly (Item | null)[];
}

/** The KPIs of a row, those that its name cell enumerates, or one name for all that its target cell does; and the cells that no KPI takes. */
export function kpisOf(
  row: Row,
  columns: readonly TableColumn[],
): { readonly kpis: readonly RowKpi[]; readonly left: readonly LeftCell[] } {
  const name = columns.findIndex(({ kind }) => kind === 'name');
  const names = itemsIn(withoutMarker(row[name] ?? [])).flatMap(sentencesIn);
  const targets = columns.map(({ kind }, i) => (kind === 'target' ? itemsIn(row[i] ?? []) : []));
  const most = targets.reduce((a, b) => (b.length > a.length ? b : a), []);
  const [only] = names;
  const all = names.length === 1 && only && most.length > 1 ? most.map(({ mark }) => ({ mark, cell: only.cell })) : names;
  const shared = all.length > names.length;
  const parted = columns.map(({ kind }, i) => partsOf(row[i] ?? [], all, kind === 'result'));
  const left = columns.flatMap(({ kind }, i) => {
    const cell = row[i] ?? [];
    const lost = LOSES.has(kind) && cell.length > 0 && all.length > 1 && parted[i]?.every((part) => part === null);
    return lost ? [{ kind, cell }] : [];
  });
  const aimed = columns.some(({ kind }) => kind === 'target');
  return { kpis: all.map((kpi, i) => ({ kpi: { ...nameIn(kpi, aimed), shared }, cells: parted.map((parts) => parts[i] ?? null) })), left };
}

/** `■ KPI：健診受診率` in a column of names: the marker is no part of it. */
function withoutMarker(cell: Cell): Cell {
  const [first, ...more] = cell;
  if (!first?.line.text.includes(KPI_WORD)) return cell;
  const { line, from, to = line.text.length } = first;
  const start = from + line.text.slice(from, to).search(/\S|$/);
  const marker = markerAt({ ...line, text: line.text.slice(0, to), start });
  return marker && !marker.heading ? [{ line, from: marker.end, to }, ...more] : cell;
}

/** A cell that none of several KPIs takes, and what its column holds. */
export interface LeftCell {
  readonly kind: TableColumn['kind'];
  readonly cell: Cell;
}

/** Columns whose cells say something of a KPI. */
const LOSES = new Set<TableColumn['kind']>(['target', 'result', 'verdict']);

function partsOf(cell: Cell, kpis: readonly Item[], result: boolean): (Item | null)[] {
  const parts = kpis.map(({ mark }, i) => partOf(cell, i, mark, kpis.length));
  return result && kpis.length > 1 && parts.every((part) => part === null) ? partsByName(cell, kpis) : parts;
}

/** The part of a cell that belongs to the `i`th KPI of its row, whose mark is given: by that mark, by its place, or the whole cell. */
function partOf(cell: Cell, i: number, mark: string, kpis: number): Item | null {
  if (cell.length === 0) return null;
  const items = itemsIn(cell);
  if (kpis === 1) return items.length === 1 ? (items[0] ?? null) : { mark: '', cell };
  const number = ordinal(mark);
  const same = items.find((item) => item.mark !== '' && number !== null && ordinal(item.mark) === number);
  if (same) return same;
  if (items.length === kpis) return items[i] ?? null;
  const line = cell.length === kpis ? cell[i] : undefined;
  return line ? { mark: '', cell: [line] } : null;
}

/** From this likeness on, what a figure is called is the KPI's name: `被保険者` of `被保険者の特定保健指導実施率`. */
const ALIKE = 0.5;

/** `被保険者 13.6％、被扶養者 7.2％` beside two names. */
function partsByName(cell: Cell, kpis: readonly Item[]): (Item | null)[] {
  const text = passage(cell);
  const parts = kpis.map((): Item | null => null);
  for (const { name, from, to } of figuresIn(text).figures) {
    const likeness = kpis.map((kpi) => (name === '' ? 0 : overlap(name, passage(kpi.cell).raw)));
    const best = Math.max(...likeness);
    const at = likeness.indexOf(best);
    if (best >= ALIKE && parts[at] === null) parts[at] = { mark: '', cell: stretch(text, from, to) };
  }
  return parts;
}

/** No cell of statements is longer; it bounds the work on a hostile line. */
const LONGEST = 1000;
/** Shorter than this, no statement. */
const SHORTEST = 6;
/** The part of a KPI that has a line and a target of its own. */
const LONGEST_PART = 8;

/** Statements that follow each other without a number: `健康宣言事業所数を1,200事業所以上とする。` / `関係団体と連携した広報を実施する`. */
function sentencesIn(item: Item): Item[] {
  const text = passage(item.cell);
  if (text.text.length > LONGEST) return [item];
  const stops = [...text.text.matchAll(/。(?=.)/g)].map(({ index }) => index + 1);
  const borders = [...new Set([...text.starts.slice(1), ...stops])].sort((a, b) => a - b);
  if (borders.length === 0) return [item];
  const of = partsUnder(item.cell);
  if (of) return of.map((cell, i) => ({ mark: i === 0 ? item.mark : '', cell }));
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (const to of [...borders, text.text.length]) {
    const said = text.text.slice(from, to);
    const last = parts.at(-1);
    if (last && (isCondition(said) || /^[(※]|^(?:ただし|但し|なお)/.test(said))) last.to = to;
    else if (said.length >= SHORTEST && isWhole(said)) parts.push({ from, to });
    else continue;
    from = to;
  }
  if (parts.length < 2 || from < text.text.length) return [item];
  return parts.map((one, i) => ({ mark: i === 0 ? item.mark : '', cell: stretch(text, one.from, one.to) }));
}

/** `特定保健指導実施率` / `被保険者 24.0％以上` / `被扶養者 10.0％以上`: the name with each of its parts. */
function partsUnder([name, ...parts]: Cell): Cell[] | null {
  if (!name || parts.length < 2 || findTarget(passage([name]).text)) return null;
  const each = parts.every((part) => {
    const { text } = passage([part]);
    const target = findTarget(text);
    return target && compares(target) && target.from > 0 && target.from <= LONGEST_PART && target.to === text.length;
  });
  return each ? parts.map((part) => [name, part]) : null;
}

/** Whether the text is a statement to its end: `…を95.0％以上とする`, `郵送化率 95.0％以上`, `…を実施する`. */
function isWhole(text: string): boolean {
  const target = findTarget(text);
  const phrase = target ?? findQualitative(text);
  if (!phrase || !/^。?$/.test(text.slice(phrase.to))) return false;
  const name = nameOf({ folded: text.slice(0, phrase.from), raw: text.slice(0, phrase.from) }, target !== null).name;
  return name.length > 1 && (phrase.strength === 'closed' || compares(phrase));
}

/** How many KPIs the cell of a name is of, when each of them is known, or a statement to its end; else 0. */
export function kpisNamed(cell: Cell, knows: (name: string) => boolean, aimed: boolean): number {
  const items = itemsIn(cell).flatMap(sentencesIn);
  const ends = items.every(({ cell }) => {
    const { text, raw } = passage(cell);
    return knows(raw) || isWhole(text) || (!aimed && /.{2}\d%$/.test(text));
  });
  return ends ? items.length : 0;
}

/** `aimed`: a column of its own holds the targets; without one, a figure behind the name is it: `サービススタンダードの達成状況 100％`. */
function nameIn(item: Item, aimed: boolean): Omit<KpiName, 'shared'> {
  const { text, raw } = passage(item.cell);
  const target = findTarget(text);
  const stated = target && isStated(text, target, aimed) ? target : null;
  const to = stated ? stated.from : text.length;
  const { name, condition, asOf } = nameOf({ folded: text.slice(0, to), raw: raw.slice(0, to) }, true);
  const behind = { text: text.slice(stated?.to ?? text.length), raw: raw.slice(stated?.to ?? text.length) };
  const conditions = [...(condition ? [condition] : []), ...conditionsOf(behind)];
  const qualitative = target ? null : findQualitative(text);
  const words = qualitative?.strength === 'closed' ? qualitative : null;
  return {
    ...item,
    name: name + (stated?.suffix ?? ''),
    base: name,
    conditions,
    stated,
    baselines: stated ? baselinesOf({ text, raw }, stated) : [],
    words,
    asOf,
  };
}

function baselinesOf({ text, raw }: Pick<Passage, 'text' | 'raw'>, { promise, from, to }: TargetPhrase): RawBaseline[] {
  const behind = text.slice(to);
  return [...insideBaselines(raw.slice(from, to)), ...(promise.kind === 'relative' ? bareBaseline(behind) : []), ...baselinesIn(behind)];
}

/** A closed or comparing phrase to the end of the cell or to a clause or a remark behind it, or an amount of change: `6％削減`, `喫煙者数 ▲2,700人`. */
function isStated(text: string, target: TargetPhrase, aimed: boolean): boolean {
  const behind = maskBrackets(text).slice(target.to).replaceAll(HIDDEN, '').replace(/※.*$/, '');
  if (!/^。?$/.test(behind) && !isCondition(behind.replace(/^[。、]/, ''))) return false;
  if (target.strength === 'closed' || compares(target) || target.suffix !== '') return true;
  const { promise, from } = target;
  return from > 0 && promise.kind === 'absolute' && (/^[▲+]/.test(promise.number) || (!aimed && promise.unit !== ''));
}
