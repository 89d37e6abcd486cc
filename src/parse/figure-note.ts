import { countsBeside, countsOf } from './share.ts';

/** A figure in running text, in the document's own words: `令和2年9月末時点使用率：51.1%（全国13位）`. */
export interface Figure extends Note {
  /** What stands in front of it, without time, colon and words such as 実績. */
  readonly name: string;
  /** `51.1%`, `16.67%（2/12件）` */
  readonly text: string;
  /** Null when only counts are printed: `2/12件`. */
  readonly number: string | null;
  readonly magnitude: string;
  readonly unit: string;
  /** `（全国平均 95.2％）`: not the paper's own. */
  readonly nation: boolean;
  /** Where it stands in the text, its name and remarks included. */
  readonly from: number;
  readonly to: number;
}

/** What is said beside a figure. */
export interface Note {
  /** As printed, without brackets: `令和2年11月末現在`. */
  readonly asOf: string | null;
  /** The whole year that it is said to be of: `令和元年度`, `前年度`. */
  readonly year: string | null;
  readonly rank: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

export const NO_NOTE: Note = { asOf: null, year: null, rank: null, numerator: null, denominator: null };

/** `16.67%（2/12件）`, `2件／12件（16.67%）`: the rate and its counts are one figure. */
export const completes = (rate: Figure, more: Figure): boolean =>
  more.name === '' &&
  more.year === null &&
  (rate.number === null) !== (more.number === null) &&
  (rate.numerator ?? more.numerator) !== null;

/** What the one does not say, the other may. */
export function fill(note: Note, more: Partial<Note>): Note {
  return {
    asOf: note.asOf ?? more.asOf ?? null,
    year: note.year ?? more.year ?? null,
    rank: note.rank ?? more.rank ?? null,
    numerator: note.numerator ?? more.numerator ?? null,
    denominator: note.denominator ?? more.denominator ?? null,
  };
}

export function withCounts(figure: Figure, counts: readonly Figure[]): Figure {
  if (figure.number === null || figure.unit !== '%' || figure.numerator !== null || counts.length < 2) return figure;
  const found = countsOf(figure.number, counts) ?? countsBeside(figure.number, counts);
  return found ? { ...figure, numerator: found.part.number, denominator: found.whole.number } : figure;
}
