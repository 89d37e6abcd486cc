import { describe, expect, it } from 'vitest';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import type { Completion, KpiOutcome } from '../../src/model/index.ts';
import { COMPLETIONS, gradesFor } from '../../src/score/grade.ts';

const KPI: Readonly<Record<string, readonly KpiOutcome[]>> = {
  達成し伸び幅も上回る: ['exceeded'],
  達成: ['met'],
  '達成、伸び幅不明': ['exceeded', 'met'],
  未達成: ['missed'],
  達成か未達成か不明: ['exceeded', 'met', 'missed'],
  KPI設定なし: ['none'],
};
const COMPLETION: Readonly<Record<string, readonly Completion[]>> = {
  効果的な結果: ['effective'],
  計画通り: ['as_planned'],
  計画の一部: ['partial'],
  不明: COMPLETIONS,
};
const INITIATIVE: Readonly<Record<string, readonly boolean[]>> = { あり: [true], なし: [false], 不明: [true, false] };

const graded = (kpi: string, initiative: string, completion: string) =>
  gradesFor(BRANCH, { kpi: KPI[kpi] ?? [], completion: COMPLETION[completion] ?? [], newInitiative: INITIATIVE[initiative] ?? [] });

/** `undefined` marks answers for which the rubric has no row; what would narrow the answer down stands last. */
describe('the branch rubric, with KPIs', () => {
  it.each([
    // KPI達成度, 計画達成度, possible, some undefined, missing
    ['達成し伸び幅も上回る', '効果的な結果', 'S', false, ''],
    ['達成し伸び幅も上回る', '計画通り', 'A', false, ''],
    ['達成し伸び幅も上回る', '計画の一部', '', true, ''],
    ['達成し伸び幅も上回る', '不明', 'S A', true, 'completion'],
    ['達成', '効果的な結果', 'A', false, ''],
    ['達成', '計画通り', 'A', false, ''],
    ['達成', '計画の一部', '', true, ''],
    ['達成', '不明', 'A', true, 'completion'],
    ['達成、伸び幅不明', '効果的な結果', 'S A', false, 'growth'],
    ['達成、伸び幅不明', '計画通り', 'A', false, ''],
    ['達成、伸び幅不明', '計画の一部', '', true, ''],
    ['達成、伸び幅不明', '不明', 'S A', true, 'growth completion'],
    ['未達成', '効果的な結果', '', true, ''],
    ['未達成', '計画通り', 'B', false, ''],
    ['未達成', '計画の一部', 'C', false, ''],
    ['未達成', '不明', 'B C', true, 'completion'],
    ['達成か未達成か不明', '効果的な結果', 'S A', true, 'result growth'],
    ['達成か未達成か不明', '計画通り', 'A B', false, 'result'],
    ['達成か未達成か不明', '計画の一部', 'C', true, 'result'],
    ['達成か未達成か不明', '不明', 'S A B C', true, 'result growth completion'],
  ])('%s, 計画達成度 %s: [%s]', (kpi, completion, possible, someUndefined, missing) => {
    for (const initiative of Object.keys(INITIATIVE)) {
      const grading = graded(kpi, initiative, completion);
      expect([grading.possible.join(' '), grading.undefined.length > 0, grading.missing.join(' ')]).toEqual([
        possible,
        someUndefined,
        missing,
      ]);
    }
  });
});

describe('the branch rubric, without KPIs', () => {
  it.each([
    // 新たな取組み, 計画達成度, possible, some undefined, missing
    ['あり', '効果的な結果', 'S', false, ''],
    ['あり', '計画通り', 'A', false, ''],
    ['あり', '計画の一部', '', true, ''],
    ['あり', '不明', 'S A', true, 'completion'],
    ['なし', '効果的な結果', '', true, ''],
    ['なし', '計画通り', 'B', false, ''],
    ['なし', '計画の一部', 'C', false, ''],
    ['なし', '不明', 'B C', true, 'completion'],
    ['不明', '効果的な結果', 'S', true, 'newInitiative'],
    ['不明', '計画通り', 'A B', false, 'newInitiative'],
    ['不明', '計画の一部', 'C', true, 'newInitiative'],
    ['不明', '不明', 'S A B C', true, 'newInitiative completion'],
  ])('新たな取組み %s, 計画達成度 %s: [%s]', (initiative, completion, possible, someUndefined, missing) => {
    const grading = graded('KPI設定なし', initiative, completion);
    expect([grading.possible.join(' '), grading.undefined.length > 0, grading.missing.join(' ')]).toEqual([
      possible,
      someUndefined,
      missing,
    ]);
  });
});
