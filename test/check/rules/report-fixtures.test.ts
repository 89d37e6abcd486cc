import { describe, expect, it } from 'vitest';
import { findingsIn, fixture } from '../report.ts';

/** One report with one slip each: no other rule may see anything in it. */
const FIXTURES = ['result/verdict', 'result/counts', 'result/rounding'] as const;

describe('a report with one slip', () => {
  it.each(FIXTURES)('%s', (rule) => {
    const findings = findingsIn(fixture(`check/${rule.replace('/', '-')}.txt`));
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
  });
});

describe('a report without a slip', () => {
  it.each(['annual-2020.txt', 'results-2022.txt', 'progress-2021.txt', 'summary-2024.md'])('%s', (path) => {
    expect(findingsIn(fixture(path))).toEqual([]);
  });
});
