import { fold } from '../source/fold.ts';

/** Whether a qualitative target (`…効果的な意見発信を実施する`) was carried out, as people write it. */
const DONE =
  /^(?:[○◎●✓✔レ]|済|済み|実施|実施済み?|実施した|実施できた|行った|あり|有|有り|達成|達成した|はい|done|yes|y|true|met|achieved|implemented)$/;
const NOT_DONE =
  /^(?:[×✕✗xX✖]|未|未了|未実施|実施なし|実施無し|実施せず|実施していない|実施できず|なし|無|無し|未達成|いいえ|not done|not met|no|n|false)$/;

/** What was done, in front of the word that says so: `意見発信実施`, `効果的な意見発信を実施した`. */
const SUBJECT = /^(?:効果的な)?(?:意見|情報)の?(?:発信|提供)[をはの]?/;

export type Done = 'done' | 'not_done';

/** Null when the text says neither: `△`, `開催なし`, `未提供`, an empty cell. */
export function readDone(text: string): Done | null {
  const word = fold(text)
    .trim()
    .toLowerCase()
    .replace(/[。.]$/, '')
    .replace(SUBJECT, '');
  if (DONE.test(word)) return 'done';
  return NOT_DONE.test(word) ? 'not_done' : null;
}
