import type { Rule } from './rule.ts';
import { coverageArithmetic } from './rules/coverage-arithmetic.ts';

/** Every rule, in the order in which `kpi check --list` names them: a new rule is a file and a line here. */
export const RULES: readonly Rule[] = [coverageArithmetic];
