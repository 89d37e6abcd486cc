import type { Rule } from './rule.ts';
import { coverageArithmetic } from './rules/coverage-arithmetic.ts';
import { resultCounts } from './rules/result-counts.ts';
import { resultRounding } from './rules/result-rounding.ts';
import { resultVerdict } from './rules/result-verdict.ts';

/** Every rule, in the order in which `kpi check --list` names them: a new rule is a file and a line here. */
export const RULES: readonly Rule[] = [coverageArithmetic, resultVerdict, resultCounts, resultRounding];
