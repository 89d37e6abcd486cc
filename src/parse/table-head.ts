import { BRANCHES } from '../catalog/branches.ts';
import { COLUMN_HEADS } from '../catalog/columns.ts';
import { HEAD_BODY, HEAD_DATE, HEAD_PART, HEAD_YEAR, HEADS, type HeadKind } from '../catalog/tables.ts';
import { type Cell, cell, cellsOf, isRule, type Separator, separatorOf } from './cells.ts';
import type { TextLine } from './lines.ts';
import type { RawOwner } from './paper.ts';
import { passage } from './passage.ts';

/** One column of a table of KPIs. */
export interface TableColumn {
  readonly kind: HeadKind;
  /** As printed, without spaces: `R8KPI協会全体`. */
  readonly label: string;
  /** Null when the head names neither year nor organisation. */
  readonly owner: RawOwner | null;
  /** A date in the year: `R5.12末`. */
  readonly asOf: string | null;
  /** Where the head stands on its line, in half-width columns; wrapped cells are told apart by it. */
  readonly from: number;
}

export interface TableHead {
  readonly columns: readonly TableColumn[];
  readonly separator: Separator;
  readonly lines: readonly TextLine[];
  /** Index of the first line behind the head. */
  readonly next: number;
}

/** A cheap test: every head holds one of these words. */
const HINT = /KPI|項目|指標|施策|分野|変更前|現行|旧/;
/** No head wraps over more lines, and no table has more columns. */
const LONGEST = 8;
const MOST = 16;
/** A line that heads a column by itself is no longer. */
const LONGEST_HEAD = 24;
const LONGEST_LINE = 400;

/** The head of a table of KPIs at `lines[at]`; null when none stands there. */
export function tableHeadAt(lines: readonly TextLine[], at: number): TableHead | null {
  const first = lines[at];
  if (!first || first.text.length > LONGEST_LINE || !HINT.test(first.text)) return null;
  const separator = separatorOf(first);
  if (!separator) return headOfLines(lines, at);
  const stacked = stackedHead(lines, at, separator);
  return stacked ?? (separator === 'space' ? spacedHead(first, at) : wrappedHead(lines, at, separator));
}

/** A head that keeps a line for each column, the name first: `項目` / `R8KPI` / `協会全体` / `R6KPI 熊本支部`. */
function headOfLines(lines: readonly TextLine[], at: number): TableHead | null {
  const cells: Cell[] = [];
  let next = at;
  for (let line = lines[next]; line && cells.length <= MOST && (next === at || line.gap <= 1); line = lines[++next]) {
    const one = cell(line, line.start, Math.min(line.text.length, line.start + LONGEST_HEAD));
    const text = textOf(one);
    if (line.text.length > line.start + LONGEST_HEAD || !isHeadWord(text)) break;
    if (next > at && isOwner(text)) cells[cells.length - 1] = [...(cells.at(-1) ?? []), ...one];
    else cells.push(one);
  }
  const head = cells.length > 2 ? headOf(cells, 'line', lines.slice(at, next), next) : null;
  return head?.columns[0]?.kind === 'name' ? head : null;
}

/** A head of two lines, one under the other: `項目  R8KPI  R6KPI` / `　  協会全体  熊本支部`. */
function stackedHead(lines: readonly TextLine[], at: number, separator: Separator): TableHead | null {
  const [first, second] = [lines[at], lines[at + 1]];
  if (!first || !second || separator === 'space' || isRule(second) || separatorOf(second) !== separator) return null;
  const upper = cellsOf(first, separator);
  const lower = cellsOf(second, separator);
  if (lower.some((one) => one.length > 0 && !isHeadWord(textOf(one)))) return null;
  if (upper.length === lower.length)
    return headOf(
      upper.map((one, i) => [...one, ...(lower[i] ?? [])]),
      separator,
      [first, second],
      at + 2,
    );
  if (separator !== 'gap' || lower.length > upper.length) return null;
  const places = upper.map(offsetOf);
  const under = upper.map((): Cell => []);
  for (const one of lower) {
    const column = nearest(places, offsetOf(one));
    under[column] = one;
  }
  return headOf(
    upper.map((one, i) => [...one, ...(under[i] ?? [])]),
    separator,
    [first, second],
    at + 2,
  );
}

