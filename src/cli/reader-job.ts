import type { Indicator } from '../model/index.ts';
import type { PlainRecord } from '../model/plain.ts';
import type { Text } from '../model/text.ts';
import type { ParseOptions, Reading } from '../normalize/paper.ts';
import type { PackedDocument } from '../source/packed.ts';
import type { ReadOptions } from '../source/read.ts';

/** What the user said of the papers; plain data, for it goes to another thread. */
export interface PaperOptions extends Omit<ReadOptions, 'standardInput' | 'progress'>, Omit<ParseOptions, 'catalog'> {
  /** The user's own indicators. */
  readonly own: readonly Indicator[];
}

/** What it says, its lines, or both. */
export type Wanted = 'records' | 'lines' | 'both';

export interface Job {
  readonly path: string;
  readonly options: PaperOptions;
  readonly wanted: Wanted;
}

/** What a paper says, beside its records. */
export interface PaperFacts extends Omit<Reading, 'records'> {
  readonly name: string;
  readonly hash: string;
  /** Whether it has KPIs that the catalog does not know. */
  readonly unknownKpis: boolean;
}

/** Records go over some at a time: while one side takes them apart, the other packs the next. Those of a long document stay packed. */
export interface Part {
  readonly kind: 'part';
  readonly records: readonly PlainRecord[] | Uint8Array;
}

/** The lines of the paper, before it is read: they are unpacked meanwhile. */
export interface Lines {
  readonly kind: 'lines';
  readonly document: PackedDocument;
}

/** How many of how many pages are read. */
export interface Progress {
  readonly kind: 'progress';
  readonly done: number;
  readonly of: number;
}

/** What ends a job. */
export type Answer =
  | { readonly kind: 'read'; readonly facts: PaperFacts }
  /** Where only its lines are wanted. */
  | { readonly kind: 'opened' }
  /** One line for the user. */
  | { readonly kind: 'refused'; readonly text: Text }
  /** It takes more memory than there is. */
  | { readonly kind: 'tooMuch' }
  /** It takes more time than it may. */
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'defect'; readonly error: unknown };
