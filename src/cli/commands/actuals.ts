import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, maxBytesOption, withCommon } from '../options.ts';

export interface ActualsOptions extends Common {
  readonly dryRun?: boolean;
  readonly branch?: string;
  readonly year?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly maxBytes?: number;
  readonly catalog?: string;
  readonly strict?: boolean;
}

export function addActuals(program: Command, app: App): void {
  const command = program
    .command('actuals')
    .description(
      app.say({ ja: '実績の表（CSV、Excel）をデータベースに入れます。', en: 'Reads actual results (CSV, Excel) into the store.' }),
    )
    .argument(
      '<file...>',
      app.say({ ja: 'CSV か .xlsx のファイル、フォルダ。- は標準入力', en: 'CSV or .xlsx files, folders; - is standard input' }),
    )
    .option('--dry-run', app.say({ ja: '読むだけで、保存しない', en: 'only read, store nothing' }))
    .option('--branch <branch>', app.say({ ja: '表に支部の列がないときの支部', en: 'the branch, where the table does not say' }))
    .option('--year <year>', app.say({ ja: '表に年度の列がないときの年度', en: 'the fiscal year, where the table does not say' }))
    .option(
      '--sheet <sheet>',
      app.say({ ja: '.xlsx のシートの名前か番号（既定: 最初）', en: 'the sheet of a .xlsx, by name or number (default: the first)' }),
    )
    .option(
      '--encoding <name>',
      app.say({ ja: 'CSV の文字コード（既定: 自動判別）', en: 'character encoding of a CSV (default: recognised)' }),
    )
    .addOption(maxBytesOption(app))
    .option('--catalog <file>', app.say({ ja: '自分の指標名のファイル', en: 'indicator names of your own' }))
    .option('--strict', app.say({ ja: '読めない行があれば終了コード 2', en: 'exit 2 when a row cannot be read' }));
  withExamples(withCommon(command, app), app, [
    { command: 'kpi actuals actuals.csv', does: { ja: '記入した CSV を入れる', en: 'store what was filled in' } },
    {
      command: 'kpi actuals 実績.xlsx --sheet 令和3年度',
      does: { ja: 'Excel のシートを選んで入れる', en: 'one sheet of an Excel workbook' },
    },
    { command: 'kpi actuals old.csv --branch 熊本 --year R2', does: { ja: '支部と年度を補って入れる', en: 'say whose results they are' } },
  ]).action(
    app.action(async (paths: string[], options: ActualsOptions) => (await import('../actions/actuals.ts')).actuals(paths, options, app)),
  );
}
