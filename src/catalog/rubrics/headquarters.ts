import type { VerdictRubric } from '../../model/index.ts';

/**
 * 「概ね達成」は達成度95％以上としている. The published list keeps it for targets that are numbers: 返納金債権の回収率 53.40 % against
 * 対前年度 54.11 % (98.7 %) is printed 未達成.
 */
export const HEADQUARTERS: VerdictRubric = {
  kind: 'verdicts',
  id: 'headquarters',
  title: { ja: '本部の達成状況（達成・概ね達成・未達成）', en: 'verdicts of the headquarters (met, nearly met, not met)' },
  source: '事業報告書「KPIの達成状況」',
  verdicts: [{ verdict: '達成', met: true }, { verdict: '概ね達成', atLeast: '95', basis: ['absolute'] }, { verdict: '未達成' }],
};
