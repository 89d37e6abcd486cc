import { hash } from 'node:crypto';
import type { Finding } from '../model/index.ts';
import { type CheckContext, type CheckedPaper, scopeAt } from './context.ts';
import { RULES } from './index.ts';
import type { Rule, Slip } from './rule.ts';

/** All findings of one paper, by place, then in the order of the rules. */
export function check(context: CheckContext, rules: readonly Rule[] = RULES): Finding[] {
  const ids = new Map<string, number>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const slip of rule.check(context)) findings.push(findingOf(rule, slip, ids, context.paper));
  }
  return findings.sort((a, b) => a.source.page - b.source.page || a.source.lineStart - b.source.lineStart);
}

function findingOf(rule: Rule, { severity = rule.severity, ...slip }: Slip, ids: Map<string, number>, paper: CheckedPaper): Finding {
  const scope = scopeAt(paper, slip.source);
  const id = idOf(rule, slip);
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return {
    type: 'finding',
    id: count === 1 ? id : `${id}~${count}`,
    rule: rule.id,
    severity,
    ...(scope && { branch: scope.branch, fiscalYear: scope.fiscalYear }),
    message: slip.message,
    ...(slip.marks && { marks: [...slip.marks] }),
    ...(slip.computation !== undefined && { computation: slip.computation }),
    ...(slip.related && { related: [...slip.related] }),
    source: slip.source,
  };
}

/** Of the rule and what stands there, not of where: lines inserted above change no id. */
const idOf = (rule: Rule, { source, marks = [], subject }: Slip): string =>
  `${rule.id}:${hash('sha256', JSON.stringify(subject === undefined ? [source.quote, marks] : [source.quote, marks, subject])).slice(0, 8)}`;
