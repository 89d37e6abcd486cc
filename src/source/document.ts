/** A line as printed, without its line break. `number` counts from 1 through the whole text, over all pages. */
export interface Line {
  readonly number: number;
  readonly text: string;
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
