import type { Command } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';

export interface ShowOptions extends Common {
  readonly branch?: string[];
  readonly year?: string;
}

export function addRubric(program: Command, app: App): void {
  const rubric = program
    .command('rubric')
    .description(app.say({ ja: '採点の基準を見る、自分の基準を確かめる。', en: 'Shows the rubrics, and checks one of your own.' }));
  withExamples(rubric, app, [
    { command: 'kpi rubric show branch', does: { ja: '支部の S/A/B/C の基準を見る', en: 'see the S/A/B/C rubric of the branches' } },
    { command: 'kpi rubric validate mine.json', does: { ja: '自分の基準を確かめる', en: 'check one of your own' } },
  ]);
  const list = rubric
    .command('list')
    .description(app.say({ ja: '備え付けの基準を並べます。', en: 'Lists the rubrics that come with kpi.' }));
  withExamples(withCommon(list, app), app, [
    { command: 'kpi rubric list', does: { ja: '備え付けの基準を見る', en: 'the rubrics that come with kpi' } },
  ]).action(app.action(async (options: Common) => (await import('../actions/rubric.ts')).showAll(options, app)));

  const show = rubric
    .command('show')
    .description(
      app.say({
        ja: '基準 1 つを示します。--format json で書き出し、直して自分の基準にできます。',
        en: 'Shows one rubric. With --format json it is a file to change into your own.',
      }),
    )
    .argument(
      '<rubric>',
      app.say({
        ja: 'branch、headquarters、printed（報告に印刷された基準）、ファイル',
        en: 'branch, headquarters, printed (as a report prints it) or a file',
      }),
    )
    .option('--branch <branch...>', app.say({ ja: 'printed: どの支部の報告か', en: 'printed: of which branch' }))
    .option('--year <year>', app.say({ ja: 'printed: どの年度の報告か', en: 'printed: of which year' }));
  withExamples(withCommon(show, app), app, [
    { command: 'kpi rubric show branch', does: { ja: '支部の S/A/B/C の基準', en: 'the S/A/B/C rubric of the branches' } },
    {
      command: 'kpi rubric show branch --format json --output mine.json',
      does: { ja: '自分の基準の下書きにする', en: 'a draft of your own' },
    },
    {
      command: 'kpi rubric show printed --branch 鹿児島 --year 2023',
      does: { ja: '実施結果報告に印刷された基準', en: 'the one that a results report prints' },
    },
  ]).action(app.action(async (name: string, options: ShowOptions) => (await import('../actions/rubric.ts')).showOne(name, options, app)));

  const validate = rubric
    .command('validate')
    .description(app.say({ ja: '自分の基準のファイルを確かめます。', en: 'Checks a rubric file of your own.' }))
    .argument('<file>', app.say({ ja: '基準の JSON', en: 'a rubric in JSON' }));
  withExamples(withCommon(validate, app), app, [
    {
      command: 'kpi rubric validate mine.json',
      does: { ja: '使えるなら終了コード 0、違えば 2', en: 'exit 0 when it can be used, 2 when not' },
    },
  ]).action(app.action(async (file: string, options: Common) => (await import('../actions/rubric.ts')).validate(file, options, app)));
}
