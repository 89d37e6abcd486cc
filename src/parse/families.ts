import { FAMILIES, type FamilyId } from '../catalog/families.ts';
import { readAnnual } from './annual.ts';
import type { TextLine } from './lines.ts';
import type { FamilyReader } from './paper.ts';
import { readPlan } from './plan.ts';
import { readProgress } from './progress.ts';
import { readResults } from './results.ts';
import { readSummary } from './summary.ts';

/** One reader a family. */
export const READERS: Readonly<Record<FamilyId, FamilyReader>> = {
  plan: readPlan,
  progress: readProgress,
  summary: readSummary,
  results: readResults,
  annual: readAnnual,
};

/** Signs are looked for in short lines only: they stand in titles and table heads. */
const LONGEST_SIGN = 60;
/** The head of a table may be spread out. */
const LONGEST_LINE = 160;

/** A paper shows what it is within its first pages' lines. */
const FAR_ENOUGH = 2000;

/** The family of a paper, by its content: the one with the most kinds of signs, a plan when there are none. */
export function familyOf(lines: readonly TextLine[]): FamilyId {
  const unseen = FAMILIES.map(({ id, signs }) => ({ id, signs: new Set(signs), seen: 0 }));
  for (const line of lines.slice(0, FAR_ENOUGH)) {
    if (line.text.length - line.start > LONGEST_LINE || !HINT.test(line.text)) continue;
    const text = line.text.slice(line.start).replaceAll(' ', '');
    if (text.length > LONGEST_SIGN) continue;
    for (const family of unseen) {
      for (const sign of family.signs) {
        if (!sign.test(text)) continue;
        family.signs.delete(sign);
        family.seen++;
      }
    }
  }
  const best = unseen.reduce((a, b) => (b.seen > a.seen ? b : a));
  return best.seen > 0 ? best.id : 'plan';
}

/** A cheap test before the signs: every one of them holds one of these words. */
const HINT = /KPI|事業|業務|進捗|状況|施策|項目|変更点|評価|目標/;
