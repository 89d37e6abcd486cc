import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/index.ts';
import { stylish } from '../../../src/report/findings/stylish.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

describe('as compilers print', () => {
  test('place, message, the passage with its figures marked, the sum, other passages, and how to ask for more', () => {
    expect(stylish([RATE, NOTE], CONTEXT)).toBe(
      [
        'plans/plan.txt:12: error: The rate 15.1 % should be 15.0 %. [coverage/arithmetic]',
        '  12 | ・委託分 １５.１％（6,500人）',
        '     |          ^^^^^^^    ^^^^^',
        '     = 6,500 ÷ 43,208 = 15.044 %',
        '     = see plans/plan.txt:8: 対象者数：43,208人',
        '     = kpi explain coverage/arithmetic:0a1b2c3d plans/plan.txt',
        '',
        'plans/plan.txt:40: note: The unit is missing. [target/unit]',
        '  40 | ① 受診率を',
        '  42 | 68.7 以上とする',
        '     = kpi explain target/unit:00ff00ff plans/plan.txt',
        '',
        'findings 2: error 1, note 1 (documents 2)',
        '',
      ].join('\n'),
    );
  });

  test('in Japanese', () => {
    const printed = stylish([RATE], { ...CONTEXT, lang: 'ja', known: 3, ignored: 1 });
    expect(printed).toContain('plans/plan.txt:12: エラー: 実施率 15.1％は 15.0％のはずです。 [coverage/arithmetic]\n');
    expect(printed).toMatch(/\n指摘 1: エラー 1（文書 2、ベースラインにある指摘 3、設定で除いた指摘 1）\n$/);
  });

  test('nothing found is said', () => {
    expect(stylish([], CONTEXT)).toBe('nothing found (documents 2)\n');
    expect(stylish([], { ...CONTEXT, lang: 'ja' })).toBe('指摘なし（文書 2）\n');
  });

  test('a line wider than the terminal is cut, its marks with it', () => {
    const wide: Finding = { ...RATE, marks: ['12,345'], source: { ...RATE.source, quote: `${'あ'.repeat(28)}12,345人` } };
    expect(
      stylish([wide], { ...CONTEXT, width: 66 })
        .split('\n')
        .slice(1, 5),
    ).toEqual([`  12 | ${'あ'.repeat(28)}123`.replace('123', '12,'), `     | ${' '.repeat(56)}^^^`, '     | 345人', '     | ^^^']);
  });

  test('of a line that goes on and on, the beginning and where figures are marked', () => {
    const quote = `${'あ'.repeat(500)}12,345人${'い'.repeat(500)}`;
    const endless: Finding = { ...RATE, marks: ['12,345'], source: { ...RATE.source, quote } };
    expect(
      stylish([endless], { ...CONTEXT, width: 67 })
        .split('\n')
        .slice(1, 6),
    ).toEqual([
      `  12 | ${'あ'.repeat(30)}`,
      '     | …',
      `     | ${'あ'.repeat(20)}12,345人${'い'.repeat(6)}`,
      `     | ${' '.repeat(40)}^^^^^^`,
      '     | …',
    ]);
  });

  test('a document in PDF is found by its page', () => {
    const paper: Finding = { ...RATE, source: { ...RATE.source, document: 'plan.pdf', page: 3 } };
    expect(stylish([paper], CONTEXT)).toMatch(/^plan\.pdf:p3:12: error: /);
  });

  test('with colour the figures are bold', () => {
    expect(stylish([RATE], { ...CONTEXT, color: true })).toContain('\u001b[1m１５.１\u001b[22m％（\u001b[1m6,500\u001b[22m人）');
  });
});

test('what a document holds reaches no terminal raw, and begins no line', () => {
  const printed = stylish([HOSTILE], CONTEXT);
  expect(printed).not.toMatch(RAW);
  expect(printed).not.toMatch(/^\s*::/m);
  expect(printed).toContain(`  3 | \\u{9b}31m]]><x y="1">*1.5*|\`_#\ufffe\\u{202e}\n    |                       ^^^\n`);
});
