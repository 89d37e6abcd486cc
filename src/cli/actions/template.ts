import { template as templateOf } from '../../actuals/template.ts';
import type { App, ExitCode } from '../app.ts';
import type { TemplateOptions } from '../commands/template.ts';
import { withStore } from '../open-store.ts';
import { printText } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { noteRepeats } from '../repeats.ts';
import { targetsInScope } from '../score-scope.ts';

export async function template(options: TemplateOptions, app: App): Promise<ExitCode> {
  const { targets, repeats } = await withStore(options, app, (store) => targetsInScope(store, options));
  noteRepeats(repeats, options, app);
  await printText(templateOf(targets, await openCatalog(options, app)), options);
  return 0;
}
