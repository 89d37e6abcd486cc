import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, timeoutOption, withCommon } from '../options.ts';

export interface DiffOptions extends Common {
  /** One word: `--branch 熊本 2021 2024` would otherwise take the years for branches. */
  readonly branch?: string;
  readonly encoding?: string;
  readonly catalog?: string;
  readonly timeout?: number;
}

export function addDiff(program: Command, app: App): void {
  const command = program
    .command('diff')
    .description(
      app.say({
        ja: '二つの年度、または二つの文書の KPI を比べます（追加、削除、改称、定義変更、引上げ、引下げ）。',
        en: 'Compares the KPIs of two years or two papers: added, removed, renamed, redefined, raised, lowered.',
      }),
    )
    .argument('<before>', app.say({ ja: '前の年度か文書', en: 'the earlier year or paper' }))
    .argument('<after>', app.say({ ja: '後の年度か文書', en: 'the later year or paper' }))
    .option(
      '--branch <branch>',
      app.say({
        ja: '支部。複数はカンマで区切る（既定: 両方にある支部）',
        en: 'branches, with commas between them (default: those in both)',
      }),
    )
    .option('--encoding <name>', app.say({ ja: '文字コード（既定: 自動判別）', en: 'character encoding (default: recognised)' }))
    .option('--catalog <file>', app.say({ ja: '自分の指標名のファイル', en: 'indicator names of your own' }))
    .addOption(timeoutOption(app));
  withExamples(withCommon(command, app), app, [
    { command: 'kpi diff --branch 熊本 2021 2024', does: { ja: 'データベースの二つの年度', en: 'two years on record' } },
    { command: 'kpi diff plan-2023.txt plan-2024.txt', does: { ja: '二つの文書', en: 'two papers' } },
  ]).action(
    app.action(async (before: string, after: string, options: DiffOptions) =>
      (await import('../actions/diff.ts')).diff(before, after, options, app),
    ),
  );
}
