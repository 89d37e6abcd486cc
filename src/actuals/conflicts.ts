import type { Actual, Effort, Finding } from '../model/index.ts';
import { indicatorKey } from '../normalize/catalog.ts';
import { groupBy } from '../source/group-by.ts';
import { latestActual } from './latest.ts';

/** Rows of one file that contradict each other: each finding names the rows and says which one counts. */
export function findConflicts(actuals: readonly Actual[], efforts: readonly Effort[]): Finding[] {
  return [...actualConflicts(actuals), ...effortConflicts(efforts)];
}

function actualConflicts(actuals: readonly Actual[]): Finding[] {
  const own = actuals.filter(({ restated }) => !restated);
  return groups(own, ({ branch, fiscalYear, indicator, name }) => `${branch} ${fiscalYear} ${indicator ?? indicatorKey(name)}`).flatMap(
    (rows) => {
      const taken = latestActual(rows);
      const other = rows.find((row) => row !== taken && taken !== null && !sameResult(row, taken));
      if (!taken || !other) return [];
      const datesTell = other.asOf !== taken.asOf;
      const say = (row: Actual) => `${row.text}${row.asOf ? `（${row.asOf}）` : ''}`;
      return {
        type: 'finding',
        rule: 'actuals/conflict',
        severity: datesTell ? 'note' : 'warning',
        message: {
          ja: `「${taken.name}」の${taken.fiscalYear}年度の実績が2つある: ${other.source.lineStart}行目 ${say(other)}、${taken.source.lineStart}行目 ${say(taken)}。${taken.source.lineStart}行目を採る`,
          en: `two results for "${taken.name}" in FY${taken.fiscalYear}: line ${other.source.lineStart} ${say(other)}, line ${taken.source.lineStart} ${say(taken)}; line ${taken.source.lineStart} is taken`,
        },
        source: taken.source,
      } satisfies Finding;
    },
  );
}

const sameResult = (a: Actual, b: Actual): boolean =>
  a.value && b.value ? a.value.compare(b.value) === 0 && a.unit === b.unit : a.text === b.text;

function effortConflicts(efforts: readonly Effort[]): Finding[] {
  return groups(efforts, ({ branch, fiscalYear, measure }) => `${branch} ${fiscalYear} ${indicatorKey(measure)}`).flatMap((rows) => {
    const completions = new Set(rows.flatMap(({ completion }) => completion ?? []));
    const initiatives = new Set(rows.flatMap(({ newInitiative }) => newInitiative ?? []));
    const last = rows.at(-1);
    if (!last || (completions.size < 2 && initiatives.size < 2)) return [];
    const lines = rows.map(({ source }) => source.lineStart).join(', ');
    return {
      type: 'finding',
      rule: 'actuals/conflict',
      severity: 'warning',
      message: {
        ja: `施策「${last.measure}」の計画達成度・新たな取組みが行によって違う（${lines}行目）。違うものは不明として扱う`,
        en: `the rows of the measure "${last.measure}" disagree on completion or new initiative (lines ${lines}); what they disagree on counts as unknown`,
      },
      source: last.source,
    } satisfies Finding;
  });
}

const groups = <T>(items: readonly T[], key: (item: T) => string): T[][] => [...groupBy(items, key).values()];
