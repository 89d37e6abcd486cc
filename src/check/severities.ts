import type { Severity } from '../model/index.ts';
import type { Rule, Slip } from './rule.ts';

/** From the worst on. */
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** The rules with the severities that a user gives them; those that are `off` are left out. */
export function weighed(rules: readonly Rule[], severities: Readonly<Record<string, Severity | 'off'>>): readonly Rule[] {
  return rules.flatMap((rule) => {
    const severity = severities[rule.id];
    if (severity === 'off') return [];
    return [severity === undefined || severity === rule.severity ? rule : withSeverity(rule, severity)];
  });
}

/** Where a rule is less sure than usual, its finding weighs no more than the rule itself says. */
const withSeverity = (rule: Rule, severity: Severity): Rule => ({
  ...rule,
  severity,
  *check(context): Iterable<Slip> {
    for (const slip of rule.check(context)) {
      const own = slip.severity;
      yield own === undefined ? slip : { ...slip, severity: ORDER.indexOf(own) > ORDER.indexOf(severity) ? own : severity };
    }
  },
});
