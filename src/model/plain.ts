import { Decimal } from './decimal.ts';
import type { KpiRecord } from './records.ts';

/** The same value as plain data, its decimals as text (`95.0`): what crosses a border (a thread, a row of the store). */
export type Plain<Value> = Value extends Decimal ? string : Value extends object ? { [Key in keyof Value]: Plain<Value[Key]> } : Value;

export type PlainRecord = Plain<KpiRecord>;

/** Field by field, and not by a replacer of `JSON.stringify`, which takes three times as long. */
export function toPlain(record: KpiRecord): PlainRecord {
  switch (record.type) {
    case 'target': {
      const baselines = record.baselines.map((one) => ({ ...one, value: text(one.value) }));
      return record.basis === 'absolute' ? { ...record, value: record.value.text, baselines } : { ...record, baselines };
    }
    case 'coverage': {
      const { population, planned, rate } = record;
      return { ...record, population: text(population), planned: text(planned), rate: text(rate) };
    }
    case 'actual': {
      const { attainment, source, ...said } = record;
      const figures = { value: text(said.value), numerator: text(said.numerator), denominator: text(said.denominator) };
      return { ...said, ...figures, ...(attainment && { attainment: attainment.text }), source };
    }
    default:
      return record;
  }
}

export function fromPlain(record: PlainRecord): KpiRecord {
  switch (record.type) {
    case 'target': {
      const baselines = record.baselines.map((one) => ({ ...one, value: decimal(one.value) }));
      return record.basis === 'absolute' ? { ...record, value: Decimal.of(record.value), baselines } : { ...record, baselines };
    }
    case 'coverage': {
      const { population, planned, rate } = record;
      return { ...record, population: decimal(population), planned: decimal(planned), rate: decimal(rate) };
    }
    case 'actual': {
      const { attainment, source, ...said } = record;
      const figures = { value: decimal(said.value), numerator: decimal(said.numerator), denominator: decimal(said.denominator) };
      return { ...said, ...figures, ...(attainment !== undefined && { attainment: Decimal.of(attainment) }), source };
    }
    default:
      return record;
  }
}

const text = (value: Decimal | null): string | null => (value === null ? null : value.text);
const decimal = (value: string | null): Decimal | null => (value === null ? null : Decimal.of(value));
