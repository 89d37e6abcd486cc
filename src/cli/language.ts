import type { Language } from '../model/text.ts';

/**
 * `--lang`, else the first locale variable that says something, else (Windows sets none) the locale of the system.
 * It is read before the options are, because `--help` and a wrong option answer in it too.
 */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const asked = askedFor(args);
  if (asked === 'ja' || asked === 'en') return asked;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return (locale ?? Intl.DateTimeFormat().resolvedOptions().locale).toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

function askedFor(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[at];
  return arg === '--lang' ? args[at + 1] : arg?.slice('--lang='.length);
}
