import { answeredBy, answerTo, isOwn, type RowTarget } from './answered.ts';
import { type Legend, targetIn, verdictIn, verdictOf } from './cell-value.ts';
import { type Cell, type Item, linesOfCells } from './cells.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import type { Heading } from './outline.ts';
import type { PlacedStatement, RawFinding, RawResult, RawVerdict } from './paper.ts';
import { passage } from './passage.ts';
import { type CellFigure, resultIn } from './result-cell.ts';
import type { Row } from './row-builder.ts';
import { RowCells } from './row-cells.ts';
import { type KpiName, kpisOf } from './row-kpis.ts';
import type { RawBaseline, RawStatement } from './statement.ts';
import type { TableColumn } from './table-head.ts';
import type { TargetPhrase } from './target-phrase.ts';
import { isResultColumn, unreadCell } from './unread-cell.ts';

/** What a row says of its KPIs. */
export interface KpiRow {
  readonly statements: readonly PlacedStatement[];
  readonly results: readonly RawResult[];
  readonly verdicts: readonly RawVerdict[];
  /** Cells of results that could not be read. */
  readonly findings: readonly RawFinding[];
  /** Cells of targets that could not be read. */
  readonly unread: readonly (readonly TextLine[])[];
}

/** What the rows of one table have in common. */
export interface TableContext {
  readonly columns: readonly TableColumn[];
  readonly legend: Legend;
  readonly knows: (name: string) => boolean;
}

/** Reads the KPIs of a row. */
export function readKpiRow(row: Row, heading: Heading | null, context: TableContext): KpiRow {
  const found = { statements: [], results: [], verdicts: [], findings: [] as RawFinding[], unread: [] as (readonly TextLine[])[] };
  const { kpis, left } = kpisOf(row, context.columns);
  for (const { kpi, cells } of kpis) new KpiReader(kpi, new RowCells(context.columns, cells), heading, context, found).read();
  for (const { kind, cell } of left) {
    if (isResultColumn(kind)) found.findings.push(unreadCell(kind, linesOfCells([cell])));
    else found.unread.push(linesOfCells([cell]));
  }
  return found;
}

class KpiReader {
  private readonly targets: RowTarget[] = [];

  constructor(
    private readonly kpi: KpiName,
    private readonly row: RowCells,
    private readonly heading: Heading | null,
    private readonly context: TableContext,
    private readonly found: {
      readonly statements: PlacedStatement[];
      readonly results: RawResult[];
      readonly verdicts: RawVerdict[];
      readonly findings: RawFinding[];
      readonly unread: (readonly TextLine[])[];
    },
  ) {}

  read(): void {
    const baselines = this.row.baselines();
    this.row.each('target', (column, item) => this.target(column, item, baselines));
    const { stated, name } = this.kpi;
    const said = stated ?? (this.context.columns.some(({ kind, owner }) => kind === 'target' && owner) ? null : this.kpi.words);
    if (this.targets.length === 0 && said) this.set(null, this.statement(name, said.promise, [], baselines), said.suffix !== '');
    this.row.each('result', (column, item) => this.result(column, item));
    this.row.each('verdict', (column, item) => this.verdict(column, item));
    // 達成度 may head a column of verdicts.
    this.row.each('attainment', (column, item) => {
      const read = verdictIn(item.cell, this.context.legend);
      if (read?.kind === 'verdict')
        this.judge(read, answeredBy(column, this.targets, this.context.columns), column, this.linesWith(item.cell));
    });
  }

  private target(column: TableColumn, item: Item, baselines: readonly RawBaseline[]): void {
    const target = targetIn(item.cell, baselines[0] ?? null);
    if (target === null) this.found.unread.push(this.linesWith(item.cell));
    if (target?.kind !== 'target') return;
    const { stated } = this.kpi;
    const { promise, suffix } = stated ?? { ...target.phrase, promise: this.row.withUnit(target.phrase.promise) };
    const name = this.qualified(target.name, target.remarks) + (stated ? '' : suffix);
    const printed = stated ? resolved(stated, target.phrase.promise, column) : [];
    const statement = this.statement(name, promise, item.cell, [...baselines, ...target.baselines, ...printed]);
    const mark = this.kpi.mark === '' ? item.mark : this.kpi.mark;
    const conditions = [...statement.conditions, ...target.conditions];
    this.set(column, { ...statement, mark, conditions }, suffix !== '');
  }

