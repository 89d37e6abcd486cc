import { createCatalog } from '../../normalize/catalog.ts';
import { contradictedScope } from '../../normalize/contradicted.ts';
import { expandPaths } from '../../source/read.ts';
import type { App, ExitCode } from '../app.ts';
import type { ActualsOptions } from '../commands/actuals.ts';
import { targetsOnRecord } from '../open-store.ts';
import { ownIndicators } from '../own-catalog.ts';
import { readActualsFile } from '../read-actuals.ts';
import { readInputs } from '../read-inputs.ts';
import { givenScope, recordsHash } from '../scope.ts';

export async function actuals(paths: readonly string[], options: ActualsOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const catalog = createCatalog(own);
  const given = givenScope(options);
  const targets = await targetsOnRecord(options, app);
  return readInputs(await expandPaths(paths), options, app, async (path) => {
    const { document, records, actuals, efforts } = await readActualsFile(path, options, { ...given, catalog, targets });
    // What a row restates of the year before does not make it that year's sheet.
    const said = [...actuals.filter(({ restated }) => !restated), ...efforts];
    return {
      name: document.name,
      hash: recordsHash(document.hash, given, own, targets),
      family: 'actuals',
      scopes: said,
      markers: null,
      records: [...records, ...contradictedScope(said, given)],
    };
  });
}
