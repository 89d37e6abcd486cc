import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';

export interface RemoveOptions extends Common {
  readonly branch?: string;
  readonly year?: string;
  readonly family?: string;
}

export function addRemove(program: Command, app: App): void {
  const command = program
    .command('remove')
    .description(
      app.say({
        ja: '文書と、そこから読んだ記録をデータベースから除きます（ファイルはそのまま）。',
        en: 'Takes a document and what was read from it out of the store (the file stays).',
      }),
    )
    .argument('<document>', app.say({ ja: '読み込んだときの文書の名前', en: 'the name under which it was read' }))
    .option('--branch <branch>', app.say({ ja: '同じ名前の文書が複数あるときの支部', en: 'the branch, where several have that name' }))
    .option('--year <year>', app.say({ ja: '同じく年度', en: 'the fiscal year, likewise' }))
    .option('--family <family>', app.say({ ja: '同じく種別: plan, actuals など', en: 'the family, likewise: plan, actuals, …' }));
  withExamples(withCommon(command, app), app, [
    { command: 'kpi remove plan-old.txt', does: { ja: '古い計画を除く', en: 'take out an old plan' } },
    {
      command: 'kpi remove plan.txt --branch 熊本',
      does: { ja: '同じ名前のうち熊本のものを除く', en: 'of several plan.txt, that of 熊本' },
    },
    { command: "kpi remove '<stdin>'", does: { ja: '標準入力から読んだものを除く', en: 'what came from standard input' } },
  ]).action(app.action(async (name: string, options: RemoveOptions) => (await import('../actions/remove.ts')).remove(name, options, app)));
}
