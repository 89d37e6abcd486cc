import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon, withVerdictOptions } from '../options.ts';

export interface TrendOptions extends Common {
  readonly branch: string[];
  readonly indicator?: string[];
  readonly rubric: string;
  readonly catalog?: string;
}

export function addTrend(program: Command, app: App): void {
  const command = program
    .command('trend')
    .description(app.say({ ja: '年度ごとの目標・実績・判定を並べます。', en: 'Shows targets, results and verdicts over the years.' }))
    .requiredOption(
      '--branch <branch...>',
      app.say({ ja: '支部: 熊本、kumamoto、43（複数可）、all', en: 'branches: 熊本, kumamoto, 43, all' }),
    )
    .option('--indicator <id...>', app.say({ ja: '指標の ID か名称（既定: すべて）', en: 'indicators, by id or name (default: all)' }));
  withVerdictOptions(command, app);
  withExamples(withCommon(command, app), app, [
    {
      command: 'kpi trend --branch 熊本 --indicator 郵送化率',
      does: { ja: '一つの指標の推移', en: 'one indicator over the years' },
    },
    {
      command: 'kpi trend --branch 熊本 --format csv --output trend.csv',
      does: { ja: 'すべての指標を Excel で開ける CSV に', en: 'every indicator, for Excel' },
    },
  ]).action(app.action(async (options: TrendOptions) => (await import('../actions/trend.ts')).trend(options, app)));
}
