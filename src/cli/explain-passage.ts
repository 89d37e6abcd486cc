import { existsSync } from 'node:fs';
import type { CheckedPaper } from '../check/context.ts';
import { KpiError, type Source } from '../model/index.ts';
import type { ExplainedPassage } from '../report/explain/index.ts';
import type { Document } from '../source/document.ts';
import { passageIn } from '../source/passage.ts';
import type { App } from './app.ts';
import type { PaperOptions } from './commands/paper-options.ts';
import { openReaders } from './open-readers.ts';

/** Passages of the papers that were read, and of other documents whose files are there. */
export function passagesFrom(
  papers: readonly CheckedPaper[],
  options: PaperOptions,
  app: App,
): (source: Source, marks: readonly string[]) => Promise<ExplainedPassage> {
  const documents = new Map<string, Promise<Document | null>>(papers.map(({ document }) => [document.name, Promise.resolve(document)]));
  return async (source, marks) => {
    const known = documents.get(source.document) ?? readIfThere(source.document, options, app);
    documents.set(source.document, known);
    const document = await known;
    return { source, marks, lines: document && passageIn(document, source) };
  };
}

/** Null where the file is gone, or is none that can be read: then there is the quote. */
async function readIfThere(name: string, options: PaperOptions, app: App): Promise<Document | null> {
  if (!existsSync(name)) return null;
  const { readers, close } = openReaders(1, options, [], app);
  try {
    return await readers.readLines(name);
  } catch (error) {
    if (error instanceof KpiError) return null;
    throw error;
  } finally {
    close();
  }
}
