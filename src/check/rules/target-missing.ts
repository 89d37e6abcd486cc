import { HEADQUARTERS } from '../../catalog/branches.ts';
import type { Indicator, Target } from '../../model/index.ts';
import type { Rule, Slip } from '../rule.ts';

/** All other branches set 郵送化率 that year, this one does not. */
export const targetMissing: Rule = {
  id: 'target/missing',
  severity: 'warning',
  summary: {
    ja: '同じ年度のほかの支部の計画がすべて定めている指標が、この計画にない',
    en: "an indicator that all other branches' plans of the year set is not in this one",
  },
  explanation: {
    ja: `同じ年度のほかの支部の計画（同時に読んだもの、または保存済みのもの）が5支部以上あり、そのすべてが定めている指標を、この計画が定めていないときに示します。指標は kpi catalog の名寄せによるので、名称が違うだけでは示しません。本部の計画は数えません。四つ以上欠けるときは計画の抜粋とみなし、示しません。

例：ほかの46支部の計画にはすべて「郵送化率」があり、この支部の計画だけにない`,
    en: `Shown when at least five other branches' plans of the same year are known (read together with this one, or from the store), all of them set an indicator, and this plan does not. Indicators are told by the catalog, so another name for the same thing is not missed. The headquarters' plan does not count. A paper that lacks four or more is taken for an excerpt, and nothing is shown.

Example: the plans of all 46 other branches have 郵送化率, this branch's has not`,
  },
  *check({ paper, known, catalog }) {
    if (paper.family !== 'plan') return;
    const others = plansByYear(known.targets);
    for (const [fiscalYear, plans] of plansByYear(paper.records.targets)) {
      // What is known of a branch beside its plan here, as an earlier version of it, is no other plan.
      const all = new Map([...(others.get(fiscalYear) ?? []), ...plans]);
      if (all.size <= FEWEST) continue;
      const set = setBy(all);
      for (const [branch, targets] of plans) {
        const own = new Set(targets.map(({ indicator }) => indicator));
        const missing = catalog.indicators.filter(({ id }) => set.get(id) === all.size - 1 && !own.has(id));
        if (missing.length > EXCERPT) continue;
        for (const indicator of missing) yield* slip(targets, indicator, { branch, fiscalYear, others: all.size - 1 });
      }
    }
  },
};

/** Fewer other plans are no custom. */
const FEWEST = 5;
/** A paper that lacks more of what all others set is an excerpt of a plan. */
const EXCERPT = 3;

type Plans = Map<string, Target[]>;

/** The targets of each branch, apart by year. */
function plansByYear(targets: readonly Target[]): Map<number, Plans> {
  const years = new Map<number, Plans>();
  for (const target of targets) {
    if (target.branch === HEADQUARTERS) continue;
    const plans = years.get(target.fiscalYear) ?? new Map<string, Target[]>();
    years.set(target.fiscalYear, plans);
    const plan = plans.get(target.branch);
    if (plan) plan.push(target);
    else plans.set(target.branch, [target]);
  }
  return years;
}

/** How many of the plans set each indicator. */
function setBy(plans: Plans): Map<string, number> {
  const counts = new Map<string, number>();
  for (const targets of plans.values()) {
    const ids = new Set(targets.flatMap(({ indicator }) => indicator ?? []));
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

interface Where {
  readonly branch: string;
  readonly fiscalYear: number;
  readonly others: number;
}

/** Shown at the plan's own KPI of the measure where the others have it, else at its first. */
function* slip(targets: readonly Target[], { id, name, measures }: Indicator, { branch, fiscalYear, others }: Where): Iterable<Slip> {
  const beside = targets.findLast(({ measure }) => measure !== null && measures.includes(measure)) ?? targets[0];
  if (!beside) return;
  yield {
    message: {
      ja: `${branch}の${fiscalYear}年度の計画に「${name}」の目標がありません。ほかの${others}支部の計画にはすべてあります。`,
      en: `The ${fiscalYear} plan of ${branch} sets no target for ${name}, as all ${others} other branches' plans do.`,
    },
    source: beside.source,
    subject: id,
  };
}
