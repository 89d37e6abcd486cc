import type { Finding } from '../model/index.ts';
import type { IgnoredFinding } from './config.ts';

export interface Sifted {
  readonly findings: Finding[];
  readonly ignored: number;
  /** What was left until a day that is past, and how many findings are back with it. */
  readonly expired: readonly { readonly entry: IgnoredFinding; readonly count: number }[];
}

/** The findings without those that a user leaves on purpose. `today` is a day as `until` is written: 2027-03-31. */
export function sift(findings: readonly Finding[], entries: readonly IgnoredFinding[], today: string): Sifted {
  const standing = entries.filter(({ until }) => today <= until);
  const kept = findings.filter((finding) => !standing.some((entry) => fits(entry, finding)));
  const expired = entries
    .filter(({ until }) => until < today)
    .map((entry) => ({ entry, count: kept.filter((finding) => fits(entry, finding)).length }))
    .filter(({ count }) => count > 0);
  return { findings: kept, ignored: findings.length - kept.length, expired };
}

function fits({ id, rule, branch }: IgnoredFinding, finding: Finding): boolean {
  if (id !== undefined) return finding.id === id;
  return finding.rule === rule && (branch === undefined || finding.branch === branch);
}
