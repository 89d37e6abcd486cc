import { targetsReport } from '../../report/views/targets.ts';
import type { App, ExitCode } from '../app.ts';
import type { ListOptions } from '../commands/list.ts';
import { withStore } from '../open-store.ts';
import { print } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { targetFilter } from '../selection.ts';

export async function list(options: ListOptions, app: App): Promise<ExitCode> {
  const filter = targetFilter(options, await openCatalog(options, app));
  const targets = await withStore(options, app, (store) => store.targets(filter));
  await print(targetsReport(targets, app.lang), options, app);
  return 0;
}
