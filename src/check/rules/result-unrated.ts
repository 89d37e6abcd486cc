import { fromReader } from '../from-reader.ts';

/** A measure with a page, and no grade on it or in the front table. */
export const resultUnrated = fromReader({
  id: 'result/unrated',
  severity: 'note',
  summary: {
    ja: '施策の頁に自己評価がなく、一覧表にもない',
    en: 'a measure has no grade on its page, nor in the front table',
  },
  explanation: {
    ja: '実施結果報告で、施策の頁にも冒頭の一覧表にも自己評価（S・A・B・C）が見つからないときに知らせます。評価しないこととした施策もありうるので note です。\n例：「⑨業務改革の推進」の頁に「自己評価」の欄がない',
    en: 'A results report has no grade (S, A, B, C) for a measure, neither on its page nor in the table at its front. It may have been left unrated on purpose, so this is a note.\nExample: the page ⑨業務改革の推進 has no 自己評価',
  },
});
