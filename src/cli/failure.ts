import { CommanderError } from 'commander';
import { KpiError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';
import { visible } from '../report/visible.ts';
import { failure } from '../source/errors.ts';
import type { App } from './app.ts';

/** commander's sentences, in both languages: `{0}` is what it quotes. */
const USAGE: Readonly<Record<string, Text>> = {
  'commander.unknownOption': { ja: '「{0}」というオプションはありません。', en: 'unknown option {0}' },
  'commander.unknownCommand': { ja: '「{0}」というコマンドはありません。', en: 'unknown command {0}' },
  'commander.missingArgument': { ja: '引数 {0} が必要です。', en: 'argument {0} is missing' },
  'commander.optionMissingArgument': { ja: 'オプション {0} に値が必要です。', en: 'option {0} needs a value' },
  'commander.missingMandatoryOptionValue': { ja: 'オプション {0} が必要です。', en: 'option {0} is needed' },
  'commander.conflictingOption': {
    ja: 'オプション {0} と、一緒に指定したもう一つのオプションは両立しません。',
    en: 'option {0} and another that is given exclude each other',
  },
  'commander.excessArguments': { ja: '「{0}」への引数が多すぎます。', en: 'too many arguments for {0}' },
};

const SEE_HELP: Text = { ja: '--help で使い方を表示します。', en: 'see --help' };

/** The one line that a user sees: what, where and what to do. Nothing when it has been said already (`--help`). */
export function failureLine(error: unknown, app: App): string {
  return `kpi: ${visible(app.say(textOf(error, app))).replaceAll('\n', ' ')}`;
}

function textOf(error: unknown, app: App): Text {
  if (error instanceof KpiError) return error.text;
  if (error instanceof CommanderError) return usageText(error);
  // The world's fault, not the program's: a file that its reader did not ask about.
  const failed = failure(placeOf(error), error);
  return failed instanceof KpiError ? failed.text : defectText(error, app.reading);
}

function usageText({ code, message }: CommanderError): Text {
  const template = USAGE[code];
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(message)?.[1];
  if (template === undefined) return { ja: message, en: message };
  return {
    ja: `${template.ja.replace('{0}', quoted)}${meant === undefined ? '' : `「${meant}」ではありませんか。`}${SEE_HELP.ja}`,
    en: `${template.en.replace('{0}', quoted)}${meant === undefined ? '' : `: did you mean ${meant}?`} (${SEE_HELP.en})`,
  };
}

/** `EACCES: permission denied, open 'plan.txt'` → `plan.txt`; a failure without a file (`write`) is known by what was tried. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('path' in error && typeof error.path === 'string') return error.path;
  return 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : '';
}

function defectText(error: unknown, reading: string | null): Text {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    ja: `kpi の不具合です: ${what}${reading === null ? '' : `（読んでいたもの: ${reading}）`}。KPI_DEBUG=1 を付けて実行すると詳しい経路を表示します。`,
    en: `this is a defect of kpi: ${what}${reading === null ? '' : ` (while reading ${reading})`}; run again with KPI_DEBUG=1 for the trace`,
  };
}
