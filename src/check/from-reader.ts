import type { Finding } from '../model/index.ts';
import type { CheckContext } from './context.ts';
import type { Rule, Slip } from './rule.ts';

/**
 * A rule whose work the readers do while they read, for only they see the cells and lines that it compares: `kpi ingest` shows the same
 * findings, and here they get their explanation.
 */
export const fromReader = (rule: Omit<Rule, 'check'>): Rule => ({ ...rule, check: (context) => readerSlips(context, rule.id) });

/** The readers' findings of one rule, for a rule that finds more than they do. */
export function readerSlips({ paper }: CheckContext, rule: string): Slip[] {
  return paper.records.findings.filter((finding) => finding.rule === rule).map(slipOf);
}

const slipOf = ({ message, source, severity, marks, computation, related }: Finding): Slip => ({
  message,
  source,
  severity,
  ...(marks && { marks }),
  ...(computation !== undefined && { computation }),
  ...(related && { related }),
});
