import type { Basis, Comparator, Indicator, Target } from '../model/index.ts';
import { isReference } from '../normalize/reference.ts';
import { groupBy } from '../source/group-by.ts';
import { type ColumnKey, TEMPLATE_COLUMNS } from './columns.ts';
import { csvCell } from './csv-cell.ts';
import { indexTargets } from './match.ts';

const BOM = '\ufeff';

/** What knows the unit of a previous-year target. */
export interface UnitSource {
  byId(id: string): Indicator | null;
}

/** One row to fill in. */
export interface TemplateRow {
  readonly target: Target;
  /** Null where the KPI is only done or not done, or nobody says. */
  readonly unit: string | null;
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>;
}

/** A CSV to fill in, one row a target, as Excel opens it right: with a BOM and CRLF. */
export function template(targets: readonly Target[], catalog?: UnitSource): string {
  const rows = templateRows(targets, catalog).map(({ cells }) => TEMPLATE_COLUMNS.map(({ key }) => cells[key] ?? ''));
  const lines = [TEMPLATE_COLUMNS.map(({ title }) => title), ...rows];
  return BOM + lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

export function templateRows(targets: readonly Target[], catalog?: UnitSource): TemplateRow[] {
  return scopes(targets.filter((target) => !isReference(target))).flatMap((scope) => {
    const index = indexTargets(scope);
    return index.targets.map((target) => {
      const unit = target.unit ?? (target.basis === 'qualitative' ? null : measuredUnit(target, catalog));
      const cells = {
        branch: target.branch,
        fiscalYear: String(target.fiscalYear),
        measure: target.measure ?? '',
        indicator: index.label(target),
        target: describeTarget(target),
        unit: unit ?? '',
        note: target.conditions.map(({ text }) => text).join(' '),
      };
      return { target, unit, cells };
    });
  });
}

const scopes = (targets: readonly Target[]): Target[][] => [
  ...groupBy(targets, ({ branch, fiscalYear }) => `${branch} ${fiscalYear}`).values(),
];

/** 対前年度以上 prints no unit: the indicator has one, or the baseline beside it. */
const measuredUnit = ({ indicator, baselines }: Target, catalog?: UnitSource): string | null =>
  (indicator === null ? null : catalog?.byId(indicator)?.unit) ?? baselines.find(({ unit }) => unit !== null)?.unit ?? null;

const BASES: Record<Exclude<Basis, 'absolute' | 'qualitative'>, string> = {
  previous_year: '対前年度',
  max_of_previous_year_and_3y_mean: '前年度と過去3年度の平均値のいずれか高い値',
  mean_of_3y: '過去3年度の平均値',
};
const COMPARATORS: Record<Comparator, string> = { '>=': '以上', '>': '超', '<=': '以下', '<': '未満', '=': '', do: '' };

/** `95.0％以上`, `1,850社`, `対前年度以下`, `実施` */
function describeTarget(target: Target): string {
  if (target.basis === 'qualitative') return '実施';
  const amount =
    target.basis === 'absolute' ? groupDigits(target.value.text) + (target.unit === '%' ? '％' : (target.unit ?? '')) : BASES[target.basis];
  return amount + COMPARATORS[target.comparator];
}

const groupDigits = (digits: string): string => digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
