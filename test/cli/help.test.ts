import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/report/display.ts';
import { kpi } from './kpi.ts';

const COMMANDS = [
  'ingest',
  'list',
  'template',
  'actuals',
  'score',
  'check',
  'explain',
  'remove',
  'catalog list',
  'catalog show',
  'catalog add',
  'rubric list',
  'rubric show',
  'rubric validate',
].map((command) => command.split(' '));

describe.each(COMMANDS)('kpi %s %s --help', (...command) => {
  const words = command.filter((word) => word !== undefined);

  test.each([
    ['ja', '使い方:', '出力形式'],
    ['en', 'Usage:', 'how to print'],
  ])('in %s', (lang, usage, format) => {
    const { status, stdout, stderr } = kpi([...words, '--help', '--lang', lang]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${usage} kpi ${words.join(' ')}`);
    expect(stdout).toContain(format);
    expect(Math.max(...stdout.split('\n').map(displayWidth))).toBeLessThanOrEqual(100);
  });
});

test.each([[], ['catalog'], ['rubric'], ...COMMANDS].map((command) => command.join(' ')))(
  'kpi %s --help has examples that begin with the command',
  (command) => {
    const words = command === '' ? [] : command.split(' ');
    for (const [lang, title] of [
      ['ja', '例:'],
      ['en', 'Examples:'],
    ] as const) {
      const { stdout } = kpi([...words, '--help', '--lang', lang]);
      expect(stdout.split(`\n${title}\n`)[1]).toMatch(new RegExp(`^  ${['kpi', ...words].join(' ')}( |$)`, 'm'));
    }
  },
);

test('kpi --help names every command', () => {
  const { status, stdout } = kpi(['--help']);
  expect(status).toBe(0);
  for (const [command] of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
});

test('kpi alone is wrong use, and shows the help', () => {
  const { status, stdout, stderr } = kpi([]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('使い方: kpi');
});

test('kpi --version', () => {
  expect(kpi(['--version'])).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
});
