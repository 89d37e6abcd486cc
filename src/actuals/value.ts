import type { Decimal, Severity, Text } from '../model/index.ts';
import { readDone } from '../normalize/done.ts';
import { type Counts, readFigure } from '../normalize/figure.ts';
import { isAmbiguousPercent, percentOf, readPercent } from '../normalize/percent.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import type { Evidence } from './evidence.ts';

/** What else the row, the plan and the catalog say about a figure. */
export interface ValueContext extends Evidence {
  /** `実績`, `前年度実績`: for messages. */
  readonly column: Text;
  /** `単位`; null when the cell is empty. */
  readonly unitColumn: string | null;
}

export interface Value {
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly counts: Counts | null;
  readonly asOf: string | null;
  readonly nationalRank: number | null;
}

export interface Remark {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
}

export type ValueReading =
  | { readonly ok: true; readonly value: Value; readonly remarks: readonly Remark[] }
  /** What was found, and what was expected. */
  | { readonly ok: false; readonly problem: Text };

const NOTHING: Value = { value: null, unit: null, counts: null, asOf: null, nationalRank: null };
const nothing: ValueReading = { ok: true, value: NOTHING, remarks: [] };

export function readValue(cell: string, context: ValueContext): ValueReading {
  const done = readDone(cell);
  const figure = readFigure(cell);
  if (context.kind === 'words') return done || figure.kind === 'none' ? nothing : expected(cell, context, WORDS);
  if (figure.kind === 'none' || (done && context.kind === 'unknown')) return nothing;
  if (figure.kind === 'unread')
    return expected(cell, context, figure.why ? { ja: `${figure.why.ja}。${NUMBERS.ja}`, en: `${figure.why.en}; ${NUMBERS.en}` } : NUMBERS);
  const { asOf, nationalRank } = figure;
  if (figure.kind === 'counts') {
    const unit = context.expectedUnit ?? '%';
    if (!sameUnit(unit, '%'))
      return expected(cell, context, {
        ja: `単位が ${unit} の指標には、分数でなく数値を書く`,
        en: `a KPI in ${unit} takes a number, not a fraction`,
      });
    const { value, remarks } = rateOf(figure.counts, context);
    return { ok: true, value: { value, unit: '%', counts: figure.counts, asOf, nationalRank }, remarks };
  }
  const declared = figure.unit ?? context.unitColumn;
  const unit = declared ?? context.expectedUnit;
  const remarks = [
    ...unitRemarks(cell, figure.unit, context),
    ...(figure.counts ? countRemarks(figure.value, figure.counts, context) : []),
  ];
  if (unit === null || !sameUnit(unit, '%') || figure.unit !== null || !isAmbiguousPercent(figure.value)) {
    return { ok: true, value: { value: figure.value, unit, counts: figure.counts, asOf, nationalRank }, remarks };
  }
  const { value, remark } = decidePercent(cell, figure.value, context);
  return { ok: true, value: { value, unit: '%', counts: figure.counts, asOf, nationalRank }, remarks: [...remarks, remark] };
}

const NUMBERS: Text = {
  ja: '数値（96.1％、1,234、▲0.5、907/96,681）を、値がなければ － か 未提供 を書く',
  en: 'expected a number (96.1%, 1,234, ▲0.5, 907/96,681), or － or 未提供 when there is none',
};
const WORDS: Text = { ja: '実施 か 未実施（○ か ×、あり か なし）を書く', en: 'expected done or not done (○ or ×, 実施 or 未実施)' };

const expected = (cell: string, { column }: ValueContext, what: Text): ValueReading => ({
  ok: false,
  problem: { ja: `${column.ja}「${cell}」を読めない。${what.ja}`, en: `${column.en} "${cell}" cannot be read: ${what.en}` },
});

/** The rate with two decimals, or as many as the figures beside it show; null when nothing was counted (0/0). */
export function rateOf(
  { numerator, denominator }: Counts,
  context: Pick<ValueContext, 'references' | 'column'>,
): { value: Decimal | null; remarks: Remark[] } {
  if (denominator.isZero) return { value: null, remarks: [] };
  const scale = Math.max(2, ...context.references.map((reference) => reference.scale));
  return { value: percentOf(numerator, denominator, scale), remarks: countRemarks(null, { numerator, denominator }, context) };
}

function countRemarks(printed: Decimal | null, { numerator, denominator }: Counts, { column }: Pick<ValueContext, 'column'>): Remark[] {
  const counts = `${numerator.text}/${denominator.text}`;
  const remark = (ja: string, en: string): Remark[] => [
    { rule: 'actuals/counts', severity: 'warning', message: { ja: `${column.ja} ${ja}`, en: `${column.en} ${en}` } },
  ];
  if (numerator.compare(denominator) > 0) return remark(`${counts}: 分子が分母より大きい`, `${counts}: the part is larger than the whole`);
  if (printed === null || denominator.isZero) return [];
  const computed = percentOf(numerator, denominator, printed.scale);
  if (computed.compare(printed) === 0) return [];
  return remark(
    `${printed.text}％ は ${counts} = ${computed.text}％ と合わない。書かれた率を採る`,
    `${printed.text}% does not agree with ${counts} = ${computed.text}%; the printed rate is taken`,
  );
}

function unitRemarks(cell: string, cellUnit: string | null, { column, unitColumn, expectedUnit }: ValueContext): Remark[] {
  const remark = (ja: string, en: string): Remark => ({ rule: 'actuals/unit', severity: 'warning', message: { ja, en } });
  if (cellUnit !== null && unitColumn !== null && !sameUnit(cellUnit, unitColumn)) {
    return [
      remark(
        `${column.ja}「${cell}」の単位が単位欄の「${unitColumn}」と違う。セルの単位を採る`,
        `${column.en} "${cell}" disagrees with the unit column (${unitColumn}); the cell's own unit is taken`,
      ),
    ];
  }
  const declared = cellUnit ?? unitColumn;
  if (declared === null || expectedUnit === null || sameUnit(declared, expectedUnit)) return [];
  return [
    remark(
      `${column.ja}「${cell}」の単位は ${declared}、目標の単位は ${expectedUnit}`,
      `${column.en} "${cell}" is in ${declared}, its target in ${expectedUnit}`,
    ),
  ];
}

function decidePercent(
  cell: string,
  printed: Decimal,
  { column, references, unitColumn }: ValueContext,
): { value: Decimal; remark: Remark } {
  const reading = readPercent(printed, references);
  const taken = {
    ja: `${column.ja}「${cell}」を ${reading.value.text}％ と読んだ`,
    en: `${column.en} "${cell}" was read as ${reading.value.text}%`,
  };
  const remark = (severity: Severity, ja: string, en: string): Remark => ({
    rule: 'actuals/percent',
    severity,
    message: { ja: taken.ja + ja, en: taken.en + en },
  });
  if (reading.by)
    return { value: reading.value, remark: remark('note', `（${reading.by.text}％ と比べて）`, ` (beside ${reading.by.text}%)`) };
  if (unitColumn !== null && sameUnit(unitColumn, '%'))
    return { value: printed, remark: remark('note', '（単位欄が ％）', ' (the unit column says %)') };
  return {
    value: printed,
    remark: remark('warning', '。割合（小数）なら ％ を付けて書き直す', '; if it is a fraction, write it with a percent sign'),
  };
}
