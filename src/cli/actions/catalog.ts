import { catalogReport } from '../../report/views/catalog.ts';
import type { App, ExitCode } from '../app.ts';
import type { AddOptions, ShowOptions } from '../commands/catalog.ts';
import { print } from '../output.ts';
import { addIndicator, openCatalog } from '../own-catalog.ts';
import { indicatorId } from '../selection.ts';

export async function showAll(options: ShowOptions, app: App): Promise<ExitCode> {
  const { indicators } = await openCatalog(options, app);
  await print(catalogReport(indicators, app.lang, false), options, app);
  return 0;
}

export async function showOne(word: string, options: ShowOptions, app: App): Promise<ExitCode> {
  const catalog = await openCatalog(options, app);
  const id = indicatorId(word, catalog);
  await print(
    catalogReport(
      catalog.indicators.filter((indicator) => indicator.id === id),
      app.lang,
      true,
    ),
    options,
    app,
  );
  return 0;
}

export async function add(id: string, options: AddOptions, app: App): Promise<ExitCode> {
  await print(catalogReport([await addIndicator(id, options, app)], app.lang, true), options, app);
  return 0;
}
