import { type Command, Option } from 'commander';
import type { App } from '../app.ts';
import { maxBytesOption, timeoutOption } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

/** How documents are read. */
export interface PaperOptions {
  readonly branch?: string;
  readonly year?: string;
  readonly family?: string;
  readonly encoding?: string | undefined;
  readonly maxBytes?: number;
  readonly pages?: string;
  readonly maxPages?: number;
  readonly password?: string;
  readonly catalog?: string;
  readonly timeout?: number | undefined;
  readonly jobs?: number;
}

/** @param maxText what a text may hold, where that is not the usual */
export const withPaperOptions = (command: Command, app: App, maxText?: number): Command =>
  command
    .option('--branch <branch>', app.say({ ja: '文書に支部名がないときの支部', en: 'the branch, where a document does not say' }))
    .option('--year <year>', app.say({ ja: '文書に年度がないときの年度', en: 'the fiscal year, where a document does not say' }))
    .option(
      '--family <family>',
      app.say({
        ja: '文書の種別: plan, progress, summary, results, annual（既定: 内容から判別）',
        en: 'the family: plan, progress, summary, results, annual (default: told by the content)',
      }),
    )
    .option('--encoding <name>', app.say({ ja: '文字コード（既定: 自動判別）', en: 'character encoding (default: recognised)' }))
    .addOption(maxBytesOption(app, maxText))
    .option(
      '--pages <range>',
      app.say({ ja: 'PDF の読むページ（例: 3-10 または 1,4-6）', en: 'which pages of a PDF to read, such as 3-10 or 1,4-6' }),
    )
    .option(
      '--max-pages <n>',
      app.say({ ja: 'PDF の最大ページ数（既定: 3000）', en: 'the most pages a PDF may have (default: 3000)' }),
      wholeNumber('--max-pages'),
    )
    .addOption(
      // What stands on a command line, everyone on the machine can see.
      new Option(
        '--password <text>',
        app.say({ ja: 'PDF のパスワード（または KPI_PDF_PASSWORD）', en: 'the password of an encrypted PDF (or KPI_PDF_PASSWORD)' }),
      ).env('KPI_PDF_PASSWORD'),
    )
    .option('--catalog <file>', app.say({ ja: '自分の指標名のファイル', en: 'indicator names of your own' }))
    .addOption(timeoutOption(app))
    .option(
      '--jobs <n>',
      app.say({ ja: '同時に読む文書の数（既定: CPU の数）', en: 'documents read at a time (default: the cores)' }),
      wholeNumber('--jobs'),
    );
