import { fromReader } from '../from-reader.ts';

/** `【KPI】` over prose that is neither a target nor a result. */
export const actualUnread = fromReader({
  id: 'actual/unread',
  severity: 'warning',
  summary: {
    ja: 'KPI の標示のうしろが、目標とも実績とも読み取れない',
    en: 'what stands behind a KPI marker reads neither as a target nor as a result',
  },
  explanation: {
    ja: '進捗状況の「【KPI】」のうしろに、目標の文も、数値のある実績も見つからないときに知らせます。記録にはならないので、原文を確かめてください。\n例：「【KPI】別紙のとおり」',
    en: 'Behind a marker 【KPI】 of a progress sheet stands neither the statement of a target nor a result with a figure. Nothing is recorded of it: look at the text.\nExample: 【KPI】別紙のとおり',
  },
});
