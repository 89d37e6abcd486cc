import type { Cell } from './cells.ts';
import { passage } from './passage.ts';

/** A row whose words only single spaces part has no more. */
export const MOST_WORDS = 80;

export interface SpacedColumns {
  readonly width: number;
  /** The column of names. */
  readonly name: number;
  /** The name began on a line above. */
  readonly continued: boolean;
  /** Whether the column can be read so. */
  readonly reads: (column: number, one: Cell) => boolean;
}

/** Single spaces part words, not cells: a figure tells where a cell begins, and what its column holds whether it does. */
export function spacedRow(words: readonly Cell[], { width, name, continued, reads }: SpacedColumns): Cell[] | null {
  if (words.length > MOST_WORDS) return null;
  const values = width - 1 - name;
  const from = name + (continued ? 0 : 1);
  for (let first = from; first <= words.length - values; first++) {
    if (!opensValue(words[first] ?? [])) continue;
    const cells: Cell[] = [];
    for (const word of words.slice(first)) {
      if (cells.length > 0 && !opensValue(word)) cells[cells.length - 1] = [...(cells.at(-1) ?? []), ...word];
      else cells.push(word);
    }
    if (cells.length !== values || !cells.every((one, i) => reads(name + 1 + i, one))) continue;
    return [...words.slice(0, name), words.slice(name, first).flat(), ...cells];
  }
  return null;
}

/** A word with which the cell of a figure or a verdict begins. */
export function opensValue(word: Cell): boolean {
  return /^(?:[①-⑳]|[▲+-]?\d|対?前年|過去|直近|[◎○▲×●-]|概ね|未?達成|実施|設定|なし|未|減|増|維持|\(新)/.test(passage(word).text);
}
