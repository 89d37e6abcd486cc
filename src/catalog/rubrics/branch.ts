import type { GradeRubric } from '../../model/index.ts';

/**
 * 自己評価判定基準: the first table of a branch's results report (【KPI設定あり】 and 【KPI設定なし】).
 *
 * The row of S repeats the row of A and adds to it (`達成し、伸び幅などが…上回った`, `計画通りに実施し、効果的な結果が得られた`): a measure
 * that falls short of what S adds is still A. 達成 with 計画の一部, 未達成 with an effective result, and their like stand in no row.
 */
export const BRANCH: GradeRubric = {
  kind: 'grades',
  id: 'branch',
  title: { ja: '支部の自己評価（S・A・B・C）', en: 'self-rating of the branches (S, A, B, C)' },
  source: '支部事業実施結果報告「自己評価判定基準」',
  grades: ['S', 'A', 'B', 'C'],
  rows: [
    { grade: 'S', kpi: ['exceeded'], completion: ['effective'] },
    { grade: 'A', kpi: ['exceeded', 'met'], completion: ['as_planned', 'effective'] },
    { grade: 'B', kpi: ['missed'], completion: ['as_planned'] },
    { grade: 'C', kpi: ['missed'], completion: ['partial'] },
    { grade: 'S', kpi: ['none'], newInitiative: true, completion: ['effective'] },
    { grade: 'A', kpi: ['none'], newInitiative: true, completion: ['as_planned'] },
    { grade: 'B', kpi: ['none'], newInitiative: false, completion: ['as_planned'] },
    { grade: 'C', kpi: ['none'], newInitiative: false, completion: ['partial'] },
  ],
};
