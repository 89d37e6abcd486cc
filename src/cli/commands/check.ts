import { type Command, Option } from 'commander';
import { FINDINGS_FORMATTERS, type FindingsFormat } from '../../report/findings/index.ts';
import type { App } from '../app.ts';
import type { FailOn } from '../fail-on.ts';
import { withExamples } from '../help.ts';
import { type General, withGeneral } from '../options.ts';
import { oneOf } from '../suggest.ts';
import { type PaperOptions, withPaperOptions } from './paper-options.ts';

export interface CheckOptions extends General, PaperOptions {
  readonly format?: readonly FormatChoice[];
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
  readonly failOn?: FailOn;
  readonly config?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string | true;
  readonly store: boolean;
  readonly explain?: string;
  readonly listRules?: boolean;
}

/** `sarif=report.sarif` goes to a file, `github` to standard output. */
export interface FormatChoice {
  readonly format: FindingsFormat;
  readonly file: string | null;
}

const FORMAT = { ja: '出力形式', en: 'format' };
const FORMATS = Object.keys(FINDINGS_FORMATTERS).filter((name): name is FindingsFormat => name in FINDINGS_FORMATTERS);
const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'never'];

function formatChoice(word: string): FormatChoice {
  const [name = '', ...file] = word.split('=');
  const format = oneOf(FORMAT, FORMATS)(name);
  return { format, file: file.length === 0 ? null : file.join('=') };
}

const collected =
  <Value>(parse: (word: string) => readonly Value[]) =>
  (word: string, earlier: readonly Value[] = []): readonly Value[] => [...earlier, ...parse(word)];

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export function addCheck(program: Command, app: App): void {
  const format = new Option(
    '--format <format[=file]>',
    app.say({
      ja: `出力形式: ${FORMATS.join(', ')}（既定: stylish）。=FILE でファイルに書く。複数可`,
      en: `how to print: ${FORMATS.join(', ')} (default: stylish); =FILE writes into a file; several`,
    }),
  );
  const failOn = new Option(
    '--fail-on <severity>',
    app.say({
      ja: '終了コード 1 にする程度: error（既定）, warning, never',
      en: 'exit 1 from this severity on: error (default), warning, never',
    }),
  );
  const rule = new Option(
    '--rule <ids>',
    app.say({ ja: 'この規則だけ（a,b。coverage でその組）', en: 'only these rules (a,b; coverage is a group)' }),
  );
  const ignore = new Option('--ignore <ids>', app.say({ ja: 'この規則を除く', en: 'not these rules' }));
  const named = program
    .command('check')
    .description(
      app.say({
        ja: '計画や報告の数字を計算し直し、つじつまの合わない所を挙げます。',
        en: 'The careful reader: recomputes what plans and reports print, and says what does not agree.',
      }),
    )
    .argument('[path...]', app.say({ ja: '文書。- は標準入力', en: 'documents; - is standard input' }));
  const command = withPaperOptions(named, app)
    .addOption(rule.argParser(collected(words)))
    .addOption(ignore.argParser(collected(words)))
    .addOption(failOn.argParser(oneOf({ ja: '程度', en: 'severity' }, FAIL_ON)))
    .option(
      '--config <file>',
      app.say({
        ja: '設定ファイル（既定: いちばん近い親フォルダの kpi.config.json）',
        en: 'configuration (default: kpi.config.json of the nearest parent folder)',
      }),
    )
    .option(
      '--baseline <file>',
      app.say({ ja: 'このファイルにある指摘は数えるだけにする', en: 'only count the findings that this file knows' }),
    )
    .option(
      '--write-baseline [file]',
      app.say({ ja: '今の指摘を書いておく（既定: kpi.baseline.json）', en: "write down today's findings (default: kpi.baseline.json)" }),
    )
    .option('--no-store', app.say({ ja: 'データベースの計画や実績と比べない', en: 'do not compare with what the store knows' }))
    .option('--explain <rule>', app.say({ ja: '規則を例とともに説明する', en: 'explain a rule, with an example' }))
    .option('--list-rules', app.say({ ja: '規則を並べる', en: 'list the rules' }))
    .addOption(format.argParser(collected((word) => [formatChoice(word)])));
  withExamples(withGeneral(command, app), app, [
    { command: 'kpi check plans/', does: { ja: 'フォルダの文書をすべて調べる', en: 'check every document of a folder' } },
    {
      command: 'kpi check plan.txt --rule coverage --fail-on warning',
      does: { ja: '対象者数と実施率だけを調べ、警告でも終了コード 1', en: 'only coverage figures; a warning fails too' },
    },
    {
      command: 'kpi check plans/ --format github --format sarif=report.sarif',
      does: { ja: 'CI で: 注釈を出し、SARIF をファイルに書く', en: 'in CI: annotations, and SARIF in a file' },
    },
    {
      command: 'kpi check plans/ --baseline kpi.baseline.json',
      does: { ja: '前からある指摘では失敗させない', en: 'old findings do not fail the job' },
    },
    { command: 'kpi check --explain coverage/arithmetic', does: { ja: '規則の説明を読む', en: 'read what a rule does' } },
  ]).action(
    app.action(async (paths: string[], options: CheckOptions) => (await import('../actions/check.ts')).checkPapers(paths, options, app)),
  );
}
