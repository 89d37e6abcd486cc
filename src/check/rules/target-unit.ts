import type { Target, Text } from '../../model/index.ts';
import { sameUnit } from '../../normalize/same-unit.ts';
import { figureText } from '../figures.ts';
import { marksIn } from '../marks.ts';
import type { Rule, Slip } from '../rule.ts';

/** `① 生活習慣病予防健診実施率` / `①68.7 以上`: the ％ is missing */
export const targetUnit: Rule = {
  id: 'target/unit',
  severity: 'warning',
  summary: {
    ja: '目標値に単位がない、または指標の単位と違う',
    en: 'a target without a unit, or in another one than its indicator has',
  },
  explanation: {
    ja: `数値の目標の単位を、指標の単位（kpi catalog にある指標だけ）と比べます。同じものを数える単位（社と事業所など）は区別しません。目標の半分以上に単位がない文書は、表の見出しなどに単位があるものとして調べません。本文が同じ値に単位を付けていれば、その箇所も示します。

例：生活習慣病予防健診実施率 68.7 以上（％がない。本文には 68.7％以上とある）`,
    en: `The unit of a numeric target is compared with the unit of its indicator (only of indicators that the catalog knows). Units that count the same things, such as 社 and 事業所, are not told apart. A paper that leaves out the units of half its targets has them elsewhere, in the head of its table, and is not asked for them. Where the body prints the same figure with a unit, that place is named too.

Example: 生活習慣病予防健診実施率 68.7 以上 (without ％; the body says 68.7％以上)`,
  },
  *check({ paper, catalog }) {
    const { targets } = paper.records;
    const twins = twinsOf(targets);
    const bare = leavesUnitsOut(targets);
    for (const target of targets) {
      const unit = target.indicator === null ? null : (catalog.byId(target.indicator)?.unit ?? null);
      if (target.basis !== 'absolute' || unit === null || target.value.isZero) continue;
      if (target.unit === null && bare) continue;
      if (target.unit === null) yield slip(target, unit, elsewhere(target, twins));
      else if (!sameUnit(target.unit, unit)) yield slip(target, unit, undefined);
    }
  },
};

/** A paper whose targets are mostly without units says them elsewhere, in the head of its table. */
function leavesUnitsOut(targets: readonly Target[]): boolean {
  const numeric = targets.filter(({ basis }) => basis === 'absolute');
  const bare = numeric.filter(({ unit }) => unit === null).length;
  return bare > 1 && 2 * bare >= numeric.length;
}

/** The KPIs that stand in the body and in the appendix, each by the id of the other. */
function twinsOf(targets: readonly Target[]): Map<string, Target> {
  const bodies = new Map(targets.map((target) => [target.id, target]));
  const twins = new Map<string, Target>();
  for (const target of targets) {
    const body = target.duplicateOf === null ? undefined : bodies.get(target.duplicateOf);
    if (body) twins.set(body.id, target).set(target.id, body);
  }
  return twins;
}

/** The same KPI with the same figure and a unit: the body's for a row of the appendix, and the other way round. */
function elsewhere({ id, value }: Target, twins: ReadonlyMap<string, Target>): Target | undefined {
  const same = twins.get(id);
  return same?.unit && value && same.value?.compare(value) === 0 ? same : undefined;
}

function slip({ value, unit, source }: Target, usual: string, same: Target | undefined): Slip {
  const printed = value ? figureText(value, unit) : NOTHING;
  const there = value && same ? figureText(value, same.unit) : null;
  return {
    message:
      unit === null
        ? {
            ja: `目標 ${printed.ja} に単位がありません。指標の単位は「${usual}」です${there ? `（別の箇所では ${there.ja} です）` : ''}。`,
            en: `The target ${printed.en} has no unit; the indicator's is ${usual}${there ? ` (elsewhere it is ${there.en})` : ''}.`,
          }
        : {
            ja: `目標 ${printed.ja} の単位が、指標の単位「${usual}」と違います。`,
            en: `The target ${printed.en} is not in the indicator's unit, ${usual}.`,
          },
    source,
    marks: marksIn(source.quote, [value]),
    ...(same && { related: [same.source] }),
  };
}

const NOTHING: Text = { ja: '', en: '' };
