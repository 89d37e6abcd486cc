import { Command, CommanderError } from 'commander';
import type { Text } from '../model/text.ts';
import type { App, ExitCode } from './app.ts';
import { COMMANDS } from './commands/index.ts';
import { failureLine } from './failure.ts';
import { configureHelp, type Example, withExamples } from './help.ts';
import { chooseLanguage } from './language.ts';
import { langOption } from './options.ts';
import { outputFailure, writeNow } from './standard-output.ts';
import { version } from './version.ts';

const ABOUT: Text = {
  ja: '事業計画と実績の文書から KPI を読み取り、蓄え、採点します。どの数字も元の文までたどれます。',
  en: 'Reads KPI targets and results out of plan documents, keeps them, and scores one against the other.',
};
const VERSION: Text = { ja: '版を表示する', en: 'show the version' };
const HELP_COMMAND: Text = { ja: 'コマンドの説明を表示する', en: 'show the help of a command' };

/** From a plan to its score. */
const EXAMPLES: readonly Example[] = [
  { command: 'kpi ingest plans/', does: { ja: '計画を読み、目標を蓄える', en: 'read the plans, and keep their targets' } },
  {
    command: 'kpi template --branch 熊本 --year R3 --output actuals.csv',
    does: { ja: '実績を書き込む CSV を作る', en: 'a CSV to fill in with results' },
  },
  { command: 'kpi score --branch 熊本 --actuals actuals.csv', does: { ja: '実績で採点する', en: 'score the targets with them' } },
  { command: 'kpi check plans/', does: { ja: '数字のつじつまが合わない所を挙げる', en: 'say where the figures do not agree' } },
];

/** Runs one command line; every failure ends here, as one line and an exit code. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, startReader: App['startReader']): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const lang = chooseLanguage(args, env, process.platform);
  const app: App = {
    lang,
    env,
    version: version(),
    reading: null,
    startReader,
    say: (text) => text[lang],
    action:
      (body) =>
      async (...given) => {
        exitCode = await body(...given);
      },
  };
  process.stdout.on('error', (error) => outputFailed(error, app));
  try {
    await createProgram(app).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const helped = error instanceof CommanderError && error.code === 'commander.help';
    if (!helped) process.stderr.write(`${failureLine(error, app)}\n`);
    if (env.KPI_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

/** What standard output goes to does not take it. `kpi list | head` closes the pipe when it has enough: that is no failure. */
function outputFailed(error: NodeJS.ErrnoException, app: App): never {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`${failureLine(outputFailure(error), app)}\n`);
  process.exit(2);
}

function createProgram(app: App): Command {
  const program = new Command('kpi')
    .description(app.say(ABOUT))
    .version(app.version, '-V, --version', app.say(VERSION))
    .helpCommand('help [command]', app.say(HELP_COMMAND))
    .addOption(langOption(app))
    .exitOverride()
    .configureOutput({ outputError: () => {}, writeOut: writeNow });
  configureHelp(program, app);
  for (const add of COMMANDS) add(program, app);
  return withExamples(program, app, EXAMPLES);
}
