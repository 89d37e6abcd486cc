import { availableParallelism } from 'node:os';
import type { Indicator } from '../model/index.ts';
import type { App } from './app.ts';
import type { PaperOptions } from './commands/paper-options.ts';
import { ProgressBar } from './progress-bar.ts';
import { Readers } from './readers.ts';
import { givenScope } from './scope.ts';
import { familyOption } from './selection.ts';

/** Seconds that a paper may take without `--timeout`: one of 350 pages takes some. */
const TIMEOUT = 300;

/** Papers read and not yet taken, for each thread: it need not wait while an earlier paper takes long. */
const AHEAD = 4;

export interface OpenReaders {
  readonly readers: Readers;
  /** So many papers may be under way, or read and not yet taken. */
  readonly ahead: number;
  /** Ends the threads, whatever they are reading, and the progress bar. */
  close(): void;
}

/** Reading threads for so many papers, as the command line asks for them. */
export function openReaders(
  papers: number,
  options: PaperOptions & { readonly quiet?: boolean | undefined; readonly maxText?: number },
  own: readonly Indicator[],
  app: App,
): OpenReaders {
  const { encoding, maxBytes, maxText, pages, maxPages, password, timeout = TIMEOUT, jobs = availableParallelism() } = options;
  const threads = Math.min(jobs, papers);
  const bar = process.stderr.isTTY && !options.quiet ? new ProgressBar(process.stderr) : null;
  const readers = new Readers(
    { ...givenScope(options), ...familyOption(options), own, encoding, maxBytes, maxText, pages, maxPages, password },
    app.startReader,
    threads,
    timeout,
    (path, done, of) => bar?.show(path, done, of),
  );
  const close = () => {
    bar?.clear();
    readers.close();
  };
  return { readers, ahead: threads * AHEAD, close };
}
