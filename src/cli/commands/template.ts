import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type General, withFileFormats } from '../options.ts';

export type TemplateFormat = 'csv' | 'xlsx';
const FORMATS: readonly TemplateFormat[] = ['csv', 'xlsx'];

export interface TemplateOptions extends General {
  readonly format?: TemplateFormat;
  readonly branch?: string[];
  readonly year?: string;
}

export function addTemplate(program: Command, app: App): void {
  const command = program
    .command('template')
    .description(
      app.say({
        ja: '実績を書き込む CSV か Excel のブックを作ります（目標 1 件 1 行）。',
        en: 'Makes a CSV or an Excel workbook to fill in with actual results: one row a target.',
      }),
    )
    .option(
      '--branch <branch...>',
      app.say({ ja: '支部（データベースに 1 つだけなら省ける）', en: 'branches (may be left out when the store has one)' }),
    )
    .option(
      '--year <year>',
      app.say({ ja: '年度（既定: 目標のある最も新しい年度）', en: 'fiscal year (default: the newest with targets)' }),
    );
  withExamples(withFileFormats(command, app, FORMATS), app, [
    {
      command: 'kpi template --branch 熊本 --year 2021 --output actuals.csv',
      does: { ja: '熊本支部の令和3年度のひな形', en: 'a template for one branch and year' },
    },
    {
      command: 'kpi template --branch 熊本 --output actuals.xlsx',
      does: { ja: 'Excel のブックとして（選択肢つき）', en: 'as an Excel workbook, with lists to choose from' },
    },
  ]).action(app.action(async (options: TemplateOptions) => (await import('../actions/template.ts')).template(options, app)));
}
