import type { TextLine } from './lines.ts';
import type { Piece } from './passage.ts';

/** A stretch of a line without a space, or without the line of a table in it: a cell, or a part of one. */
export interface Run extends Piece {
  readonly to: number;
  /** Folded. */
  readonly text: string;
}

/** What parts the columns in a line of text: spaces, tabs (folded to spaces), the pipes of a Markdown table. */
const GAP = /[ |]+/g;

export function runsOf(line: TextLine): Run[] {
  const runs: Run[] = [];
  let from = line.start;
  GAP.lastIndex = from;
  for (;;) {
    const gap = GAP.exec(line.text);
    const to = gap?.index ?? line.text.length;
    if (to > from) runs.push({ line, from, to, text: line.text.slice(from, to) });
    if (!gap) return runs;
    from = GAP.lastIndex;
  }
}

/** The lines that the runs stand on, each once. */
export const linesOfRuns = (runs: readonly Run[]): TextLine[] => [...new Set(runs.map(({ line }) => line))];

/** As printed. */
export const rawOf = ({ line, from, to }: Run): string => line.raw.slice(from, to);
