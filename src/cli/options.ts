import { type Command, Option } from 'commander';
import { KpiError } from '../model/errors.ts';
import type { Language, Text } from '../model/text.ts';
import { FORMATTERS, type Format } from '../report/index.ts';
import { MAX_BYTES, MAX_TEXT } from '../source/limits.ts';
import type { App } from './app.ts';
import { oneOf } from './suggest.ts';
import { wholeNumber } from './whole-number.ts';

/** What every command takes. */
export interface Common extends General {
  readonly format: Format;
}

/** What they take beside a format. */
export interface General {
  readonly output?: string;
  readonly db?: string;
  readonly lang?: Language;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** A number of bytes as people write it: `64MB`, `1.5 GB`, `1000000`. */
const SIZE = /^(\d{1,12}(?:\.\d{1,3})?)\s*([kmg]?)i?b?$/i;
const UNITS = ['', 'k', 'm', 'g'];

/** `--max-bytes`: how large a file may be. */
export const maxBytesOption = (app: App, maxText = MAX_TEXT): Option =>
  new Option('--max-bytes <size>', app.say(maxBytesText(maxText))).argParser((word: string): number => {
    const [, number, unit = ''] = SIZE.exec(word) ?? [];
    const bytes = number === undefined ? 0 : Math.floor(Number(number) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
    if (bytes > 0) return bytes;
    throw new KpiError({
      ja: `--max-bytes「${word}」を読めません。64MB、1GB のように書いてください。`,
      en: `cannot read --max-bytes "${word}": write 64MB or 1GB`,
    });
  });

/** `--timeout`: for how long a document may be read. */
export const timeoutOption = (app: App): Option =>
  new Option('--timeout <seconds>', app.say(TEXTS.timeout)).argParser(wholeNumber('--timeout'));

const LANGUAGES: readonly Language[] = ['ja', 'en'];

const FORMATS = Object.keys(FORMATTERS).filter((name): name is Format => name in FORMATTERS);

const TEXTS = {
  format: { ja: '出力形式: table（既定）, json, ndjson, csv, md', en: 'how to print: table (default), json, ndjson, csv, md' },
  output: { ja: '標準出力の代わりに FILE に書く', en: 'write to FILE instead of standard output' },
  db: { ja: 'データベース（既定: KPI_DB、なければ .kpi/store.db）', en: 'the store (default: KPI_DB, else .kpi/store.db)' },
  lang: { ja: '表示言語: ja, en（既定: ロケール）', en: 'language: ja, en (default: the locale)' },
  timeout: { ja: '1 文書にかけてよい秒数（既定: 300）', en: 'seconds that a document may take (default: 300)' },
  noColor: { ja: '色を付けない', en: 'no colour' },
  quiet: { ja: '標準エラー出力にはエラーだけを出す', en: 'only errors on standard error' },
} satisfies Record<string, Text>;

const maxBytesText = (maxText: number): Text => ({
  ja: `読むファイルの大きさの上限（既定: テキスト ${maxText / 1024 ** 2}MB、ほか ${MAX_BYTES / 1024 ** 2}MB）`,
  en: `the largest file that is read (default: ${maxText / 1024 ** 2}MB of text, else ${MAX_BYTES / 1024 ** 2}MB)`,
});

const FORMAT: Text = { ja: '出力形式', en: 'format' };
const LANGUAGE: Text = { ja: '表示言語', en: 'language' };

export const langOption = (app: App) => new Option('--lang <lang>', app.say(TEXTS.lang)).argParser(oneOf(LANGUAGE, LANGUAGES));

/** Adds the options of `Common`, after the command's own. */
export function withCommon(command: Command, app: App): Command {
  const format = new Option('--format <format>', app.say(TEXTS.format)).default('table').argParser(oneOf(FORMAT, FORMATS));
  return withGeneral(command.addOption(format), app);
}

/** For a command that writes a file of its own kinds; without `--format` the ending of `--output` says which. */
export function withFileFormats(command: Command, app: App, formats: readonly string[]): Command {
  const [usual, ...others] = formats;
  const says = {
    ja: `出力形式: ${usual}（既定）, ${others.join(', ')}`,
    en: `how to print: ${usual} (default), ${others.join(', ')}`,
  };
  return withGeneral(command.addOption(new Option('--format <format>', app.say(says)).argParser(oneOf(FORMAT, formats))), app);
}

/** For a command that has formats of its own. */
export function withGeneral(command: Command, app: App): Command {
  return command
    .option('--output <file>', app.say(TEXTS.output))
    .option('--db <file>', app.say(TEXTS.db))
    .addOption(langOption(app))
    .option('--no-color', app.say(TEXTS.noColor))
    .option('--quiet', app.say(TEXTS.quiet));
}

/** For views of scores: whose verdicts, and under which names. */
export const withVerdictOptions = (command: Command, app: App): Command =>
  command
    .option(
      '--rubric <rubric>',
      app.say({
        ja: '判定の基準（既定: branch）。printed は報告が印刷したもの',
        en: 'rubric of the verdicts (default: branch); printed is the report’s own',
      }),
      'branch',
    )
    .option('--catalog <file>', app.say({ ja: '自分の指標名のファイル', en: 'indicator names of your own' }));
