import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../src/cli/language.ts';

describe('the language is the one asked for, else that of the locale', () => {
  test.each<[string, NodeJS.ProcessEnv, 'ja' | 'en']>([
    ['', { LANG: 'ja_JP.UTF-8' }, 'ja'],
    ['', { LANG: 'en_US.UTF-8' }, 'en'],
    ['', { LANG: 'C' }, 'en'],
    ['', { LANG: 'de_DE.UTF-8' }, 'en'],
    ['', { LC_ALL: 'ja_JP', LANG: 'en_US' }, 'ja'],
    ['', { LC_ALL: 'en_US', LC_MESSAGES: 'ja_JP', LANG: 'ja_JP' }, 'en'],
    ['', { LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'en_US' }, 'ja'],
    ['', {}, 'en'],
    ['list --lang ja', { LANG: 'en_US' }, 'ja'],
    ['list --lang=en', { LANG: 'ja_JP' }, 'en'],
    ['--lang en list --lang ja', {}, 'ja'],
    // Not a language: the line that says so is in the locale's.
    ['--lang fr', { LANG: 'ja_JP' }, 'ja'],
    ['list --lang', { LANG: 'ja_JP' }, 'ja'],
  ])('kpi %s with %j: %s', (args, env, lang) => expect(chooseLanguage(args.split(' '), env, 'linux')).toBe(lang));

  test('Windows is asked for the locale of its user', () => {
    const { locale } = Intl.DateTimeFormat().resolvedOptions();
    expect(chooseLanguage([], {}, 'win32')).toBe(locale.startsWith('ja') ? 'ja' : 'en');
  });
});
