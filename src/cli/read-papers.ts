import { byKind, type CheckedPaper } from '../check/context.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { readPaper } from '../normalize/paper.ts';
import { expandPaths, readDocument } from '../source/read.ts';
import type { App } from './app.ts';
import type { PaperOptions } from './commands/paper-options.ts';
import { skippedNote } from './inputs-skipped.ts';
import type { General } from './options.ts';
import { note } from './output.ts';
import { orReported } from './read-inputs.ts';
import { givenScope } from './scope.ts';
import { familyOption } from './selection.ts';

type Options = PaperOptions & Pick<General, 'quiet'>;

export interface Papers {
  readonly papers: readonly CheckedPaper[];
  /** Some could not be read, which has been said. */
  readonly failed: boolean;
}

/** Reads papers to look at, not to keep. One that cannot be read is a line on standard error and stops no other. */
export async function readPapers(paths: readonly string[], options: Options, app: App, catalog: Catalog): Promise<Papers> {
  const given = { ...givenScope(options), ...familyOption(options), catalog };
  const skipped: string[] = [];
  const files = await expandPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  const papers: CheckedPaper[] = [];
  for (const path of files) {
    app.reading = path;
    const paper = await orReported(() => readOne(path, options, given), app);
    if (paper) papers.push(paper);
  }
  app.reading = null;
  return { papers, failed: papers.length < files.length };
}

async function readOne(path: string, options: Options, given: Parameters<typeof readPaper>[1]): Promise<CheckedPaper> {
  const document = await readDocument(path, options);
  const { family, scopes, stretches, records } = readPaper(document, given);
  return { document, family, scopes, stretches, records: byKind(records) };
}
