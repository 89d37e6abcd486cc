import { availableParallelism } from 'node:os';
import type { Finding, KpiRecord } from '../../model/index.ts';
import { createCatalog } from '../../normalize/catalog.ts';
import { byPlace } from '../../normalize/owner.ts';
import { unknownKpis } from '../../normalize/unknown.ts';
import { expandPaths } from '../../source/paths.ts';
import type { App, ExitCode } from '../app.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { skippedNote } from '../inputs-skipped.ts';
import { note } from '../output.ts';
import { ownIndicators } from '../own-catalog.ts';
import { ProgressBar } from '../progress-bar.ts';
import { readInputs } from '../read-inputs.ts';
import type { PaperOptions } from '../reader-job.ts';
import { Readers } from '../readers.ts';
import { givenScope, recordsHash } from '../scope.ts';
import { familyOption } from '../selection.ts';

/** Seconds that a paper may take without `--timeout`: one of 350 pages takes some. */
const TIMEOUT = 300;

/** Papers read and not yet kept, for each thread: it need not wait while an earlier paper takes long. */
const AHEAD = 4;

export async function ingest(paths: readonly string[], options: IngestOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const given = { ...givenScope(options), ...familyOption(options) };
  const skipped: string[] = [];
  const files = await expandPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  const threads = Math.min(options.jobs ?? availableParallelism(), files.length);
  const bar = process.stderr.isTTY && !options.quiet ? new ProgressBar(process.stderr) : null;
  const { encoding, maxBytes, pages, maxPages, password } = options;
  const readers = new Readers(
    { ...given, own, encoding, maxBytes, pages, maxPages, password },
    app.startReader,
    threads,
    options.timeout ?? TIMEOUT,
    (path, done, of) => bar?.show(path, done, of),
  );
  try {
    return await readInputs(files, options, app, threads * AHEAD, async (path) => {
      const reading = await readers.read(path);
      const records = [...reading.records, ...(await proposals(reading.records, own))].sort(byPlace);
      return { ...reading, records, hash: recordsHash(reading.hash, given, own) };
    });
  } finally {
    bar?.clear();
    readers.close();
  }
}

/** Here and not in the threads: the dictionary for it takes a second to load and much memory, once. */
async function proposals(records: readonly KpiRecord[], own: PaperOptions['own']): Promise<Finding[]> {
  if (unknownKpis(records).length === 0) return [];
  const { proposeIndicators } = await import('../../normalize/propose.ts');
  return proposeIndicators(records, createCatalog(own));
}
