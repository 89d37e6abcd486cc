import { type Command, Option } from 'commander';
import type { ComparedBy } from '../../score/compare.ts';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon, withVerdictOptions } from '../options.ts';
import { oneOf } from '../suggest.ts';

export interface CompareOptions extends Common {
  readonly indicator: string;
  readonly year?: string;
  readonly branch?: string[];
  readonly by?: ComparedBy;
  readonly rubric: string;
  readonly catalog?: string;
}

const BY: readonly ComparedBy[] = ['target', 'actual', 'attainment'];

export function addCompare(program: Command, app: App): void {
  const by = new Option(
    '--by <what>',
    app.say({
      ja: '並べる値: target, actual, attainment（既定: 半数を超える KPI に実績があれば actual、なければ target）',
      en: 'what to rank by: target, actual, attainment (default: actual where more than half have results, else target)',
    }),
  );
  const command = program
    .command('compare')
    .description(app.say({ ja: '支部を並べて比べます。', en: 'Compares branches: ranks, the median, the distance to the national value.' }))
    .requiredOption(
      '--indicator <indicator>',
      app.say({ ja: '指標の ID か名称。all はすべての指標', en: 'an indicator, by id or name; all for every one' }),
    )
    .option(
      '--year <year>',
      app.say({
        ja: '年度（既定: 多くの支部に目標がある最も新しい年度）',
        en: 'fiscal year (default: the newest that most branches have targets for)',
      }),
    )
    .option('--branch <branch...>', app.say({ ja: '支部（既定: すべて）', en: 'branches (default: all)' }))
    .addOption(by.argParser(oneOf({ ja: '並べる値', en: 'value' }, BY)));
  withVerdictOptions(command, app);
  withExamples(withCommon(command, app), app, [
    {
      command: 'kpi compare --indicator 郵送化率 --year 2021',
      does: { ja: '全支部の順位・中央値・全国との差', en: 'every branch by rank' },
    },
    {
      command: 'kpi compare --indicator all --by attainment',
      does: { ja: '支部 × 指標の一覧', en: 'branches × indicators' },
    },
  ]).action(app.action(async (options: CompareOptions) => (await import('../actions/compare.ts')).compare(options, app)));
}
