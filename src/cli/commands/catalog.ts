import { type Command, Option } from 'commander';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';
import type { AddedNames, CatalogOptions } from '../own-catalog.ts';
import { oneOf } from '../suggest.ts';

export interface ShowOptions extends Common, CatalogOptions {}

export interface AddOptions extends Common, AddedNames {}

const FILE = {
  ja: '自分の指標名のファイル（既定: データベースと同じフォルダの catalog.json）',
  en: 'indicator names of your own (default: catalog.json beside the store)',
};

export function addCatalog(program: Command, app: App): void {
  const catalog = program
    .command('catalog')
    .description(
      app.say({ ja: '指標の目録を見る、自分の指標名を加える。', en: 'Shows the indicators that are known, and adds names of your own.' }),
    );
  withExamples(catalog, app, [
    { command: 'kpi catalog show 郵送化率', does: { ja: '指標を名称から引く', en: 'look an indicator up by name' } },
    {
      command: 'kpi catalog add mailing-rate --alias 郵送による申請の割合',
      does: { ja: '自分の計画での呼び名を加える', en: 'add the name that your plan uses' },
    },
  ]);
  const list = catalog
    .command('list')
    .description(app.say({ ja: '知っている指標を並べます。', en: 'Lists the indicators.' }))
    .option('--catalog <file>', app.say(FILE));
  withExamples(withCommon(list, app), app, [
    { command: 'kpi catalog list', does: { ja: '知っている指標をすべて見る', en: 'every indicator that is known' } },
    {
      command: 'kpi catalog list --format csv --output indicators.csv',
      does: { ja: 'Excel で開ける CSV に', en: 'a CSV for Excel' },
    },
  ]).action(app.action(async (options: ShowOptions) => (await import('../actions/catalog.ts')).showAll(options, app)));

  const one = catalog
    .command('show')
    .description(app.say({ ja: '指標 1 つを、別名とともに示します。', en: 'Shows one indicator with its other names.' }))
    .argument('<indicator>', app.say({ ja: '指標の ID か名称', en: 'its id or one of its names' }))
    .option('--catalog <file>', app.say(FILE));
  withExamples(withCommon(one, app), app, [
    { command: 'kpi catalog show 郵送化率', does: { ja: '名称から引く', en: 'look one up by name' } },
  ]).action(
    app.action(async (indicator: string, options: ShowOptions) => (await import('../actions/catalog.ts')).showOne(indicator, options, app)),
  );

  const better = new Option('--better <way>', app.say({ ja: '良い方向: higher, lower', en: 'which way is better: higher, lower' }));
  better.argParser(oneOf({ ja: '方向', en: 'way' }, ['higher', 'lower']));
  const add = catalog
    .command('add')
    .description(
      app.say({
        ja: '自分の指標名を加えます。知っている ID なら、その指標の別名になります。',
        en: 'Adds names of your own. With an id that is known, they become other names of that indicator.',
      }),
    )
    .argument('<id>', app.say({ ja: '指標の ID（英小文字、数字、ハイフン）', en: 'its id (lower-case letters, digits, hyphens)' }))
    .option('--name <name>', app.say({ ja: '名称（新しい指標では必須）', en: 'its name (needed for a new indicator)' }))
    .option('--alias <name...>', app.say({ ja: '別名', en: 'other names' }))
    .option('--unit <unit>', app.say({ ja: '単位', en: 'unit' }))
    .addOption(better)
    .option('--area <area>', app.say({ ja: '分野: 基盤、戦略、組織', en: 'area: 基盤, 戦略, 組織' }))
    .option('--measure <measure...>', app.say({ ja: 'ふつう置かれる施策', en: 'the measure it usually stands under' }))
    .option('--catalog <file>', app.say(FILE));
  withExamples(withCommon(add, app), app, [
    {
      command: 'kpi catalog add mailing-rate --alias 郵送による申請の割合',
      does: { ja: '知っている指標に別名を加える', en: 'another name for an indicator that is known' },
    },
    {
      command: 'kpi catalog add app-users --name アプリの登録者数 --unit 人 --better higher',
      does: { ja: '新しい指標を加える', en: 'a new indicator' },
    },
  ]).action(app.action(async (id: string, options: AddOptions) => (await import('../actions/catalog.ts')).add(id, options, app)));
}
