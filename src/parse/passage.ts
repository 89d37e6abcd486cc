import type { TextLine } from './lines.ts';

/** A piece of a line, from column `from` to column `to`, or to its end. */
export interface Piece {
  readonly line: TextLine;
  readonly from: number;
  readonly to?: number;
}

/**
 * Pieces of lines put together as one run of text, without the spaces that PDF extraction leaves inside words (`月 15日以上`) and the
 * breaks inside a phrase (`対前年度以` / `下とする`). `text` is folded, `raw` as printed; both are equally long.
 */
export interface Passage {
  readonly text: string;
  readonly raw: string;
  readonly pieces: readonly Piece[];
  /** For each piece, where it begins in `text`. */
  readonly starts: readonly number[];
  /** Runs without a space: where each begins in `text`, and at which column of its line. */
  readonly runs: readonly { readonly at: number; readonly line: TextLine; readonly column: number }[];
}

const LATIN = /[A-Za-z0-9]/;
/** A space between two Latin words or numbers parts them; any other is an accident of the layout. */
const LOOSE_SPACES = / +(?![A-Za-z0-9 ])|(?<![A-Za-z0-9 ]) +/g;

export function passage(pieces: readonly Piece[]): Passage {
  return new Joined(pieces);
}

/** Most passages are only asked what they say; where it stands, and how it is printed, is worked out when asked for. */
class Joined implements Passage {
  readonly text: string;
  #places: Pick<Passage, 'raw' | 'starts' | 'runs'> | null = null;

  constructor(readonly pieces: readonly Piece[]) {
    let text = '';
    for (const { line, from, to } of pieces) {
      const piece = line.text.slice(from, to);
      text += piece.includes(' ') ? piece.replace(LOOSE_SPACES, '').replace(/ {2,}/g, ' ') : piece;
    }
    this.text = text;
  }

  get raw(): string {
    return this.#locate().raw;
  }

  get starts(): Passage['starts'] {
    return this.#locate().starts;
  }

  get runs(): Passage['runs'] {
    return this.#locate().runs;
  }

  #locate(): Pick<Passage, 'raw' | 'starts' | 'runs'> {
    if (this.#places) return this.#places;
    let raw = '';
    const starts: number[] = [];
    const runs: { at: number; line: TextLine; column: number }[] = [];
    for (const { line, from, to } of this.pieces) {
      starts.push(raw.length);
      const end = to ?? line.text.length;
      for (let at = from; at < end; ) {
        let next = line.text.indexOf(' ', at);
        if (next < 0 || next > end) next = end;
        if (next > at) {
          if (at > from && LATIN.test(this.text[raw.length - 1] ?? '') && LATIN.test(line.text[at] ?? '')) raw += ' ';
          runs.push({ at: raw.length, line, column: at });
          raw += line.raw.slice(at, next);
        }
        at = next + 1;
      }
    }
    this.#places = { raw, starts, runs };
    return this.#places;
  }
}

/** The pieces of the passage from `offset` on. */
export function piecesFrom(passage: Passage, offset: number): Piece[] {
  const run = passage.runs.findLast((candidate) => candidate.at <= offset);
  if (!run || offset >= passage.text.length) return [];
  const index = passage.pieces.findLastIndex((piece, i) => piece.line === run.line && (passage.starts[i] ?? 0) <= offset);
  const first = passage.pieces[index];
  if (!first) return [];
  return [{ ...first, from: run.column + offset - run.at }, ...passage.pieces.slice(index + 1)];
}

/** The lines that the stretch `[from, to)` of the passage stands on. */
export function linesOf(passage: Passage, from: number, to: number): TextLine[] {
  const lines: TextLine[] = [];
  for (const [index, piece] of passage.pieces.entries()) {
    const start = passage.starts[index] ?? 0;
    const end = passage.starts[index + 1] ?? passage.text.length;
    if (end > from && start < to && lines.at(-1) !== piece.line) lines.push(piece.line);
  }
  return lines;
}
