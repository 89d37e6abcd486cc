import { template as templateOf } from '../../actuals/template.ts';
import type { templateWorkbook } from '../../actuals/template-workbook.ts';
import { KpiError } from '../../model/errors.ts';
import type { App, ExitCode } from '../app.ts';
import type { TemplateOptions } from '../commands/template.ts';
import { withStore } from '../open-store.ts';
import { printFile } from '../output.ts';
import { openCatalog } from '../own-catalog.ts';
import { noteRepeats } from '../repeats.ts';
import { targetsInScope } from '../score-scope.ts';

export async function template(options: TemplateOptions, app: App): Promise<ExitCode> {
  const { targets, repeats } = await withStore(options, app, (store) => targetsInScope(store, options));
  noteRepeats(repeats, options, app);
  const catalog = await openCatalog(options, app);
  await printFile(asWorkbook(options) ? await workbookOf(targets, catalog) : templateOf(targets, catalog), options);
  return 0;
}

const workbookOf: typeof templateWorkbook = async (...given) =>
  (await import('../../actuals/template-workbook.ts')).templateWorkbook(...given);

/** @throws KpiError when a workbook would be written to a terminal */
function asWorkbook({ format, output }: TemplateOptions): boolean {
  const workbook = (format ?? (output?.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv')) === 'xlsx';
  if (workbook && output === undefined && process.stdout.isTTY) {
    throw new KpiError({
      ja: 'ブックは端末に表示できません。--output actuals.xlsx のようにファイルを指定してください。',
      en: 'a workbook cannot be shown on a terminal: name a file, as in --output actuals.xlsx',
    });
  }
  return workbook;
}
