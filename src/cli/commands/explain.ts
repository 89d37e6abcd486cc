import { type Command, Option } from 'commander';
import { EXPLAINERS, type ExplainFormat } from '../../report/explain/index.ts';
import type { App } from '../app.ts';
import { withExamples } from '../help.ts';
import { type General, withGeneral } from '../options.ts';
import { oneOf } from '../suggest.ts';
import { type PaperOptions, withPaperOptions } from './paper-options.ts';

export interface ExplainOptions extends General, PaperOptions {
  readonly format: ExplainFormat;
  readonly rubric: string;
  readonly config?: string;
  readonly store: boolean;
}

const FORMATS = Object.keys(EXPLAINERS).filter((name): name is ExplainFormat => name in EXPLAINERS);

export function addExplain(program: Command, app: App): void {
  const format = new Option('--format <format>', app.say({ ja: '出力形式: text（既定）, json', en: 'how to print: text (default), json' }));
  const named = program
    .command('explain')
    .description(
      app.say({
        ja: '指摘や目標の由来を示します。前後の行、数字の位置、計算、判定の理由。',
        en: 'Where a finding or a target comes from: its lines and those around, the figures, the sum, the reasons.',
      }),
    )
    .argument('<id>', app.say({ ja: 'kpi check の指摘か、目標の ID', en: 'of a finding of kpi check, or of a target' }))
    .argument(
      '[path...]',
      app.say({ ja: '探す文書（既定: データベースにあるもの）', en: 'documents to look in (default: those on record)' }),
    );
  const command = withPaperOptions(named, app)
    .option(
      '--rubric <rubric>',
      app.say({ ja: '目標を判定する基準（既定: branch）', en: 'rubric for a target (default: branch)' }),
      'branch',
    )
    .option('--config <file>', app.say({ ja: 'kpi check の設定ファイル', en: 'configuration of kpi check' }))
    .option('--no-store', app.say({ ja: 'データベースを使わない', en: 'leave the store out' }))
    .addOption(format.default('text').argParser(oneOf({ ja: '出力形式', en: 'format' }, FORMATS)));
  withExamples(withGeneral(command, app), app, [
    {
      command: 'kpi explain coverage/arithmetic:6e847734 plan.txt',
      does: { ja: '指摘の前後の行と計算を見る', en: 'a finding, the lines around it, and the sum' },
    },
    {
      command: 'kpi explain kumamoto-2021-mailing-rate',
      does: { ja: '目標がどこにあり、なぜその判定かを見る', en: 'where a target stands, and why it scored as it did' },
    },
  ]).action(
    app.action(async (id: string, paths: string[], options: ExplainOptions) =>
      (await import('../actions/explain.ts')).explain(id, paths, options, app),
    ),
  );
}
