import { KpiError } from '../model/index.ts';
import { documentLine, documentsReport, type ReadDocument } from '../report/views/documents.ts';
import type { Store, StoredDocument } from '../store/store.ts';
import type { App, ExitCode } from './app.ts';
import { failureLine } from './failure.ts';
import { lazyStore } from './open-store.ts';
import type { Common } from './options.ts';
import { note, print } from './output.ts';

/** What one input file says, and under which name and hash the store keeps it. */
export type Input = Omit<ReadDocument, 'outcome'> & Pick<StoredDocument, 'hash'>;

interface Options extends Common {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

/**
 * Reads every input, keeps it, and prints what was read. An input that cannot be read is one line on standard error and
 * stops no other; the exit code remembers it.
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
      try {
        const input = await read(path);
        documents.push({ ...input, outcome: store && (await save(store, input, app)) });
      } catch (error) {
        if (!(error instanceof KpiError)) throw error;
        failed = true;
        process.stderr.write(`${failureLine(error, app)}\n`);
      }
    }
    app.reading = null;
  } finally {
    await store?.close();
  }
  await printDocuments(documents, options, app);
  return failed || (options.strict && documents.some(isDoubtful)) ? 2 : 0;
}

const save = (store: Pick<Store, 'save'>, { name, hash, family, records }: Input, app: App) =>
  store.save({ name, hash, family, reader: app.version }, records);

const isDoubtful = ({ records }: ReadDocument) => records.some((record) => record.type === 'finding' && record.severity !== 'note');

/** People get a summary, unless they want quiet; programs get the records, and the summary stands on standard error. */
async function printDocuments(documents: readonly ReadDocument[], options: Options, app: App): Promise<void> {
  const forPeople = options.format === 'table' || options.format === 'md';
  if (documents.length === 0 || (forPeople && options.quiet && !options.dryRun)) return;
  if (!forPeople) for (const document of documents) note(documentLine(document, app.lang), options);
  await print(documentsReport(documents, app.lang), options, app);
}
