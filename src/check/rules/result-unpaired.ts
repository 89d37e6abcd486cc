import { fromReader } from '../from-reader.ts';

/** `KPI目標` with two statements over `KPI結果` with three figures. */
export const resultUnpaired = fromReader({
  id: 'result/unpaired',
  severity: 'warning',
  summary: {
    ja: 'KPI目標と KPI結果の数が合わず、対応が分からない',
    en: 'targets and results of a page differ in number, so it is not certain which belong together',
  },
  explanation: {
    ja: '実施結果報告の一つの頁で、KPI目標の件数と KPI結果の件数が違うときに知らせます。名称や単位から対応が確かなものは対応づけ、残りは目標のない実績として記録します。\n例：KPI目標が2件、KPI結果が「・100％」の1件',
    en: 'On one page of a results report the targets (KPI目標) and the results (KPI結果) differ in number. What name or unit make certain is paired; the rest is kept as results without a target.\nExample: two targets, and ・100％ as the one result',
  },
});
