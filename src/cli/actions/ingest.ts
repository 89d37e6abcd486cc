import { createCatalog } from '../../normalize/catalog.ts';
import { byPlace } from '../../normalize/owner.ts';
import { readPaper } from '../../normalize/paper.ts';
import { proposeIndicators } from '../../normalize/propose.ts';
import { expandPaths, readDocument } from '../../source/read.ts';
import type { App, ExitCode } from '../app.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { skippedNote } from '../inputs-skipped.ts';
import { note } from '../output.ts';
import { ownIndicators } from '../own-catalog.ts';
import { readInputs } from '../read-inputs.ts';
import { givenScope, recordsHash } from '../scope.ts';
import { familyOption } from '../selection.ts';

export async function ingest(paths: readonly string[], options: IngestOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const catalog = createCatalog(own);
  const given = { ...givenScope(options), ...familyOption(options) };
  const skipped: string[] = [];
  const files = await expandPaths(paths, (path) => skipped.push(path));
  if (skipped.length > 0) note(app.say(skippedNote(skipped)), options);
  return readInputs(files, options, app, async (path) => {
    const document = await readDocument(path, options);
    const reading = readPaper(document, { ...given, catalog });
    const proposals = await proposeIndicators(reading.records, catalog);
    const records = [...reading.records, ...proposals].sort(byPlace);
    return { ...reading, records, name: document.name, hash: recordsHash(document.hash, given, own) };
  });
}
