import type { Language } from '../model/text.ts';

/**
 * `--lang`, else the first locale variable that says something; Windows sets none and is asked for the user's locale.
 * It is read before the options are, because `--help` and a wrong option answer in it too.
 */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Language {
  const asked = askedFor(args);
  if (asked === 'ja' || asked === 'en') return asked;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '') ?? systemLocale(platform);
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Elsewhere nothing set means the C locale, and need not wait for `Intl` to load (24 ms). */
const systemLocale = (platform: NodeJS.Platform): string => (platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'C');

function askedFor(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[at];
  return arg === '--lang' ? args[at + 1] : arg?.slice('--lang='.length);
}
