import { type Command, Option } from 'commander';
import { MAX_LONG_TEXT } from '../../source/limits.ts';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type Common, withCommon } from '../options.ts';
import { type PaperOptions, withPaperOptions } from './paper-options.ts';

export interface IngestOptions extends Common, PaperOptions {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly failFast?: boolean;
}

export function addIngest(program: Command, app: App): void {
  const command = program
    .command('ingest')
    .description(
      app.say({
        ja: '文書（ファイル、フォルダ、グロブ、標準入力）を読み、目標をデータベースに入れます。',
        en: 'Reads documents (files, folders, globs, standard input) into the store.',
      }),
    )
    .argument('<path...>', app.say({ ja: '文書。- は標準入力', en: 'documents; - is standard input' }))
    .option('--dry-run', app.say({ ja: '読むだけで、保存しない', en: 'only read, store nothing' }));
  withPaperOptions(command, app, MAX_LONG_TEXT)
    .option('--strict', app.say({ ja: '警告かエラーがあれば終了コード 2', en: 'exit 2 when there is a warning or an error' }))
    .option(
      '--keep-going',
      app.say({ ja: '読めない文書があっても続ける（既定）', en: 'go on after a document that cannot be read (default)' }),
    )
    .addOption(
      new Option('--fail-fast', app.say({ ja: '読めない文書があればそこで止める', en: 'stop at the first that cannot be read' })).conflicts(
        'keepGoing',
      ),
    );
  withExamples(withCommon(command, app), app, [
    { command: 'kpi ingest plans/', does: { ja: 'フォルダの文書をすべて読む', en: 'read every document of a folder' } },
    { command: 'kpi ingest plan.txt --dry-run', does: { ja: '保存せずに、読めた目標を見る', en: 'see what would be read' } },
    {
      command: 'kpi ingest plan.txt --dry-run --format ndjson',
      does: { ja: '記録を 1 行 1 件で出す', en: 'print the records, one a line' },
    },
    {
      command: 'kpi ingest - --branch 熊本 --year R3 < plan.txt',
      does: { ja: '標準入力から、支部と年度を補って読む', en: 'read standard input, saying whose it is' },
    },
  ]).action(
    app.action(async (paths: string[], options: IngestOptions) => (await import('../actions/ingest.ts')).ingest(paths, options, app)),
  );
}
