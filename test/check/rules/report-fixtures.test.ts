import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/check/index.ts';
import { findingsIn, fixture } from '../report.ts';

/** One report with one slip each: no other rule may see anything in it. */
const FIXTURES = [
  'result/attainment',
  'result/verdict',
  'result/grade',
  'result/summary',
  'result/counts',
  'result/rounding',
  'result/target',
  'result/missing',
  'result/unpaired',
  'result/unrated',
  'rubric/differs',
  'actual/missing',
  'actual/unread',
] as const;

describe('a report with one slip', () => {
  it.each(FIXTURES)('%s', (rule) => {
    const path = `check/${rule.replace('/', '-')}`;
    const known = existsSync(`fixtures/${path}.plan.txt`) ? [fixture(`${path}.plan.txt`)] : [];
    const findings = findingsIn(fixture(`${path}.txt`), { known });
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  it('there is one for each rule of results', () => {
    const rules = RULES.map(({ id }) => id).filter((id) => /^(?:result|rubric|actual)\//.test(id));
    expect(rules.toSorted()).toEqual([...FIXTURES].sort());
  });
});

describe('a report without a slip', () => {
  it.each(['annual-2020.txt', 'results-2022.txt', 'progress-2021.txt', 'summary-2024.md'])('%s', (path) => {
    expect(findingsIn(fixture(path))).toEqual([]);
  });
});

describe('every rule', () => {
  it.each(RULES)('$id says in both languages what it is', ({ summary, explanation }) => {
    for (const text of [summary, explanation]) {
      expect(text.ja).toMatch(/[ぁ-ん]/);
      expect(text.en).toMatch(/[a-z]/);
    }
  });
});
