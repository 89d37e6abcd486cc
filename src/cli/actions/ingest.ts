import type { Finding, KpiRecord } from '../../model/index.ts';
import { createCatalog } from '../../normalize/catalog.ts';
import { byPlace } from '../../normalize/owner.ts';
import { unknownKpis } from '../../normalize/unknown.ts';
import { expandPaths } from '../../source/paths.ts';
import type { App, ExitCode } from '../app.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { skippedNote } from '../inputs-skipped.ts';
import { openReaders } from '../open-readers.ts';
import { note } from '../output.ts';
import { ownIndicators } from '../own-catalog.ts';
import { readInputs } from '../read-inputs.ts';
import type { PaperOptions } from '../reader-job.ts';
import { givenScope, recordsHash } from '../scope.ts';
import { familyOption } from '../selection.ts';

export async function ingest(paths: readonly string[], options: IngestOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const given = { ...givenScope(options), ...familyOption(options) };
  const skipped: string[] = [];
  const files = await expandPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  const { readers, ahead, close } = openReaders(files.length, options, own, app);
  try {
    return await readInputs(files, options, app, ahead, async (path) => {
      const reading = await readers.read(path);
      const records = [...reading.records, ...(await proposals(reading.records, own))].sort(byPlace);
      return { ...reading, records, hash: recordsHash(reading.hash, given, own) };
    });
  } finally {
    close();
  }
}

/** Here and not in the threads: the dictionary for it takes a second to load and much memory, once. */
async function proposals(records: readonly KpiRecord[], own: PaperOptions['own']): Promise<Finding[]> {
  if (unknownKpis(records).length === 0) return [];
  const { proposeIndicators } = await import('../../normalize/propose.ts');
  return proposeIndicators(records, createCatalog(own));
}
