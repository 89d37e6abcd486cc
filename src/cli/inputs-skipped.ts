import type { Text } from '../model/text.ts';
import { DOCUMENTS, type FileKind } from '../source/read.ts';

/** What in a folder cannot be read: nothing is left out silently. */
export function skippedNote(paths: readonly string[], { endings }: FileKind = DOCUMENTS): Text {
  const read = endings.map((ending) => `.${ending}`).join(', ');
  return {
    ja: `読まなかった文書 ${paths.length}件: ${paths.join('、')}（読むのは ${read}。いずれかの形式で保存し直してください）`,
    en: `not read: ${paths.join(', ')} (only ${read} are; save them as one of these)`,
  };
}
