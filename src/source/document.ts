/** The cell of a table that a line stands in; rows and columns count from 0, a merged cell has its first. */
export interface CellPlace {
  /** Counts the tables of the document; one that goes on on the next page stays the same. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** The row is the head of the table, printed again at the top of a page. */
  readonly repeats?: true;
}

/** A line as printed, without its line break. `number` counts from 1 through the whole text, over all pages. */
export interface Line {
  readonly number: number;
  /** Counts the printed lines of its page; in a text without pages of paper there is none. */
  readonly onPage?: number;
  /** The last of them, where a narrow column broke it. */
  readonly onPageEnd?: number;
  /** The page of that, where the line goes on behind a page break. */
  readonly pageEnd?: number;
  readonly text: string;
  /** What of it is printed in red: in a sheet, that can be a verdict. */
  readonly red?: readonly string[];
  /** Where the document draws its tables; its lines are then those of a cell, one cell after the other. */
  readonly cell?: CellPlace;
}

/** A form feed starts a page; a text without one is a single page. */
export interface Page {
  readonly number: number;
  readonly lines: readonly Line[];
}

export interface Document {
  /** The path as given, with forward slashes; `<stdin>` for standard input. */
  readonly name: string;
  /** SHA-256 (hex) of the text with its line breaks as LF: the same document saved in another encoding is the same document. */
  readonly hash: string;
  readonly encoding: string;
  readonly pages: readonly Page[];
}
