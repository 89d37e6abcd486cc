import type { Text } from '../model/text.ts';

/** A folder's documents that are not text: nothing is left out silently. */
export const skippedNote = (paths: readonly string[]): Text => ({
  ja: `読まなかった文書 ${paths.length}件: ${paths.join('、')}（読むのは .txt, .md, .text。先にテキストを取り出してください）`,
  en: `not read: ${paths.join(', ')} (only .txt, .md and .text are; pull the text out first)`,
});
