import type { Item } from './cells.ts';
import { readFigureCell } from './figure-cell.ts';
import { passage } from './passage.ts';
import type { RawBaseline } from './statement.ts';
import type { TableColumn } from './table-head.ts';

/** `12位`, `全国20位`, `5/47` */
const RANKED = /^(?:全国)?第?(\d{1,2})(?:位)?(?:\/47(?:支部)?)?$/;

/** What of each cell of a row belongs to one KPI, and what its columns say beside the target and the result. */
export class RowCells {
  constructor(
    readonly columns: readonly TableColumn[],
    private readonly cells: readonly (Item | null)[],
  ) {}

  each(kind: TableColumn['kind'], read: (column: TableColumn, item: Item) => void): void {
    for (const [i, column] of this.columns.entries()) {
      const item = this.cells[i];
      if (column.kind === kind && item) read(column, item);
    }
  }

  baselines(): RawBaseline[] {
    const found: RawBaseline[] = [];
    this.each('previous', ({ label }, { cell }) => {
      const figure = readFigureCell(passage(cell).raw, passage(cell).text);
      if (figure?.number) found.push({ label, number: figure.number + figure.magnitude, unit: this.withUnit(figure).unit });
    });
    return found;
  }

  /** A figure without a unit has the one that the row's 単位 gives. */
  withUnit<T extends object>(figure: T): T {
    if (!('unit' in figure) || figure.unit !== '') return figure;
    let unit = '';
    this.each('unit', (_, { cell }) => {
      unit = passage(cell).text;
    });
    return { ...figure, unit };
  }

  attainment(): string | null {
    let printed: string | null = null;
    this.each('attainment', (_, { cell }) => {
      printed ??= /^(\d{1,5}(?:\.\d+)?)%?$/.exec(passage(cell).text)?.[1] ?? null;
    });
    return printed;
  }

  /** A column of 全国順位 ranks the result before it, or the only one. */
  rankBeside(column: TableColumn): string | null {
    const { columns } = this;
    const at = columns.indexOf(column);
    const until = columns.findIndex(({ kind }, i) => i > at && kind === 'result');
    let rank: string | null = null;
    this.each('rank', (beside, { cell }) => {
      const place = columns.indexOf(beside);
      const near = place > at ? until < 0 || place < until : columns.every((one) => one === column || one.kind !== 'result');
      if (near) rank ??= RANKED.exec(passage(cell).text)?.[1] ?? null;
    });
    return rank;
  }
}
