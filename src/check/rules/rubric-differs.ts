import { fromReader } from '../from-reader.ts';

/** A report that prints `B 未達成 計画の一部を実施`. */
export const rubricDiffers = fromReader({
  id: 'rubric/differs',
  severity: 'note',
  summary: {
    ja: '印刷された自己評価判定基準が、組み込みの基準と違う',
    en: 'the rubric that a report prints is not the built-in one',
  },
  explanation: {
    ja: '実施結果報告の「自己評価判定基準」の表を、組み込みの支部の基準（kpi rubric show branch）と照らします。違っていても読み取れれば、評価はその印刷された基準で検査します（result/grade、kpi score --rubric printed）。読み取れなければ検査しません。\n例：「B 未達成 計画の一部を実施」',
    en: 'The table of grades (自己評価判定基準) in a results report is held against the built-in rubric of the branches (kpi rubric show branch). Where it differs and can be read, grades are judged by the printed one (result/grade, kpi score --rubric printed); where it cannot be read, they are not judged.\nExample: B 未達成 計画の一部を実施',
  },
});
