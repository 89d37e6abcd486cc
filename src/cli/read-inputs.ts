import { KpiError } from '../model/errors.ts';
import type { Finding, KpiRecord } from '../model/index.ts';
import type { Text } from '../model/text.ts';
import { countsOf, documentLine, documentsReport, findingsOf, type ReadDocument } from '../report/views/documents.ts';
import type { Found } from '../source/paths.ts';
import type { SaveOutcome, StoredDocument } from '../store/store.ts';
import type { App, ExitCode } from './app.ts';
import { failureLine } from './failure.ts';
import { inOrder } from './in-order.ts';
import { type LazyStore, lazyStore } from './open-store.ts';
import type { Common } from './options.ts';
import { note, prepareToPrint, print } from './output.ts';
import { refuseSources } from './refuse-sources.ts';
import { repeatFinding } from './repeats.ts';

/** What one input file says, and under which name and hash the store keeps it. */
export type Input = Omit<ReadDocument, 'outcome' | 'counts'> & Pick<StoredDocument, 'hash'>;

interface Options extends Common {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly failFast?: boolean;
}

/**
 * Reads every input, up to `ahead` at a time, keeps it, and prints what was read, in the order of the inputs. An input that cannot be
 * read is one line on standard error and stops no other (but with `--fail-fast`); a store that cannot be written to is one line, and
 * the end. The exit code remembers it.
 */
export async function readInputs(
  inputs: readonly Found[],
  options: Options,
  app: App,
  ahead: number,
  read: (path: string) => Promise<Input>,
): Promise<ExitCode> {
  const paths = inputs.map(({ path }) => path);
  refuseSources(paths, [options.output]);
  const documents: ReadDocument[] = [];
  let failed = 0;
  const store = options.dryRun ? null : lazyStore(options, app);
  prepareToPrint(options);
  try {
    for (const [{ path }, reading] of inOrder(inputs, ahead, unlessRefused(read))) {
      app.reading = path;
      const input = await orReported(() => reading, app);
      const saved = input && store && (await orReported(() => save(store, input, app), app));
      const kept = store === null || saved !== null;
      if (input && kept) documents.push(toPrint(input, saved, options));
      else failed++;
      if ((input && !kept) || (failed > 0 && options.failFast)) break;
    }
    app.reading = null;
  } finally {
    await store?.close();
  }
  await printDocuments(documents, options, app);
  if (paths.length > 1 && documents.length > 0) note(app.say(summary(paths.length, documents.length, failed)), options);
  return failed > 0 || (options.strict && documents.some(isDoubtful)) ? 2 : 0;
}

/** Of a thousand files in a folder only what is printed of them is held. */
function toPrint(input: Input, saved: Saved | null, options: Options): ReadDocument {
  const { outcome, repeats } = saved ?? { outcome: null, repeats: [] };
  const records = { [Symbol.iterator]: () => chained(input.records, repeats) };
  const printed = isForPeople(options) && outcome !== null ? findingsOf(records) : records;
  return { ...input, outcome, counts: countsOf(records), records: printed };
}

function* chained(...lists: readonly Iterable<KpiRecord>[]): Generator<KpiRecord> {
  for (const list of lists) yield* list;
}

/** What stands for no file fails when its turn comes, and stops no other. */
export function unlessRefused<Result>(read: (path: string) => Promise<Result>): (found: Found) => Promise<Result> {
  return ({ path, refused }) => (refused ? Promise.reject(refused) : read(path));
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

interface Saved {
  readonly outcome: SaveOutcome;
  /** What other documents say too is found when the document stands among them, and is no part of its own records. */
  readonly repeats: readonly Finding[];
}

async function save(store: LazyStore, input: Input, app: App): Promise<Saved> {
  const { name, hash, family, scopes, records } = input;
  const outcome = await store.save({ name, hash, family, scopes, reader: app.version }, records);
  const repeats = family === 'plan' ? await store.repeatsOf(hash) : [];
  return { outcome, repeats: repeats.flatMap((repeat) => repeatFinding(repeat, records)) };
}

const isDoubtful = ({ records }: ReadDocument) => findingsOf(records).some(({ severity }) => severity !== 'note');

const isForPeople = ({ format }: Options): boolean => format === 'table' || format === 'md';

/** People get a summary, unless they want quiet; programs get the records, and the summary stands on standard error. */
async function printDocuments(documents: readonly ReadDocument[], options: Options, app: App): Promise<void> {
  if (documents.length === 0 || (isForPeople(options) && options.quiet && !options.dryRun)) return;
  if (!isForPeople(options)) for (const document of documents) note(documentLine(document, app.lang), options);
  await print(documentsReport(documents, app.lang), options, app);
}

/** The last line, where there are several. */
function summary(inputs: number, read: number, failed: number): Text {
  const left = inputs - read - failed;
  return {
    ja: `文書 ${inputs}件: 読めたもの ${read}件、読めなかったもの ${failed}件${left === 0 ? '' : `、まだ読んでいないもの ${left}件`}`,
    en: `${inputs} documents: ${read} read, ${failed} failed${left === 0 ? '' : `, ${left} not tried`}`,
  };
}
