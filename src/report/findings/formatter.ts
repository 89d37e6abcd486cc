import type { Rule } from '../../check/rule.ts';
import type { Finding } from '../../model/index.ts';
import type { Context } from '../report.ts';

/** What a formatter may say beside the findings themselves. */
export interface FindingsContext extends Context {
  /** Of this program. */
  readonly version: string;
  /** Those that were checked, in the order of the command line, whether something was found in them or not. */
  readonly documents: readonly string[];
  /** Those that were asked. */
  readonly rules: readonly Rule[];
  /** Findings of the baseline, which are counted and not listed. */
  readonly known: number;
  /** Those that the configuration leaves out. */
  readonly ignored: number;
}

export type FindingsFormatter = (findings: readonly Finding[], context: FindingsContext) => string;
