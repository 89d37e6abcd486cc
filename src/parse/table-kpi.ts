import { type Legend, targetIn, verdictIn } from './cell-value.ts';
import { type Cell, type Item, itemsIn, linesOfCells } from './cells.ts';
import { ordinal } from './classify.ts';
import { readFigureCell } from './figure-cell.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import type { Heading } from './outline.ts';
import type { PlacedStatement, RawOwner, RawResult, RawVerdict } from './paper.ts';
import { passage } from './passage.ts';
import type { RawBaseline, RawStatement } from './statement.ts';
import type { TableColumn } from './table-head.ts';
import type { Row } from './table-rows.ts';
import { compares, findTarget, type TargetPhrase } from './target-phrase.ts';

/** What a row says of its KPIs. */
export interface KpiRow {
  readonly statements: readonly PlacedStatement[];
  readonly results: readonly RawResult[];
  readonly verdicts: readonly RawVerdict[];
  readonly unread: readonly (readonly TextLine[])[];
}

/** What the rows of one table have in common. */
export interface TableContext {
  readonly columns: readonly TableColumn[];
  readonly legend: Legend;
  readonly knows: (name: string) => boolean;
}

export const figureIn = (one: Cell) => readFigureCell(passage(one).raw, passage(one).text);

/** Reads the KPIs of a row: those that its name cell enumerates, or one name for all that its target cell does. */
export function readKpiRow(row: Row, heading: Heading | null, context: TableContext): KpiRow {
  const found = { statements: [], results: [], verdicts: [], unread: [] };
  const { columns } = context;
  const names = itemsIn(row[columns.findIndex(({ kind }) => kind === 'name')] ?? []);
  const targets = columns.map(({ kind }, i) => (kind === 'target' ? itemsIn(row[i] ?? []) : []));
  const most = targets.reduce((a, b) => (b.length > a.length ? b : a), []);
  const [only] = names;
  const kpis = names.length === 1 && only && most.length > 1 ? most.map(({ mark }) => ({ mark, cell: only.cell })) : names;
  for (const [i, kpi] of kpis.entries()) {
    const cells = columns.map((_, column) => part(row[column] ?? [], i, kpi.mark, kpis.length));
    new KpiReader({ ...nameIn(kpi), shared: kpis.length > names.length }, cells, heading, context, found).read();
  }
  return found;
}

