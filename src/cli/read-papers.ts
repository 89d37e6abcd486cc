import { byKind, type CheckedPaper } from '../check/context.ts';
import type { Indicator } from '../model/index.ts';
import { expandPaths } from '../source/paths.ts';
import type { App } from './app.ts';
import type { PaperOptions } from './commands/paper-options.ts';
import { inOrder } from './in-order.ts';
import { skippedNote } from './inputs-skipped.ts';
import { openReaders } from './open-readers.ts';
import type { General } from './options.ts';
import { note } from './output.ts';
import { orReported } from './read-inputs.ts';
import type { Readers } from './readers.ts';

type Options = PaperOptions & Pick<General, 'quiet'>;

export interface Papers {
  readonly papers: readonly CheckedPaper[];
  /** Some could not be read, which has been said. */
  readonly failed: boolean;
}

/**
 * Reads papers to look at, not to keep, some at a time, and gives them in the order of the paths. One that cannot be read is a line on
 * standard error and stops no other.
 */
export async function readPapers(paths: readonly string[], options: Options, app: App, own: readonly Indicator[]): Promise<Papers> {
  const skipped: string[] = [];
  const files = await expandPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  const { readers, ahead, close } = openReaders(files.length, options, own, app);
  const papers: CheckedPaper[] = [];
  try {
    for (const [path, reading] of inOrder(files, ahead, (file) => readOne(file, readers))) {
      app.reading = path;
      const paper = await orReported(() => reading, app);
      if (paper) papers.push(paper);
    }
    app.reading = null;
  } finally {
    close();
  }
  return { papers, failed: papers.length < files.length };
}

async function readOne(path: string, readers: Readers): Promise<CheckedPaper> {
  const { document, family, scopes, stretches, records } = await readers.readWithLines(path);
  return { document, family, scopes, stretches, records: byKind(records) };
}
