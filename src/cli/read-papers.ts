import { byKind, type CheckedPaper } from '../check/context.ts';
import type { Indicator } from '../model/index.ts';
import { findPaths } from '../source/paths.ts';
import type { App } from './app.ts';
import type { PaperOptions } from './commands/paper-options.ts';
import { inOrder } from './in-order.ts';
import { skippedNote } from './inputs-skipped.ts';
import { openReaders } from './open-readers.ts';
import type { General } from './options.ts';
import { note } from './output.ts';
import { orReported, unlessRefused } from './read-inputs.ts';
import type { Readers } from './readers.ts';
import { refuseSources } from './refuse-sources.ts';

type Options = PaperOptions & Pick<General, 'quiet' | 'output'>;

export interface Papers {
  readonly papers: readonly CheckedPaper[];
  /** Some could not be read, which has been said. */
  readonly failed: boolean;
}

/** Papers that are being read. */
export interface PapersRead {
  papers(): Promise<Papers>;
  /** Ends the reading, whatever is being read. */
  close(): void;
}

/** Reads papers to look at, not to keep. */
export async function readPapers(paths: readonly string[], options: Options, app: App, own: readonly Indicator[]): Promise<Papers> {
  const reading = await startReading(paths, options, app, own);
  try {
    return await reading.papers();
  } finally {
    reading.close();
  }
}

/**
 * Begins to read papers, some at a time; they are given in the order of the paths. One that cannot be read is a line on standard error
 * when its turn comes, and stops no other.
 */
export async function startReading(paths: readonly string[], options: Options, app: App, own: readonly Indicator[]): Promise<PapersRead> {
  const skipped: string[] = [];
  const files = await findPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  refuseSources(
    files.map(({ path }) => path),
    [options.output],
  );
  const { readers, ahead, close } = openReaders(files.length, options, own, app);
  const readings = inOrder(
    files,
    ahead,
    unlessRefused((path) => readOne(path, readers)),
  );
  const papers = async () => {
    const read: CheckedPaper[] = [];
    for (const [{ path }, reading] of readings) {
      app.reading = path;
      const paper = await orReported(() => reading, app);
      if (paper) read.push(paper);
    }
    app.reading = null;
    // The memory of the threads is free for what is done with the papers.
    close();
    return { papers: read, failed: read.length < files.length };
  };
  return { papers, close };
}

async function readOne(path: string, readers: Readers): Promise<CheckedPaper> {
  const { document, family, scopes, stretches, records } = await readers.readWithLines(path);
  return { document, family, scopes, stretches, records: byKind(records) };
}
