import type { Target } from '../model/index.ts';
import { indicatorKey } from '../normalize/catalog.ts';
import { groupBy } from '../source/group-by.ts';

/** The targets of one branch and year, by the names under which people report on them. */
export interface TargetIndex {
  /** In document order, without those that only repeat another (KPI一覧). */
  readonly targets: readonly Target[];
  /** The name in the template: the KPI's own, or one that tells it from its namesakes. */
  label(target: Target): string;
  /** By label, then by name, then by indicator (生活習慣病予防健診受診率 answers …実施率); null when none or several fit. */
  find(name: string, indicator: string | null): Target | null;
}

export function indexTargets(all: readonly Target[]): TargetIndex {
  const earlier = new Map<string, Target[]>();
  const targets = all.filter((target) => {
    const same = earlier.get(target.id) ?? [];
    earlier.set(target.id, same);
    const repeats = repeatsEarlier(target, same);
    same.push(target);
    return target.duplicateOf === null && !repeats;
  });
  const labels = labelTargets(targets);
  const places = new Map(targets.map((target, place) => [target, place]));
  const byLabel = new Map(targets.map((target, index) => [indicatorKey(labels[index] ?? target.name), target]));
  const byName = groupBy(targets, (target) => indicatorKey(target.name));
  const byIndicator = groupBy(targets, (target) => target.indicator ?? '');
  return {
    targets,
    label: (target) => labels[places.get(target) ?? -1] ?? target.name,
    find: (name, indicator) => {
      const key = indicatorKey(name);
      return byLabel.get(key) ?? onlyKpi(byName.get(key)) ?? (indicator === null ? null : onlyKpi(byIndicator.get(indicator)));
    },
  };
}

/** The same plan may be on record under two names. `earlier` have the same id. */
function repeatsEarlier(target: Target, earlier: readonly Target[]): boolean {
  return earlier.some(
    (other) =>
      other.source.document !== target.source.document &&
      other.basis === target.basis &&
      other.comparator === target.comparator &&
      other.value?.text === target.value?.text,
  );
}

/** Of namesakes, the KPI stands before its parts. */
function onlyKpi(namesakes: readonly Target[] | undefined): Target | null {
  if (!namesakes) return null;
  const kpis = namesakes.filter((target) => target.role === 'kpi');
  const [only, ...others] = kpis.length > 0 ? kpis : namesakes;
  return only && others.length === 0 ? only : null;
}

/**
 * One plan splits 特定保健指導 twice into `協会実施分` and `アウトソーシング分`: such parts are named with the KPI above them, what is still
 * alike with its measure, and the rest are numbered.
 */
function labelTargets(targets: readonly Target[]): string[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  let labels = targets.map((target) => target.name);
  const refinements: ((target: Target, label: string, nth: number) => string)[] = [
    ({ parentId }, label) => {
      const parent = parentId === null ? undefined : byId.get(parentId);
      return parent ? `${parent.name}／${label}` : label;
    },
    ({ measure }, label) => (measure === null ? label : `${label}（${measure}）`),
    (_, label, nth) => (nth > 1 ? `${label} #${nth}` : label),
  ];
  for (const refine of refinements) {
    const keys = labels.map(indicatorKey);
    const seen = new Map<string, number>();
    labels = labels.map((label, index) => {
      const [key = '', target] = [keys[index], targets[index]];
      if (!target || keys.indexOf(key) === keys.lastIndexOf(key)) return label;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return refine(target, label, nth);
    });
  }
  return labels;
}
