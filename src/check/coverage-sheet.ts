import { COVERAGE_INDICATORS, GROUPS } from '../catalog/coverage.ts';
import type { Coverage, Decimal } from '../model/index.ts';
import { asPreciseAs, grouped } from './figures.ts';

/** A row with the rows of its （内訳）. */
export interface WithParts {
  readonly whole: Coverage;
  readonly parts: readonly Coverage[];
}

/** A row of 被保険者 and 被扶養者 together, and the rows of each that it sums up. */
export interface Overall {
  readonly row: Coverage;
  readonly of: Together;
}

/** What a plan counts of both groups together: 健診 (生活習慣病予防健診 + 事業者健診データ + 特定健診) or 特定保健指導. */
export interface Together {
  readonly kind: 'checkup' | 'guidance';
  readonly rows: readonly Coverage[];
  readonly planned: Decimal;
  /** Of each group, and of both. */
  readonly populations: readonly (Decimal | null)[];
  readonly population: Decimal;
}

/** `・特定保健指導 実施率 29.8％` / `（内訳）協会保健師実施分 20.8％` / `アウトソーシング分 8.9％`. One part alone is no whole list of them. */
export function withParts(sheet: readonly Coverage[]): WithParts[] {
  const found: { whole: Coverage; parts: Coverage[] }[] = [];
  let last: { whole: Coverage; parts: Coverage[] } | null = null;
  for (const row of sheet) {
    if (!row.name.includes('/')) last = { whole: row, parts: [] };
    else if (
      last &&
      (last.parts.length > 0 || row.source.quote.includes('内訳')) &&
      row.name.startsWith(`${last.whole.name}/`) &&
      row.group === last.whole.group
    ) {
      last.parts.push(row);
      if (last.parts.length === 2) found.push(last);
    } else last = null;
  }
  return found;
}

/** The rows of an indicator: those of its name and group, without parts. */
export function rowsOf(sheet: readonly Coverage[], indicator: string): Coverage[] {
  const wanted = COVERAGE_INDICATORS.find(({ id }) => id === indicator);
  return wanted ? sheet.filter(({ name, group }) => wanted.names.includes(name) && wanted.group === group) : [];
}

/** Both groups together, when the plan prints every count of them, and once. */
export function together(sheet: readonly Coverage[], kind: Together['kind']): Together | null {
  const ids = COVERAGE_INDICATORS.filter((row) => row.kind === kind).map(({ id }) => id);
  const lists = ids.map((id) => rowsOf(sheet, id));
  if (lists.some((list) => list.length !== 1)) return null;
  const rows = lists.flat();
  const populations = GROUPS.map((group) => onlyOne(rows.filter((row) => row.group === group).map(({ population }) => population)));
  const planned = sum(rows.map((row) => row.planned));
  const population = sum(populations);
  return planned && population && !population.isZero ? { kind, rows, planned, populations, population } : null;
}

/** The rows that speak of both groups: their own words say so (合計, 全体), or one of their counts is the sum of the groups'. */
export function overalls(sheet: readonly Coverage[]): Overall[] {
  const rows = sheet.filter(
    ({ group, name, population, source }) => group === '' && !name.includes('/') && (population !== null || WHOLE.test(source.quote)),
  );
  if (rows.length === 0) return [];
  const sums = [together(sheet, 'checkup'), together(sheet, 'guidance')].filter((one) => one !== null);
  return rows.flatMap((row): Overall[] => {
    const same = sums.filter(({ planned, population }) => equal(row.planned, planned) || equal(row.population, population));
    const named = WHOLE.test(row.source.quote) ? sums.filter(({ kind }) => kind === kindOf(row.name)) : [];
    const of = same[0] ?? named[0];
    return of && same.length < 2 ? [{ row, of }] : [];
  });
}

const WHOLE = /合計|全体/;

const kindOf = (name: string): Together['kind'] => (name.includes('保健指導') ? 'guidance' : 'checkup');

const equal = (a: Decimal | null, b: Decimal) => a?.compare(b) === 0;

/** Null when a number is missing. */
export function sum(values: readonly (Decimal | null)[]): Decimal | null {
  const [first = null, ...rest] = values;
  const total = rest.reduce((total, value) => (total && value ? total.plus(value) : null), first);
  return total && asPreciseAs(total, values);
}

/** `14,312 + 388` */
export const plus = (values: readonly (Decimal | null)[]): string => values.flatMap((value) => (value ? [grouped(value)] : [])).join(' + ');

function onlyOne(values: readonly (Decimal | null)[]): Decimal | null {
  const [first = null, ...rest] = values;
  return first && rest.every((value) => value && equal(value, first)) ? first : null;
}
