import { type Command, Option } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, maxBytesOption, withCommon } from '../options.ts';
import { oneOf } from '../suggest.ts';

export interface ScoreOptions extends Common {
  readonly branch?: string[];
  readonly year?: string;
  readonly actuals?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly maxBytes?: number;
  readonly rubric: string;
  readonly catalog?: string;
  readonly failOn?: 'missed' | '未達成';
  readonly strict?: boolean;
}

export function addScore(program: Command, app: App): void {
  const failOn = new Option(
    '--fail-on <verdict>',
    app.say({ ja: 'missed（未達成）: 未達成の KPI があれば終了コード 1', en: 'missed (未達成): exit 1 when a KPI is missed' }),
  );
  const command = program
    .command('score')
    .description(
      app.say({
        ja: '目標と実績を比べ、KPI を判定し、施策を評価します。',
        en: 'Scores targets against actual results: a verdict for each KPI, a grade for each measure.',
      }),
    )
    .option(
      '--branch <branch...>',
      app.say({ ja: '支部: 熊本、kumamoto、43（複数可）、all', en: 'branches: 熊本, kumamoto, 43 (several), all' }),
    )
    .option(
      '--year <year>',
      app.say({ ja: '年度（既定: 目標のある最も新しい年度）', en: 'fiscal year (default: the newest with targets)' }),
    )
    .option(
      '--actuals <file>',
      app.say({ ja: '保存せずに比べる実績の CSV か .xlsx', en: 'actual results (CSV or .xlsx) to score with, without storing them' }),
    )
    .option(
      '--sheet <sheet>',
      app.say({ ja: '.xlsx のシートの名前か番号（既定: 最初）', en: 'the sheet of a .xlsx, by name or number (default: the first)' }),
    )
    .option(
      '--encoding <name>',
      app.say({ ja: 'CSV の文字コード（既定: 自動判別）', en: 'character encoding of the CSV (default: recognised)' }),
    )
    .addOption(maxBytesOption(app))
    .option(
      '--rubric <rubric>',
      app.say({
        ja: '基準: branch（既定）、headquarters、iaa、printed、ファイル',
        en: 'rubric: branch (default), headquarters, iaa, printed or a file',
      }),
      'branch',
    )
    .option('--catalog <file>', app.say({ ja: '自分の指標名のファイル', en: 'indicator names of your own' }))
    .addOption(failOn.argParser(oneOf({ ja: '条件', en: 'condition' }, ['missed', '未達成'])))
    .option('--strict', app.say({ ja: '実績に読めない行があれば終了コード 2', en: 'exit 2 when a row of the results cannot be read' }));
  withExamples(withCommon(command, app), app, [
    {
      command: 'kpi score --branch 熊本 --actuals actuals.csv',
      does: { ja: '記入した CSV で採点する', en: 'score with what was filled in' },
    },
    {
      command: 'kpi score --branch all --format csv --output scores.csv',
      does: { ja: '全支部を Excel で開ける CSV に', en: 'every branch, for Excel' },
    },
    {
      command: 'kpi score --branch 熊本 --rubric headquarters --fail-on missed',
      does: { ja: '本部の基準で判定し、未達成があれば終了コード 1', en: 'for CI: exit 1 when a KPI is missed' },
    },
  ]).action(app.action(async (options: ScoreOptions) => (await import('../actions/score.ts')).score(options, app)));
}
