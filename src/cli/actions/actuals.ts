import { createCatalog } from '../../normalize/catalog.ts';
import { contradictedScope } from '../../normalize/contradicted.ts';
import { findPaths, SHEETS } from '../../source/paths.ts';
import type { App, ExitCode } from '../app.ts';
import type { ActualsOptions } from '../commands/actuals.ts';
import { skippedNote } from '../inputs-skipped.ts';
import { targetsOnRecord } from '../open-store.ts';
import { note } from '../output.ts';
import { ownIndicators } from '../own-catalog.ts';
import { readActualsFile } from '../read-actuals.ts';
import { readInputs } from '../read-inputs.ts';
import { givenScope, recordsHash } from '../scope.ts';

export async function actuals(paths: readonly string[], options: ActualsOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const catalog = createCatalog(own);
  const given = givenScope(options);
  const targets = await targetsOnRecord(options, app);
  const skipped: string[] = [];
  const files = await findPaths(paths, (path) => skipped.push(path), SHEETS);
  if (skipped.length > 0) note(app.say(skippedNote(skipped, SHEETS)), options);
  return readInputs(files, options, app, 1, async (path) => {
    const { name, hash, records, actuals, efforts } = await readActualsFile(path, options, { ...given, catalog, targets });
    // What a row restates of the year before does not make it that year's sheet.
    const said = [...actuals.filter(({ restated }) => !restated), ...efforts];
    return {
      name,
      hash: recordsHash(hash, given, own, targets),
      family: 'actuals',
      scopes: said,
      markers: null,
      records: [...records, ...contradictedScope(said, given)],
    };
  });
}
