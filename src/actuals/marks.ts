import type { Finding, Source, Text } from '../model/index.ts';
import { type ColumnKey, type Layout, titleOf } from './columns.ts';
import type { CellMark, Table, TableRow } from './table.ts';
import type { Remark } from './value.ts';

/** Columns of figures: what stands in them belongs to one KPI. */
const FIGURES: ReadonlySet<ColumnKey> = new Set(['actual', 'previous', 'bids', 'singleBids']);

interface RowMarks {
  /** Columns whose text stands in another row. */
  readonly notOwn: ReadonlySet<ColumnKey>;
  readonly remarks: readonly Remark[];
}

const NONE: RowMarks = { notOwn: new Set(), remarks: [] };

/**
 * What a sheet knows of the cells of a row, beyond what they show. A name or a 計画達成度 that is merged over several rows holds for
 * each of them; a figure belongs to the first.
 */
export function marksIn(row: TableRow, { at }: Layout): RowMarks {
  if (!row.marks || row.marks.size === 0) return NONE;
  const notOwn = new Set<ColumnKey>();
  const remarks: Remark[] = [];
  for (const [key, column] of at) {
    const mark = row.marks.get(column);
    if (!mark || (mark.kind === 'merged' && !FIGURES.has(key))) continue;
    if (mark.kind === 'merged') notOwn.add(key);
    const remark = remarkOf(mark, titleOf(key), row.cells[column] ?? '', FIGURES.has(key));
    if (remark) remarks.push(remark);
  }
  return { notOwn, remarks };
}

function remarkOf(mark: CellMark, title: string, text: string, isFigure: boolean): Remark | null {
  const warning = (rule: string, message: Text): Remark => ({ rule, severity: 'warning', message });
  switch (mark.kind) {
    case 'merged':
      return warning('actuals/merged', {
        ja: `${title}「${text}」のセルが上の行と結合されている。上の行の値として読み、この行では読まない`,
        en: `the cell 「${title}」 "${text}" is merged with the row above: it is read for that row and not for this one`,
      });
    case 'no-result':
      return warning('actuals/unreadable', {
        ja: `${title}は数式だが、結果が保存されていない。Excel で開いて保存し直す`,
        en: `「${title}」 is a formula that was saved without its result: open the file in Excel and save it`,
      });
    case 'rounded':
      return mark.formula || !isFigure ? null : warning('actuals/rounded', typedDigits(title, text, mark.held));
  }
}

const typedDigits = (title: string, text: string, held: string): Text => ({
  ja: `${title}は「${text}」と表示されているが、セルの値は ${held}。表示のとおりに読んだ。必要なら表示形式の桁を増やす`,
  en: `「${title}」 shows "${text}" but holds ${held}; what it shows is read. Show more digits if they count`,
});

/** Figures that formulas made have more digits than they show as a rule: one note for all. */
export function summaryOfMarks({ layout, rows }: Table, source: (row: TableRow) => Source): Finding[] {
  const columns = [...layout.at].filter(([key]) => FIGURES.has(key)).map(([, column]) => column);
  const rounded = (row: TableRow) =>
    columns.some((column) => {
      const mark = row.marks?.get(column);
      return mark?.kind === 'rounded' && mark.formula;
    });
  const found = rows.filter(rounded);
  const [first] = found;
  if (!first) return [];
  const numbers = found.map(({ lineStart }) => lineStart).join(', ');
  const message = {
    ja: `数式の結果は、表示されている桁で読んだ（${numbers}行目）`,
    en: `results of formulas are read to the digits that they show (rows ${numbers})`,
  };
  return [{ type: 'finding', rule: 'actuals/rounded', severity: 'note', message, source: source(first) }];
}
