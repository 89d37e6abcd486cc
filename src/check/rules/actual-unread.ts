import { fromReader } from '../from-reader.ts';

/** `【KPI】` over prose that is neither a target nor a result; `12頁` in the column of results. */
export const actualUnread = fromReader({
  id: 'actual/unread',
  severity: 'warning',
  summary: {
    ja: '実績の欄や、KPI の標示のうしろが読み取れない',
    en: 'a cell of results, or what stands behind a KPI marker, that cannot be read',
  },
  explanation: {
    ja: '表の実績・達成状況・評価の欄や、進捗状況の「【KPI】」のうしろが、目標とも実績とも読み取れないときに知らせます。記録にはならないので、原文を確かめてください。\n例：「【KPI】別紙のとおり」',
    en: 'A cell of results, verdicts or grades cannot be read, or behind a marker 【KPI】 of a progress sheet stands neither the statement of a target nor a result with a figure. Nothing is recorded of it: look at the text.\nExample: 【KPI】別紙のとおり',
  },
});
