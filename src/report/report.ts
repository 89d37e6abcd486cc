import type { Language } from '../model/index.ts';

/** How a cell reads: a colour on a terminal, nothing elsewhere. */
export type Tone = 'good' | 'bad' | 'doubtful' | 'quiet' | 'strong';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes the width that the other columns leave, and wraps. One a section. */
  readonly flexible?: boolean;
}

/** A row is cells under the columns, or a title across all of them; `details` stand below it, across all columns. */
export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[]; readonly details?: readonly Cell[] }
  | { readonly kind: 'title'; readonly title: Cell; readonly details?: readonly Cell[] };

/** What a person reads. */
export interface Section {
  readonly heading: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Sentences below the rows. */
  readonly notes: readonly string[];
}

/** What a program reads: plain values; a `Decimal` prints as the number it was printed with. */
export type Data = unknown;

/** What a spreadsheet opens: flat, one header row; null is an empty cell. */
export interface Sheet {
  readonly columns: readonly string[];
  /** As often as asked, and not all at once. */
  readonly rows: Iterable<readonly (string | null)[]>;
}

/** The same content three ways. A view in `views/` makes it; a formatter prints one of the three and knows nothing of what it says. */
export interface Report {
  sections(): readonly Section[];
  sheet(): Sheet;
  data(): Iterable<Data>;
  /** `data()` is one thing, not a list of one: JSON prints it bare. */
  readonly single?: boolean;
}

export interface Context {
  readonly lang: Language;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The whole text, or piece by piece what may be too much to hold. */
export type Formatter = (report: Report, context: Context) => string | Generator<string>;
