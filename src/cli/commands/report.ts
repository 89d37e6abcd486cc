import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type General, timeoutOption, withGeneral, withVerdictOptions } from '../options.ts';

export interface ReportOptions extends Omit<General, 'output'> {
  readonly branch?: string[];
  readonly year?: string;
  readonly all?: boolean;
  readonly html?: string;
  readonly xlsx?: string;
  /** A file, or true for standard output. */
  readonly md?: string | true;
  readonly source: boolean;
  readonly rubric: string;
  readonly catalog?: string;
  readonly timeout?: number;
}

export function addReport(program: Command, app: App): void {
  const command = program
    .command('report')
    .description(
      app.say({
        ja: '評議会などに渡せる報告書（HTML、Excel、Markdown）を作ります。',
        en: 'Makes a report that one can hand to the council: HTML, Excel, Markdown.',
      }),
    )
    .option('--branch <branch...>', app.say({ ja: '支部: 熊本、kumamoto、43（複数可）', en: 'branches: 熊本, kumamoto, 43 (several)' }))
    .option('--all', app.say({ ja: 'すべての支部（全国の地図と一覧）', en: 'every branch: the national picture' }))
    .option(
      '--year <year>',
      app.say({
        ja: '年度（既定: 多くの支部に目標がある最も新しい年度）',
        en: 'fiscal year (default: the newest that most branches have targets for)',
      }),
    )
    .option('--html <file>', app.say({ ja: '一つの HTML ファイルに書く', en: 'write one HTML file' }))
    .option('--xlsx <file>', app.say({ ja: '一つの Excel ブックに書く', en: 'write an Excel workbook' }))
    .option('--md [file]', app.say({ ja: 'Markdown をファイルか標準出力に書く', en: 'write Markdown, to a file or standard output' }))
    .option('--no-source', app.say({ ja: '原文を HTML に載せない', en: 'leave the documents out of the HTML' }));
  withVerdictOptions(command, app).addOption(timeoutOption(app));
  withExamples(withGeneral(command, app), app, [
    {
      command: 'kpi report --branch 熊本 --year 2021 --html kumamoto.html',
      does: { ja: '熊本支部の報告書', en: 'the report of one branch' },
    },
    { command: 'kpi report --all --year 2021 --html all.html', does: { ja: '全国の地図と一覧', en: 'the national picture' } },
    { command: 'kpi report --branch 熊本 --md', does: { ja: 'プルリクエストに貼れる Markdown', en: 'Markdown for a pull request' } },
  ]).action(app.action(async (options: ReportOptions) => (await import('../actions/report.ts')).report(options, app)));
}
