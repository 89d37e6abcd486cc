import type { Text } from '../model/text.ts';
import { DOCUMENTS, type FileKind, SHEETS } from '../source/read.ts';

/** What in a folder cannot be read: nothing is left out silently. */
export function skippedNote(paths: readonly string[], { endings }: FileKind = DOCUMENTS): Text {
  const read = endings.map((ending) => `.${ending}`).join(', ');
  // Results in Excel are the business of another command.
  const results = endings !== SHEETS.endings && paths.some((path) => SHEETS.endings.some((ending) => path.endsWith(`.${ending}`)));
  const advice: Text = results
    ? {
        ja: 'いずれかの形式で保存し直してください。実績なら kpi actuals で読みます',
        en: 'save them as one of these; results are for kpi actuals',
      }
    : { ja: 'いずれかの形式で保存し直してください', en: 'save them as one of these' };
  return {
    ja: `読まなかった文書 ${paths.length}件: ${paths.join('、')}（読むのは ${read}。${advice.ja}）`,
    en: `not read: ${paths.join(', ')} (only ${read} are; ${advice.en})`,
  };
}
