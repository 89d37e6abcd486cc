import type { Indicator } from '../model/index.ts';
import type { PlainRecord } from '../model/plain.ts';
import type { Text } from '../model/text.ts';
import type { ParseOptions, Reading } from '../normalize/paper.ts';
import type { ReadOptions } from '../source/read.ts';

/** What the user said of the papers; plain data, for it goes to another thread. */
export interface PaperOptions extends Omit<ReadOptions, 'standardInput' | 'progress'>, Omit<ParseOptions, 'catalog'> {
  /** The user's own indicators. */
  readonly own: readonly Indicator[];
}

export interface Job {
  readonly path: string;
  readonly options: PaperOptions;
}

/** What a paper says, as it comes back. */
export interface PaperReading extends Omit<Reading, 'records'> {
  readonly name: string;
  readonly hash: string;
  readonly records: readonly PlainRecord[];
}

export type Answer =
  | { readonly kind: 'read'; readonly reading: PaperReading }
  /** One line for the user. */
  | { readonly kind: 'refused'; readonly text: Text }
  /** It takes more memory than there is. */
  | { readonly kind: 'tooMuch' }
  | { readonly kind: 'defect'; readonly error: unknown };
