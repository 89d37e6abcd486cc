import type { Actual, Decimal, Indicator, Target, Text } from '../model/index.ts';
import { readFigure } from '../normalize/figure.ts';
import { type Evidence, sureFigure, targetEvidence, unitOfColumn } from './evidence.ts';
import { type Cells, type Row, type RowPart, unescapeCell } from './row-part.ts';
import { type Remark, rateOf, readValue, type Value, type ValueContext } from './value.ts';

/** 実績 and 前年度実績 of one KPI. */
export function readKpiCells(row: Row): RowPart {
  const { cell, source, branch, fiscalYear } = row;
  if ((['actual', 'previous', 'bids', 'singleBids'] as const).every((key) => cell(key) === '')) return {};
  const name = unescapeCell(cell('indicator'));
  if (name === '') {
    return {
      problems: [{ ja: '実績があるのに指標が空。指標の名前を書く', en: 'there is a result but no indicator; write its name under 指標' }],
    };
  }
  const known = row.catalog.resolve(name);
  const target = row.index?.find(name, known?.id ?? null) ?? null;
  const { actual, previous, problems, remarks } = readFigures(cell, targetEvidence(cell('target'), target, known));
  if (!actual && !previous) return { problems, remarks };
  const base = { type: 'actual', branch, indicator: target ? target.indicator : (known?.id ?? null), name, source } as const;
  const asOf = cell('asOf');
  const actuals: Actual[] = [
    ...(actual ? [{ ...base, fiscalYear, ...fields(actual), ...(asOf !== '' && { asOf }) }] : []),
    ...(previous ? [{ ...base, fiscalYear: fiscalYear - 1, ...fields(previous), restated: true as const }] : []),
  ];
  return { actuals, problems, remarks: [...remarks, ...nameRemarks(row, name, known, target)] };
}

interface Printed {
  readonly value: Value;
  readonly text: string;
  /** 入札件数 without 一者応札件数: it tells whether the rate decides. */
  readonly bids?: Decimal;
}

const fields = ({ value: { value, unit, counts, asOf, nationalRank }, text, bids }: Printed) => ({
  value,
  unit,
  text,
  asOf,
  nationalRank,
  numerator: counts?.numerator ?? null,
  denominator: counts?.denominator ?? bids ?? null,
});

const ACTUAL: Text = { ja: '実績', en: 'actual' };
const PREVIOUS: Text = { ja: '前年度実績', en: 'previous year' };

interface Figures {
  readonly actual: Printed | null;
  readonly previous: Printed | null;
  readonly problems: readonly Text[];
  readonly remarks: readonly Remark[];
}

function readFigures(cell: Cells, evidence: Evidence): Figures {
  const problems: Text[] = [];
  const remarks: Remark[] = [];
  const read = (key: 'actual' | 'previous', column: Text, other: string): Printed | null => {
    const text = cell(key);
    if (text === '') return null;
    const context: ValueContext = {
      ...evidence,
      column,
      unitColumn: unitOfColumn(cell('unit')),
      references: [...evidence.references, ...sureFigure(other)],
    };
    const reading = readValue(text, context);
    if (reading.ok) remarks.push(...reading.remarks);
    else problems.push(reading.problem);
    return reading.ok ? { value: reading.value, text } : null;
  };
  const actual = read('actual', ACTUAL, cell('previous'));
  const previous = read('previous', PREVIOUS, cell('actual'));
  const denominator = readCount(cell('bids'), '入札件数', 'number of tenders', problems);
  const numerator = readCount(cell('singleBids'), '一者応札件数', 'number of single-bid tenders', problems);
  if (!denominator) return { actual, previous, problems, remarks };
  if (!numerator) return { actual: actual && { ...actual, bids: denominator }, previous, problems, remarks };
  const counts = { numerator, denominator };
  if (actual?.value.value) return { actual: { ...actual, value: { ...actual.value, counts } }, previous, problems, remarks };
  const rate = rateOf(counts, { column: ACTUAL, references: evidence.references });
  remarks.push(...rate.remarks);
  const value: Value = { value: rate.value, unit: '%', counts, asOf: null, nationalRank: null };
  return { actual: { value, text: actual?.text || `${numerator.text}/${denominator.text}` }, previous, problems, remarks };
}

function readCount(text: string, ja: string, en: string, problems: Text[]): Decimal | null {
  const figure = readFigure(text);
  if (figure.kind === 'none') return null;
  if (figure.kind === 'number' && figure.value.scale === 0 && !figure.value.text.startsWith('-')) return figure.value;
  problems.push({ ja: `${ja}「${text}」を読めない。件数を書く`, en: `${en} "${text}" cannot be read: expected a count` });
  return null;
}

/** The row is kept all the same: it is scored when a target has the same name. */
function nameRemarks({ branch, fiscalYear, index }: Row, name: string, known: Indicator | null, target: Target | null): Remark[] {
  if (target) return [];
  if (!known) {
    const message = { ja: `指標「${name}」はカタログにない`, en: `the indicator "${name}" is not in the catalog` };
    return [{ rule: 'indicator/unknown', severity: 'warning', message }];
  }
  if (!index || index.targets.length === 0) return [];
  const message = {
    ja: `${branch}の${fiscalYear}年度の目標に「${name}」はない`,
    en: `"${name}" is not among the targets of ${branch} for FY${fiscalYear}`,
  };
  return [{ rule: 'actuals/no-target', severity: 'warning', message }];
}
