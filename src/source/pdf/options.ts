export interface PdfOptions {
  readonly password?: string | undefined;
  /** `3-10`, `5`, `1,4-6`, `8-`: which pages are read; all when it is left out. */
  readonly pages?: string | undefined;
  /** A document with more pages than that is refused. */
  readonly maxPages?: number | undefined;
  /** Told how many of how many pages are read. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** The longest plan has some hundred pages; an all-branches volume about a thousand. */
export const MAX_PAGES = 3000;