/** The part of a cell that belongs to the `i`th KPI of its row, whose mark is given: by that mark, by its place, or the whole cell. */
function part(cell: Cell, i: number, mark: string, kpis: number): Item | null {
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

/** The name in a row. The cell may be a statement already: `②郵送化率を95.0％以上とする`. */
interface KpiName extends Item {
  readonly name: string;
  /** Several KPIs go by it; their cells tell them apart. */
  readonly shared: boolean;
  readonly conditions: readonly string[];
  readonly stated: TargetPhrase | null;
}

function nameIn(item: Item): Omit<KpiName, 'shared'> {
  const { text, raw } = passage(item.cell);
  const target = findTarget(text);
  const stated = target && (target.strength === 'closed' || compares(target)) && /^。?$/.test(text.slice(target.to)) ? target : null;
  const to = stated ? stated.from : text.length;
  const { name, condition } = nameOf({ folded: text.slice(0, to), raw: raw.slice(0, to) }, true);
  return { ...item, name: name + (stated?.suffix ?? ''), conditions: condition ? [condition] : [], stated };
}

/** A target, with the column that it stands in. */
interface Target {
  readonly column: TableColumn | null;
  readonly owner: RawOwner | null;
  readonly statement: RawStatement;
  /** It sets a change (`5％以上削減`); the results of the row are of what changes. */
  readonly change: boolean;
}

class KpiReader {
  private readonly targets: Target[] = [];

  constructor(
    private readonly kpi: KpiName,
    /** For each column, what of its cell belongs to this KPI. */
    private readonly cells: readonly (Item | null)[],
    private readonly heading: Heading | null,
    private readonly context: TableContext,
    private readonly found: {
      readonly statements: PlacedStatement[];
      readonly results: RawResult[];
      readonly verdicts: RawVerdict[];
      readonly unread: (readonly TextLine[])[];
    },
  ) {}

  read(): void {
    const baselines = this.baselines();
    this.each('target', (column, item) => this.target(column, item, baselines));
    const { stated } = this.kpi;
    if (this.targets.length === 0 && stated) this.set(null, this.statement(this.kpi.name, stated.promise, [], baselines), false);
    this.each('result', (column, item) => this.result(column, item));
    this.each('verdict', (column, item) => this.verdict(column, item));
  }

  private each(kind: TableColumn['kind'], read: (column: TableColumn, item: Item) => void): void {
    for (const [i, column] of this.context.columns.entries()) {
      const item = this.cells[i];
      if (column.kind === kind && item) read(column, item);
    }
  }

  private target(column: TableColumn, item: Item, baselines: readonly RawBaseline[]): void {
    const target = targetIn(item.cell, baselines[0] ?? null);
    if (target === null) this.found.unread.push(this.linesWith(item.cell));
    if (target?.kind !== 'target') return;
    const { stated } = this.kpi;
    const { promise, suffix } = stated ?? { ...target.phrase, promise: this.withUnit(target.phrase.promise) };
    const name = this.qualified(target.name, target.remarks) + (stated ? '' : suffix);
    const printed = stated ? resolved(stated, target.phrase.promise, column) : [];
    const statement = this.statement(name, promise, item.cell, [...baselines, ...target.baselines, ...printed]);
    const mark = this.kpi.mark === '' ? item.mark : this.kpi.mark;
    const conditions = [...statement.conditions, ...target.conditions];
    this.set(column, { ...statement, mark, conditions }, !stated && suffix !== '');
  }

  private statement(name: string, promise: RawStatement['promise'], cell: Cell, baselines: readonly RawBaseline[]): RawStatement {
    const { mark, conditions } = this.kpi;
    return { mark, name, promise, role: 'kpi', group: '', parent: null, lines: this.linesWith(cell), baselines, conditions };
  }

  private set(column: TableColumn | null, statement: RawStatement, change: boolean): void {
    const owner = column?.owner ?? null;
    this.targets.push({ column, owner, statement, change });
    this.found.statements.push({ statement, heading: this.heading, appendix: false, ...(owner ? { owner } : {}) });
  }

  /** The name with what a cell adds: the remark of `0.376% (基金合算)` says of what that figure is. */
  private qualified(own: { readonly text: string; readonly raw: string }, remarks: readonly string[]): string {
    const { name } = this.kpi;
    const called = own.text === '' ? '' : nameOf({ folded: own.text, raw: own.raw }, true).name;
    const base = called === '' || called === name ? name : name === '' || this.context.knows(called) ? called : `${name}（${called}）`;
    return remarks.reduce((whole, remark) => `${whole}（${remark}）`, base);
  }

  private baselines(): RawBaseline[] {
    const found: RawBaseline[] = [];
    this.each('previous', ({ label }, { cell }) => {
      const figure = figureIn(cell);
      if (figure?.number) found.push({ label, number: figure.number, unit: this.withUnit(figure).unit });
    });
    return found;
  }

  private result(column: TableColumn, { cell }: Item): void {
    const figure = figureIn(cell);
    const lines = this.linesWith(cell);
    if (!figure) {
      this.found.unread.push(lines);
      return;
    }
    const { comparator: _, ...printed } = this.withUnit(figure);
    const target = this.answered(column);
    const owner = column.owner ?? target?.owner;
    const attainment = this.attainment();
    this.found.results.push({
      ...printed,
      statement: target && !target.change ? target.statement : null,
      name: target && !target.change ? '' : this.kpi.name,
      asOf: figure.asOf ?? column.asOf,
      heading: this.heading,
      lines,
      ...(owner ? { owner } : {}),
      ...(attainment ? { attainment } : {}),
    });
  }

  /** A figure without a unit has the one that the row's 単位 gives. */
  private withUnit<T extends object>(figure: T): T {
    if (!('unit' in figure) || figure.unit !== '') return figure;
    let unit = '';
    this.each('unit', (_, { cell }) => {
      unit = passage(cell).text;
    });
    return { ...figure, unit };
  }

  private attainment(): string | null {
    let printed: string | null = null;
    this.each('attainment', (_, { cell }) => {
      printed ??= /^(\d{1,5}(?:\.\d+)?)%?$/.exec(passage(cell).text)?.[1] ?? null;
    });
    return printed;
  }

  private verdict(column: TableColumn, { cell }: Item): void {
    const lines = this.linesWith(cell);
    const read = verdictIn(cell, this.context.legend);
    if (!read || read.kind === 'grade') {
      if (!/^-*$/.test(passage(cell).text)) this.found.unread.push(lines);
      return;
    }
    const target = this.answered(column);
    // Of a row that sets no target for that year, only the name is of use.
    const name = (this.kpi.shared && this.targets[0]?.statement.name) || this.kpi.name;
    const statement = target?.statement ?? this.statement(name, { kind: 'qualitative' }, cell, []);
    const owner = target?.owner ?? column.owner;
    const rubric = read.kind === 'forecast' ? 'forecast' : 'headquarters';
    this.found.verdicts.push({ statement, verdict: read.verdict, rubric, heading: this.heading, lines, ...(owner ? { owner } : {}) });
  }

  /** The target that a column speaks of: the one of its year, and the paper's own before another body's. */
  private answered(column: TableColumn): Target | null {
    const { owner } = column;
    // 判定 without a year judges the result beside it.
    const result = column.kind === 'verdict' ? this.context.columns.find(({ kind }) => kind === 'result') : undefined;
    const year = yearOf(owner) ?? yearOf(result?.owner ?? null);
    const others = owner?.branch === HEADQUARTERS ? [] : this.targets.filter((target) => target.owner?.branch === HEADQUARTERS);
    const own = others.length < this.targets.length ? this.targets.filter((target) => !others.includes(target)) : this.targets;
    if (year !== null) return own.find((target) => (yearOf(target.owner) ?? year) === year) ?? null;
    // Without a year, it speaks of the target that it stands beside.
    const at = this.context.columns.indexOf(column);
    return own.findLast((target) => target.column === null || this.context.columns.indexOf(target.column) < at) ?? own[0] ?? null;
  }

  private linesWith(cell: Cell): TextLine[] {
    return linesOfCells([this.kpi.cell, cell]);
  }
}

const HEADQUARTERS = '本部';

/** `R5` and `令和5年度` are one year. */
export function yearOf(owner: RawOwner | null): string | null {
  const year = owner?.fiscalYear?.normalize('NFKC') ?? null;
  return (
    year
      ?.replace('令和', 'R')
      .replace('平成', 'H')
      .replace('元', '1')
      .replace(/\(.*\)|年度?/g, '') ?? null
  );
}

/** Beside `過去3年度の平均値以上とする` a figure is what that comes to. */
function resolved({ promise }: TargetPhrase, printed: TargetPhrase['promise'], { label }: TableColumn): RawBaseline[] {
  return promise.kind === 'relative' && printed.kind === 'absolute' ? [{ label, number: printed.number, unit: printed.unit }] : [];
}
