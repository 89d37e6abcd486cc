import type { Finding, KpiRecord } from '../../model/index.ts';
import { createCatalog } from '../../normalize/catalog.ts';
import { byPlace } from '../../normalize/owner.ts';
import { MAX_LONG_TEXT } from '../../source/limits.ts';
import { findPaths } from '../../source/paths.ts';
import type { App, ExitCode } from '../app.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { skippedNote } from '../inputs-skipped.ts';
import { openReaders } from '../open-readers.ts';
import { note } from '../output.ts';
import { ownIndicators } from '../own-catalog.ts';
import { readInputs } from '../read-inputs.ts';
import type { PaperOptions } from '../reader-job.ts';
import type { ReadPaper } from '../readers.ts';
import { givenScope, recordsHash } from '../scope.ts';
import { familyOption } from '../selection.ts';

export async function ingest(paths: readonly string[], options: IngestOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const given = { ...givenScope(options), ...familyOption(options) };
  const skipped: string[] = [];
  const files = await findPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  const { readers, ahead, close } = openReaders(files.length, { ...options, maxText: MAX_LONG_TEXT }, own, app);
  try {
    return await readInputs(files, options, app, ahead, async (path) => {
      const paper = await readers.read(path);
      return { ...paper, records: await withProposals(paper, own), hash: recordsHash(paper.hash, given, own) };
    });
  } finally {
    close();
  }
}

/** Here and not in the threads: the dictionary for it takes a second to load and much memory, once. */
async function withProposals({ records, unknownKpis }: ReadPaper, own: PaperOptions['own']): Promise<Iterable<KpiRecord>> {
  if (!unknownKpis) return records;
  const { loadProposer } = await import('../../normalize/propose.ts');
  const propose = await loadProposer(createCatalog(own));
  return { [Symbol.iterator]: () => inPlace(records, propose) };
}

/** Each proposal behind all that stands where its KPI does. */
function* inPlace(records: Iterable<KpiRecord>, propose: (records: readonly KpiRecord[]) => readonly Finding[]): Generator<KpiRecord> {
  let proposed: readonly Finding[] = [];
  for (const record of records) {
    const [last] = proposed;
    if (last && byPlace(last, record) !== 0) {
      yield* proposed;
      proposed = [];
    }
    yield record;
    proposed = [...proposed, ...propose([record])];
  }
  yield* proposed;
}
