import type { Command } from 'commander';
import type { Text } from '../model/text.ts';
import { displayWidth, wrap } from '../report/display.ts';
import type { App } from './app.ts';

const WIDTH = 100;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
};

const HELP: Text = { ja: 'この説明を表示する', en: 'show this' };
const EXAMPLES: Text = { ja: '例:', en: 'Examples:' };

/** Help in the chosen language, its columns lined up with full-width characters in them. Commands made later inherit it. */
export function configureHelp(program: Command, app: App): void {
  program
    .configureHelp({
      displayWidth,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      styleTitle: (title) => (app.lang === 'ja' ? (TITLES[title] ?? title) : title),
      optionDescription: (option) => option.description,
    })
    .configureOutput({ getOutHelpWidth: () => WIDTH, getErrHelpWidth: () => WIDTH })
    .helpOption('-h, --help', app.say(HELP));
}

export interface Example {
  readonly command: string;
  readonly does: Text;
}

/** Examples below a command's options, each command line with what it does above it. */
export function withExamples(command: Command, app: App, examples: readonly Example[]): Command {
  const lines = examples.map(({ command: line, does }) => `  # ${app.say(does)}\n  ${line}`);
  return command.addHelpText('after', `\n${app.say(EXAMPLES)}\n${lines.join('\n')}`);
}
