import { fromReader } from '../from-reader.ts';

/** `【KPI】… 85.0％以上とする` with nothing in the column of results. */
export const actualMissing = fromReader({
  id: 'actual/missing',
  severity: 'note',
  summary: {
    ja: '目標に対する実績が、報告の中に見つからない',
    en: 'a report states a target and no result for it',
  },
  explanation: {
    ja: '進捗状況や報告の中に目標はあるのに、その実績（または「未提供」「実施中」など、まだないという記載）が見つからないときに知らせます。実績の列が空いているほか、読み取れない書き方の場合もあるので note です。\n例：「使用割合を86.0%以上とする」の隣に数値も「集計中」もない',
    en: 'A progress sheet or report has a target, and neither its result nor a word such as 未提供 or 実施中. The column may be empty, or written in a way that is not understood, so this is a note.\nExample: 使用割合を86.0%以上とする beside neither a figure nor 集計中',
  },
});
