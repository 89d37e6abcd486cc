import { KpiError } from '../model/index.ts';
import { documentLine, documentsReport, type ReadDocument } from '../report/views/documents.ts';
import type { StoredDocument } from '../store/store.ts';
import type { App, ExitCode } from './app.ts';
import { failureLine } from './failure.ts';
import { type LazyStore, lazyStore } from './open-store.ts';
import type { Common } from './options.ts';
import { note, print } from './output.ts';
import { repeatFinding } from './repeats.ts';

/** What one input file says, and under which name and hash the store keeps it. */
export type Input = Omit<ReadDocument, 'outcome'> & Pick<StoredDocument, 'hash'>;

interface Options extends Common {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

/**
 * Reads every input, keeps it, and prints what was read. An input that cannot be read is one line on standard error and
 * stops no other; a store that cannot be written to is one line, and the end. The exit code remembers it.
 */
export async function readInputs(
  paths: readonly string[],
  options: Options,
  app: App,
  read: (path: string) => Promise<Input>,
): Promise<ExitCode> {
  const documents: ReadDocument[] = [];
  let failed = false;
  const store = options.dryRun ? null : lazyStore(options, app);
  try {
    for (const path of paths) {
      app.reading = path;
      const input = await orReported(() => read(path), app);
      const saved = input && store && (await orReported(() => save(store, input, app), app));
      const kept = store === null || saved !== null;
      if (input && kept) documents.push(saved ?? { ...input, outcome: null });
      else failed = true;
      if (input && !kept) break;
    }
    app.reading = null;
  } finally {
    await store?.close();
  }
  await printDocuments(documents, options, app);
  return failed || (options.strict && documents.some(isDoubtful)) ? 2 : 0;
}

/** Null when it failed, which is said then. */
export async function orReported<Result>(action: () => Promise<Result>, app: App): Promise<Result | null> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    process.stderr.write(`${failureLine(error, app)}\n`);
    return null;
  }
}

/** What other documents say too is found when the document stands among them, and is no part of its own records. */
async function save(store: LazyStore, input: Input, app: App): Promise<ReadDocument> {
  const { name, hash, family, scopes, records } = input;
  const outcome = await store.save({ name, hash, family, scopes, reader: app.version }, records);
  if (family !== 'plan') return { ...input, outcome };
  const repeats = await store.repeatsOf(hash);
  return { ...input, outcome, records: [...records, ...repeats.flatMap((repeat) => repeatFinding(repeat, records))] };
}

const isDoubtful = ({ records }: ReadDocument) => records.some((record) => record.type === 'finding' && record.severity !== 'note');

/** People get a summary, unless they want quiet; programs get the records, and the summary stands on standard error. */
async function printDocuments(documents: readonly ReadDocument[], options: Options, app: App): Promise<void> {
  const forPeople = options.format === 'table' || options.format === 'md';
  if (documents.length === 0 || (forPeople && options.quiet && !options.dryRun)) return;
  if (!forPeople) for (const document of documents) note(documentLine(document, app.lang), options);
  await print(documentsReport(documents, app.lang), options, app);
}
