import { KpiError } from '../../model/index.ts';
import type { App, ExitCode } from '../app.ts';
import type { ReportOptions } from '../commands/report.ts';
import { councilData } from '../council-data.ts';
import { note, printFile } from '../output.ts';

export async function report(options: ReportOptions, app: App): Promise<ExitCode> {
  if (options.html === undefined && options.xlsx === undefined && options.md === undefined) throw nowhere();
  if (options.all && options.branch !== undefined) throw bothScopes();
  const data = await councilData(options, app);
  if (options.html !== undefined) {
    const { councilPage } = await import('../../report/council/html/page.ts');
    await printFile(councilPage(data, app.lang), { output: options.html });
    noteWritten(options.html, options, app);
  }
  if (options.xlsx !== undefined) {
    const { councilWorkbook } = await import('../../report/council/workbook.ts');
    await printFile(await councilWorkbook(data, app.lang), { output: options.xlsx });
    noteWritten(options.xlsx, options, app);
  }
  if (options.md !== undefined) {
    const { councilMarkdown } = await import('../../report/council/markdown.ts');
    await printFile(councilMarkdown(data, app.lang), options.md === true ? {} : { output: options.md });
    if (options.md !== true) noteWritten(options.md, options, app);
  }
  return 0;
}

const noteWritten = (path: string, options: ReportOptions, app: App) =>
  note(app.say({ ja: `${path} に書きました。`, en: `wrote ${path}` }), options);

const bothScopes = () =>
  new KpiError({
    ja: '--all と --branch は一緒に使えません。どちらかを選んでください。',
    en: '--all and --branch exclude each other: choose one',
  });

const nowhere = () =>
  new KpiError({
    ja: '何を作るかを指定してください: --html FILE、--xlsx FILE、--md',
    en: 'say what to make: --html FILE, --xlsx FILE or --md',
  });
