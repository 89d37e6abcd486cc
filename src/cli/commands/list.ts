import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';

export interface ListOptions extends Common {
  readonly branch?: string[];
  readonly year?: string[];
  readonly area?: string[];
  readonly indicator?: string[];
}

export function addList(program: Command, app: App): void {
  const command = program
    .command('list')
    .description(app.say({ ja: 'データベースにある目標を並べます。', en: 'Lists the targets on record.' }))
    .option(
      '--branch <branch...>',
      app.say({ ja: '支部: 熊本、熊本支部、kumamoto、43、all', en: 'branches: 熊本, 熊本支部, kumamoto, 43, all' }),
    )
    .option('--year <year...>', app.say({ ja: '年度: 2021、令和3、R3、令和3年度', en: 'fiscal years: 2021, 令和3, R3' }))
    .option('--area <area...>', app.say({ ja: '分野: 基盤、戦略、組織', en: 'areas: 基盤, 戦略, 組織' }))
    .option(
      '--indicator <id...>',
      app.say({ ja: '指標の ID か名称。年度ごとの推移を表示', en: 'indicators, by id or name: over the years' }),
    );
  withExamples(withCommon(command, app), app, [
    { command: 'kpi list --branch 熊本', does: { ja: '熊本支部の目標', en: 'the targets of one branch' } },
    {
      command: 'kpi list --branch 熊本 --indicator 郵送化率',
      does: { ja: '一つの指標の目標・実績・判定を年度順に', en: 'one indicator over the years: target, actual, verdict' },
    },
    {
      command: 'kpi list --area 戦略 --year R3 --format csv --output targets.csv',
      does: { ja: 'Excel で開ける CSV', en: 'a CSV for Excel' },
    },
  ]).action(app.action(async (options: ListOptions) => (await import('../actions/list.ts')).list(options, app)));
}
