import type { TargetIndex } from '../actuals/match.ts';
import type { Actual, Source, Target, Verdict } from '../model/index.ts';
import { type Catalog, indicatorKey } from '../normalize/catalog.ts';
import { sameUnit } from '../normalize/same-unit.ts';
import { type Comparison, compareWith, type Direction, directionOf } from '../score/attainment.ts';
import { type Goal, resolveTarget } from '../score/baseline.ts';
import { clausesOf, withClauses, withPreviousYearClause } from '../score/conditions.ts';
import { type Figure, figureOf } from '../score/figures.ts';
import { createHistory, type History } from '../score/history.ts';
import { type Judgement, judge } from '../score/judge.ts';
import type { Records } from './context.ts';

/** A KPI of a report with all that the report says of it. */
export interface ReportedKpi {
  readonly target: Target;
  /** Of the KPI's own year, and of earlier ones that stand in the same report. */
  readonly actuals: readonly Actual[];
  readonly verdicts: readonly Verdict[];
}

const joined = new WeakMap<Records, readonly ReportedKpi[]>();

/** The KPIs of a report, in its order: each target with its results and verdicts, as far as it is certain whose they are. */
export function reportedKpis(records: Records): readonly ReportedKpi[] {
  const known = joined.get(records);
  if (known) return known;
  const kpis = join(records);
  joined.set(records, kpis);
  return kpis;
}

interface Draft extends ReportedKpi {
  readonly actuals: Actual[];
  readonly verdicts: Verdict[];
}

function join({ targets, actuals, verdicts }: Records): readonly ReportedKpi[] {
  const kpis = targets.filter(({ duplicateOf }) => duplicateOf === null).map((target): Draft => ({ target, actuals: [], verdicts: [] }));
  const index = new Index(kpis);
  for (const actual of actuals) {
    for (const year of [actual.fiscalYear, actual.fiscalYear + 1]) index.find({ ...actual, fiscalYear: year })?.actuals.push(actual);
  }
  for (const verdict of verdicts) index.find(verdict)?.verdicts.push(verdict);
  return kpis;
}

type Named = Pick<Target, 'branch' | 'fiscalYear' | 'name' | 'indicator' | 'source'>;

class Index {
  private readonly byName = new Map<string, Draft[]>();
  private readonly byIndicator = new Map<string, Draft[]>();

  constructor(kpis: readonly Draft[]) {
    for (const kpi of kpis) {
      put(this.byName, scoped(kpi.target, indicatorKey(kpi.target.name)), kpi);
      if (kpi.target.indicator !== null) put(this.byIndicator, scoped(kpi.target, kpi.target.indicator), kpi);
    }
  }

  /** By name, then by indicator; of several, the one on whose lines it stands. Null when it is not certain which. */
  find(named: Named): Draft | null {
    const same = this.byName.get(scoped(named, indicatorKey(named.name))) ?? [];
    const found = same.length > 0 || named.indicator === null ? same : (this.byIndicator.get(scoped(named, named.indicator)) ?? []);
    const [only, ...others] =
      found.length > 1 ? found.slice(0, MOST_ALIKE).filter(({ target }) => overlaps(target.source, named.source)) : found;
    return only && others.length === 0 ? only : null;
  }
}

/** More KPIs of one name are not told apart. */
const MOST_ALIKE = 100;

const scoped = ({ branch, fiscalYear }: Pick<Target, 'branch' | 'fiscalYear'>, key: string): string => `${branch} ${fiscalYear} ${key}`;

function put(map: Map<string, Draft[]>, key: string, kpi: Draft): void {
  const same = map.get(key);
  if (same) same.push(kpi);
  else map.set(key, [kpi]);
}

/** Whether two places share a line. */
export const overlaps = (a: Source, b: Source): boolean => a.page === b.page && a.lineStart <= b.lineEnd && b.lineStart <= a.lineEnd;

/** What a KPI's numbers come to, by the report alone. */
export interface Judged extends Judgement {
  readonly goal: Goal;
  readonly actual: Figure;
  readonly comparison: Comparison;
  /** The result that was compared, and where it stands. */
  readonly result: Actual;
  /** 対前年度 as a result of its own, where the report has it. */
  readonly earlier: Actual | null;
  readonly direction: Direction;
  /** `とする` of an indicator that nobody knows may be met from either side. */
  readonly sure: boolean;
}

/** Null where a number is missing, or the two are in different units. */
export function judged(kpi: ReportedKpi, catalog: Catalog): Judged | null {
  const { target } = kpi;
  const history = historyOf(kpi);
  const result = history.current(target)?.actual ?? null;
  if (!result || target.basis === 'qualitative') return null;
  const clauses = clausesOf(target);
  const previous = history.earlier(target, target.fiscalYear - 1);
  const { goal } = withPreviousYearClause(resolveTarget(target, history), clauses, previous, target.fiscalYear);
  const actual = figureOf(withCounts(result, kpi.actuals), Math.max(2, goal?.value.scale ?? 0));
  if (!goal || !actual || !comparable(goal.unit, actual.unit)) return null;
  const direction = directionOf(target, catalog);
  const comparison = compareWith(goal, actual, target.comparator, direction);
  const judgement = withClauses(judge(goal, actual, target.comparator, direction), clauses, result, previous !== null);
  // A clause may have put other figures in their place: 一者応札件数 instead of the rate.
  if (judgement.goal !== goal) return null;
  return {
    ...judgement,
    goal,
    actual,
    comparison,
    result,
    earlier: kpi.actuals.findLast(({ fiscalYear, value }) => fiscalYear === target.fiscalYear - 1 && value !== null) ?? null,
    direction,
    sure: target.comparator !== '=' || (target.indicator !== null && catalog.byId(target.indicator)?.direction != null),
  };
}

/** The counts behind a KPI's rate may stand in the table of statistics beside it: 受診者数 122,887 of 対象者数 241,386. */
function withCounts(result: Actual, actuals: readonly Actual[]): Actual {
  if (result.numerator !== null || result.value === null) return result;
  const { value, fiscalYear } = result;
  const same = actuals.find((one) => one.fiscalYear === fiscalYear && one.numerator !== null && one.value?.compare(value) === 0);
  return same ? { ...result, numerator: same.numerator, denominator: same.denominator } : result;
}

const comparable = (a: string | null, b: string | null): boolean => a === null || b === null || sameUnit(a, b);

/** Of one KPI, whose results are already told from the others'. */
export function historyOf({ target, actuals }: ReportedKpi): History {
  const index: TargetIndex = { targets: [target], label: () => target.name, find: () => target };
  return createHistory({ index, targets: [target], fiscalYear: target.fiscalYear, actuals, csvDocuments: new Set() });
}
