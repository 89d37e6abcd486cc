import { KpiError } from '../../model/index.ts';
import type { App, ExitCode } from '../app.ts';
import type { ReportOptions } from '../commands/report.ts';
import { councilData } from '../council-data.ts';
import { note, printFile } from '../output.ts';

export async function report(options: ReportOptions, app: App): Promise<ExitCode> {
  if (options.html === undefined && options.md === undefined) throw nowhere();
  const data = await councilData(options, app);
  if (options.html !== undefined) {
    const { councilPage } = await import('../../report/council/html/page.ts');
    await printFile(councilPage(data, app.lang), { output: options.html });
    note(app.say({ ja: `${options.html} に書きました。`, en: `wrote ${options.html}` }), options);
  }
  if (options.md !== undefined) {
    const { councilMarkdown } = await import('../../report/council/markdown.ts');
    await printFile(councilMarkdown(data, app.lang), options.md === true ? {} : { output: options.md });
    if (options.md !== true) note(app.say({ ja: `${options.md} に書きました。`, en: `wrote ${options.md}` }), options);
  }
  return 0;
}

const nowhere = () =>
  new KpiError({
    ja: '何を作るかを指定してください: --html FILE、--md',
    en: 'say what to make: --html FILE or --md',
  });