  private statement(name: string, promise: RawStatement['promise'], cell: Cell, baselines: readonly RawBaseline[]): RawStatement {
    const { mark, conditions, asOf } = this.kpi;
    const own = this.kpi.baselines.filter(({ number }) => !baselines.some((one) => one.number === number));
    const said = {
      mark,
      name,
      promise,
      baselines: [...own, ...baselines],
      conditions,
      lines: this.linesWith(cell),
      ...(asOf !== null && { asOf }),
    };
    return { ...said, role: 'kpi', group: '', parent: null };
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

  private result(column: TableColumn, { cell }: Item): void {
    const lines = this.linesWith(cell);
    const read = resultIn(cell);
    if (!read) {
      this.found.findings.push(unreadCell('result', lines));
      return;
    }
    const target = answeredBy(column, this.targets, this.context.columns);
    const results = read.figures.map((figure) => this.resultOf(figure, column, target, lines));
    const last = results.findLastIndex((result) => result.statement === target?.statement && result.number !== null);
    const said = { rank: this.row.rankBeside(column), attainment: this.row.attainment() };
    for (const [i, result] of results.entries()) {
      const rank = result.rank ?? (i === last ? said.rank : null);
      this.found.results.push({ ...result, rank, ...(i === 0 && said.attainment !== null && { attainment: said.attainment }) });
    }
    const judged = this.context.columns.some(({ kind }) => kind === 'verdict');
    const verdict = judged || read.verdict === null ? null : verdictOf({ text: read.verdict, raw: read.verdict }, this.context.legend);
    if (verdict) this.judge(verdict, target, column, lines);
  }

  private resultOf(figure: CellFigure, column: TableColumn, target: RowTarget | null, lines: readonly TextLine[]): RawResult {
    const { name: printed, year, nation, change, ...value } = this.row.withUnit(figure);
    const answer = target && isOwn(printed, this.kpi) ? answerTo(target, figure) : null;
    const own = nation
      ? { branch: '全国', fiscalYear: column.owner?.fiscalYear ?? null }
      : year !== null && { branch: null, fiscalYear: year };
    const owner = own || (column.owner ?? target?.owner);
    return {
      ...value,
      ...answer,
      statement: answer ? (target?.statement ?? null) : null,
      name: answer ? '' : this.nameOf(printed) + (change?.suffix ?? ''),
      asOf: figure.asOf ?? year ?? column.asOf,
      heading: this.heading,
      lines,
      ...(owner ? { owner } : {}),
    };
  }

  /** Of a figure that has a name of its own: `被保険者` of 特定保健指導実施率 is 被保険者の特定保健指導実施率. */
  private nameOf(printed: string): string {
    const { base } = this.kpi;
    if (isOwn(printed, this.kpi)) return base;
    const joined = `${printed}の${base}`;
    return this.context.knows(joined) ? joined : `${base}（${printed}）`;
  }

  private verdict(column: TableColumn, item: Item): void {
    const { cell } = item;
    const lines = this.linesWith(cell);
    const read = verdictIn(cell, this.context.legend);
    if (read && read.kind !== 'grade') {
      this.judge(read, answeredBy(column, this.targets, this.context.columns), column, lines);
      return;
    }
    // 進捗状況 may head a column of figures.
    const figures =
      !read && this.context.columns.every(({ kind }) => kind !== 'result') && resultIn(cell)?.figures.some(({ number }) => number);
    if (figures) this.result(column, item);
    else if (!/^-*$/.test(passage(cell).text)) this.found.findings.push(unreadCell('verdict', lines));
  }

  private judge(read: Verdict, target: RowTarget | null, column: TableColumn, lines: readonly TextLine[]): void {
    // Of a row that sets no target for that year, only the name is of use.
    const name = (this.kpi.shared && this.targets[0]?.statement.name) || this.kpi.name;
    const statement = target?.statement ?? { ...this.statement(name, { kind: 'qualitative' }, [], []), lines };
    const owner = target?.owner ?? column.owner;
    const rubric = read.kind === 'forecast' ? 'forecast' : 'headquarters';
    this.found.verdicts.push({ statement, verdict: read.verdict, rubric, heading: this.heading, lines, ...(owner ? { owner } : {}) });
  }

  private linesWith(cell: Cell): TextLine[] {
    return linesOfCells([this.kpi.cell, cell]);
  }
}

type Verdict = NonNullable<ReturnType<typeof verdictIn>>;

/** Beside `過去3年度の平均値以上とする` a figure is what that comes to. */
function resolved({ promise }: TargetPhrase, printed: TargetPhrase['promise'], { label }: TableColumn): RawBaseline[] {
  return promise.kind === 'relative' && printed.kind === 'absolute' ? [{ label, number: printed.number, unit: printed.unit }] : [];
}
