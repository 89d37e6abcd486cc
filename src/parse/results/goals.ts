import { NO_KPI } from '../../catalog/results-report.ts';
import { readBlock } from '../block.ts';
import { openingOf } from '../classify.ts';
import type { TextLine } from '../lines.ts';
import { passage } from '../passage.ts';
import type { RawStatement } from '../statement.ts';
import { findTarget } from '../target-phrase.ts';

/** What a stretch headed KPI目標 sets. */
export interface Goals {
  readonly statements: readonly RawStatement[];
  /** It says that there is no KPI: `設定なし`, `－`. */
  readonly none: boolean;
  readonly unread: readonly (readonly TextLine[])[];
}

/** Reads the targets of a stretch of lines that are cut at its borders. */
export function readGoals(lines: readonly TextLine[]): Goals {
  const text = passage(lines.map((line) => ({ line, from: line.start }))).text;
  if (NO_KPI.test(text)) return { statements: [], none: true, unread: [] };
  const statements: RawStatement[] = [];
  const unread: (readonly TextLine[])[] = [];
  for (const stretch of bulletsLost(lines)) {
    for (let at = 0; at < stretch.length; ) {
      const line = stretch[at];
      if (!line) break;
      // What follows a block and holds no target is a remark.
      if (at > 0 && !findTarget(passage([{ line, from: line.start }]).text)) {
        at++;
        continue;
      }
      const block = readBlock(stretch, at, line.start, true, '');
      statements.push(...block.statements);
      unread.push(...block.unread);
      at = block.next;
    }
  }
  return { statements, none: false, unread };
}

/** A list that lost its bullets: each line that ends in a target closes an item. */
function bulletsLost(lines: readonly TextLine[]): TextLine[][] {
  const ends = lines.map((line) => {
    const { text } = passage([{ line, from: line.start }]);
    const target = openingOf(line).kind === 'text' ? findTarget(text) : null;
    return target !== null && target.from > 1 && target.to >= text.length;
  });
  if (ends.filter(Boolean).length < 2) return [[...lines]];
  const stretches: TextLine[][] = [[]];
  for (const [index, line] of lines.entries()) {
    const begins = ends[index - 1] && openingOf(line).kind === 'text' && !/^[(※]|^ただし|^但し/.test(line.text.slice(line.start));
    if (begins) stretches.push([]);
    stretches.at(-1)?.push(line);
  }
  return stretches;
}