/** A head on one line, or broken inside its cells: `項目\tR8KPI` / `協会全体\tR6KPI` / `熊本支部`. */
function wrappedHead(lines: readonly TextLine[], at: number, separator: Separator): TableHead | null {
  let cells: Cell[] = [];
  let head: TableHead | null = null;
  for (let next = at; next < at + LONGEST; next++) {
    const line = lines[next];
    if (!line || isRule(line) || (next > at && (line.gap > 0 || separator === 'gap'))) break;
    const more = cellsOf(line, separator);
    const [joint = [], ...others] = more;
    const joined: Cell[] = cells.length === 0 ? more : [...cells.slice(0, -1), [...(cells.at(-1) ?? []), ...joint], ...others];
    if (next > at && more.some((one) => one.length > 0 && !isHeadWord(textOf(one)))) break;
    cells = joined;
    head = headOf(cells, separator, lines.slice(at, next + 1), next + 1) ?? head;
  }
  return head;
}

/** `項目 R8KPI 協会全体 R6KPI 熊本支部 R5達成状況`: a word that is no head by itself belongs to the one before it. */
function spacedHead(line: TextLine, at: number): TableHead | null {
  const cells: Cell[] = [];
  for (const word of cellsOf(line, 'space')) {
    const last = cells.at(-1);
    const text = textOf(word);
    const opens = kindOf(text) !== null && !isOwner(text);
    if (opens || !last) cells.push(word);
    else if (isHeadWord(text)) cells[cells.length - 1] = [...last, ...word];
    else return null;
  }
  return headOf(cells, 'space', [line], at + 1);
}

function headOf(cells: readonly Cell[], separator: Separator, lines: readonly TextLine[], next: number): TableHead | null {
  if (cells.length < 2 || cells.length > MOST) return null;
  const columns = withRated(withName(withBareYears(withBareKpi(cells.map(columnOf)))));
  const has = (...kinds: HeadKind[]) => columns.some(({ kind }) => kinds.includes(kind));
  const compares = has('name') && has('target', 'result', 'verdict');
  if (!compares && !ratesMeasures(columns) && !(has('before') && has('after'))) return null;
  return { columns, separator, lines, next };
}

/** `評価項目 重要度 困難度 評価方法 自己評価`: a table of grades. */
export function ratesMeasures(columns: readonly TableColumn[]): boolean {
  const has = (...kinds: HeadKind[]) => columns.some(({ kind }) => kinds.includes(kind));
  return has('measure') && has('grade') && has('importance', 'difficulty', 'method');
}

function columnOf(one: Cell): TableColumn {
  const text = textOf(one);
  const { rest, owner, asOf } = ownerIn(text);
  const label = passage(one).raw;
  return { kind: kindOf(text) ?? 'other', label: label === '' ? rest : label, owner, asOf, from: offsetOf(one) };
}

/** `項目 評価 重要度 困難度`: what is graded and nothing else is a measure, whatever its column is called. */
function withRated(columns: readonly TableColumn[]): TableColumn[] {
  const rated = columns.map((column): TableColumn => (column.kind === 'name' ? { ...column, kind: 'measure' } : column));
  const only = columns.every(({ kind }) => !['measure', 'target', 'result', 'verdict', 'attainment'].includes(kind));
  return only && ratesMeasures(rated) ? rated : [...columns];
}

/** `KPI` alone is the name where no other column is, and where one is, the target. */
function withBareKpi(columns: readonly TableColumn[]): TableColumn[] {
  const bare = (column: TableColumn) => column.label.normalize('NFKC') === 'KPI';
  const named = columns.some((column) => column.kind === 'name' && !bare(column));
  const aimed = columns.some((column) => column.kind === 'target' && !bare(column));
  return columns.map((column) => (bare(column) ? { ...column, kind: named && !aimed ? 'target' : 'name' } : column));
}

