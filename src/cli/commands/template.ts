import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';

export interface TemplateOptions extends Common {
  readonly branch?: string[];
  readonly year?: string;
}

export function addTemplate(program: Command, app: App): void {
  const command = program
    .command('template')
    .description(
      app.say({
        ja: '実績を書き込む CSV を作ります（目標 1 件 1 行、Excel で開けます）。',
        en: 'Makes a CSV to fill in with actual results: one row a target, ready for Excel.',
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
  withExamples(withCommon(command, app), app, [
    {
      command: 'kpi template --branch 熊本 --year 2021 --output actuals.csv',
      does: { ja: '熊本支部の令和3年度のひな形', en: 'a template for one branch and year' },
    },
  ]).action(app.action(async (options: TemplateOptions) => (await import('../actions/template.ts')).template(options, app)));
}
