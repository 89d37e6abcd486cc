import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';

export interface ActualsOptions extends Common {
  readonly dryRun?: boolean;
  readonly branch?: string;
  readonly year?: string;
  readonly encoding?: string;
  readonly catalog?: string;
  readonly strict?: boolean;
}

export function addActuals(program: Command, app: App): void {
  const command = program
    .command('actuals')
    .description(app.say({ ja: '実績の CSV をデータベースに入れます。', en: 'Reads actual results (CSV) into the store.' }))
    .argument('<csv...>', app.say({ ja: 'CSV ファイル。- は標準入力', en: 'CSV files; - is standard input' }))
    .option('--dry-run', app.say({ ja: '読むだけで、保存しない', en: 'only read, store nothing' }))
    .option('--branch <branch>', app.say({ ja: 'CSV に支部の列がないときの支部', en: 'the branch, where the CSV does not say' }))
    .option('--year <year>', app.say({ ja: 'CSV に年度の列がないときの年度', en: 'the fiscal year, where the CSV does not say' }))
    .option('--encoding <name>', app.say({ ja: '文字コード（既定: 自動判別）', en: 'character encoding (default: recognised)' }))
    .option('--catalog <file>', app.say({ ja: '自分の指標名のファイル', en: 'indicator names of your own' }))
    .option('--strict', app.say({ ja: '読めない行があれば終了コード 2', en: 'exit 2 when a row cannot be read' }));
  withExamples(withCommon(command, app), app, [
    { command: 'kpi actuals actuals.csv', does: { ja: '記入した CSV を入れる', en: 'store what was filled in' } },
    { command: 'kpi actuals old.csv --branch 熊本 --year R2', does: { ja: '支部と年度を補って入れる', en: 'say whose results they are' } },
  ]).action(
    app.action(async (paths: string[], options: ActualsOptions) => (await import('../actions/actuals.ts')).actuals(paths, options, app)),
  );
}