/** A table of targets names its KPIs in the column without a head, or, where there is none, in the last one of measures (`区分`). */
function withName(columns: readonly TableColumn[]): TableColumn[] {
  const targets = columns.filter(({ kind, owner }) => kind === 'target' && owner !== null);
  if (targets.length === 0 || columns.some(({ kind }) => kind === 'name')) return [...columns];
  const blank = columns.findIndex(({ label }) => label === '');
  const at = blank >= 0 ? blank : columns.findLastIndex(({ kind }) => kind === 'measure');
  return columns.map((column, i) => (i === at ? { ...column, kind: 'name' } : column));
}

/** A year alone, in a table that says how its KPIs stand, heads a column of targets: `R6 熊本支部`. */
function withBareYears(columns: readonly TableColumn[]): TableColumn[] {
  if (!columns.some(({ kind }) => kind === 'verdict')) return [...columns];
  return columns.map((column) =>
    column.kind === 'other' && column.owner?.fiscalYear && isOwner(column.label.normalize('NFKC')) ? { ...column, kind: 'target' } : column,
  );
}

/** What a head is, without the year and the organisation in it; null when it is no head of a table of KPIs. */
function kindOf(text: string): HeadKind | null {
  const { rest, owner } = ownerIn(text);
  if (rest === 'KPI' && owner) return 'target';
  const found =
    HEADS.find(({ pattern }) => pattern.test(rest)) ?? COLUMN_HEADS.find(({ pattern }) => pattern.test(text) || pattern.test(rest));
  return found?.kind ?? null;
}

const BRANCH = new RegExp(`(${BRANCHES.map(({ name }) => name).join('|')})(?:県|府|都)?支部`);

/** The year and the organisation that a head names, and what is left of it. */
function ownerIn(text: string): { rest: string; owner: RawOwner | null; asOf: string | null } {
  const year = HEAD_YEAR.exec(text);
  const date = HEAD_DATE.exec(text);
  const dated = text.replace(date?.[0] ?? '', '').replace(year?.[0] ?? '', '');
  const part = HEAD_PART.exec(dated);
  let rest = dated.replace(part?.[0] ?? '', '');
  const branch = BRANCH.exec(rest);
  const body = branch ? null : HEAD_BODY.find(({ pattern }) => pattern.test(rest));
  rest = rest.replace(branch?.[0] ?? body?.pattern ?? '', '').replace(/[()（）]|^の|における/g, '');
  const fiscalYear = year?.groups?.year ?? null;
  const owner = year || branch || body ? { branch: branch?.[1] ?? body?.branch ?? null, fiscalYear } : null;
  return { rest, owner, asOf: date?.groups?.date ?? part?.groups?.date ?? (year?.groups?.date ? year[0] : null) };
}

const isOwner = (text: string): boolean => ownerIn(text).rest === '';

/** A word that can stand in a head: `協会全体`, `R6KPI`, `達成状況`. */
function isHeadWord(text: string): boolean {
  return text === '' || isOwner(text) || kindOf(text) !== null;
}

/** The column that begins nearest to an offset. */
export function nearest(places: readonly number[], offset: number): number {
  let best = 0;
  for (const [i, place] of places.entries()) if (Math.abs(place - offset) < Math.abs((places[best] ?? 0) - offset)) best = i;
  return best;
}

/** Where a cell begins, in half-width columns: Japanese characters are two wide. */
export function offsetOf(one: Cell): number {
  const piece = one[0];
  if (!piece) return 0;
  let from = piece.from;
  while (piece.line.text[from] === ' ') from++;
  let width = 0;
  for (let i = 0; i < from; i++) width += piece.line.raw.charCodeAt(i) < 0x100 ? 1 : 2;
  return width;
}

const textOf = (one: Cell): string => passage(one).text.replaceAll(' ', '');
