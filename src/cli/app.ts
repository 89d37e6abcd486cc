import type { Language, Text } from '../model/text.ts';
import type { ReaderThread } from './reader-thread.ts';

/** 0 done; 1 a check found something, or a score was asked to fail and did; 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** One run of the program. */
export interface App {
  readonly lang: Language;
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
  /** What is being read, for the line about a defect. */
  reading: string | null;
  say(text: Text): string;
  startReader(): ReaderThread;
  /** Wraps a command's body for commander, and keeps its exit code. */
  action<Args extends readonly unknown[]>(body: (...args: Args) => Promise<ExitCode>): (...args: Args) => Promise<void>;
}
