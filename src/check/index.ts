import type { Rule } from './rule.ts';
import { actualMissing } from './rules/actual-missing.ts';
import { actualUnread } from './rules/actual-unread.ts';
import { coverageArithmetic } from './rules/coverage-arithmetic.ts';
import { coverageParts } from './rules/coverage-parts.ts';
import { READER_RULES } from './rules/from-readers.ts';
import { indicatorUnknown } from './rules/indicator-unknown.ts';
import { resultAttainment } from './rules/result-attainment.ts';
import { resultCounts } from './rules/result-counts.ts';
import { resultGrade } from './rules/result-grade.ts';
import { resultMissing } from './rules/result-missing.ts';
import { resultRounding } from './rules/result-rounding.ts';
import { resultSummary } from './rules/result-summary.ts';
import { resultTarget } from './rules/result-target.ts';
import { resultUnpaired } from './rules/result-unpaired.ts';
import { resultUnrated } from './rules/result-unrated.ts';
import { resultVerdict } from './rules/result-verdict.ts';
import { rubricDiffers } from './rules/rubric-differs.ts';
import { targetCoverage } from './rules/target-coverage.ts';
import { targetDuplicate } from './rules/target-duplicate.ts';
import { targetMissing } from './rules/target-missing.ts';
import { targetRegression } from './rules/target-regression.ts';
import { targetText } from './rules/target-text.ts';
import { targetUnit } from './rules/target-unit.ts';

/** Every rule, in the order in which `kpi check --list-rules` names them: a new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  coverageArithmetic,
  coverageParts,
  targetCoverage,
  targetUnit,
  targetDuplicate,
  targetRegression,
  targetText,
  targetMissing,
  indicatorUnknown,
  resultAttainment,
  resultVerdict,
  resultGrade,
  resultSummary,
  resultCounts,
  resultRounding,
  resultTarget,
  resultMissing,
  resultUnpaired,
  resultUnrated,
  rubricDiffers,
  actualMissing,
  actualUnread,
  ...READER_RULES,
];
