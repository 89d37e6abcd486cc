import type { Finding } from '../model/index.ts';

/** From which severity on a job fails. */
export type FailOn = 'error' | 'warning' | 'never';

export const fails = (findings: readonly Pick<Finding, 'severity'>[], failOn: FailOn): boolean =>
  failOn !== 'never' && findings.some(({ severity }) => severity === 'error' || severity === failOn);
