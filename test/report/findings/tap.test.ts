import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tap } from '../../../src/report/findings/tap.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

/** The YAML blocks below the test points. */
const blocks = (printed: string): unknown[] =>
  [...printed.matchAll(/^ {2}---\n([\s\S]*?)^ {2}\.\.\.$/gm)].map(([, yaml = '']) => parse(yaml));

describe('TAP 14', () => {
  test('a test point for each finding, and for each document without any', () => {
    const printed = tap([RATE, NOTE], CONTEXT);
    expect(printed.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'TAP version 14',
      '1..3',
      'not ok 1 - plans/plan.txt:12 coverage/arithmetic: The rate 15.1 % should be 15.0 %.',
      'ok 2 - plans/plan.txt:40 target/unit: The unit is missing.',
      'ok 3 - clean.txt',
      '',
    ]);
    expect(blocks(printed)).toEqual([
      {
        message: 'The rate 15.1 % should be 15.0 %.',
        severity: 'error',
        rule: 'coverage/arithmetic',
        id: 'coverage/arithmetic:0a1b2c3d',
        computation: '6,500 ÷ 43,208 = 15.044 %',
        marks: ['15.1', '6500'],
        source: RATE.source,
      },
      { message: 'The unit is missing.', severity: 'note', rule: 'target/unit', id: 'target/unit:00ff00ff', source: NOTE.source },
    ]);
  });

  test('no document, no test', () => {
    expect(tap([], { ...CONTEXT, documents: [] })).toBe('TAP version 14\n1..0\n');
  });

  test('what a document holds is a description and a value, and no directive', () => {
    const printed = tap([HOSTILE], { ...CONTEXT, documents: [HOSTILE.source.document] });
    expect(printed).not.toMatch(RAW);
    expect(printed.split('\n')[2]).toBe('not ok 1 - a,b:c %0A"<&>\'.txt:3 target/text: 50%\\\\u{d} ::error::\\\\u{1b}[2J, "<b>&\'\\#|`');
    expect(blocks(printed)).toMatchObject([{ message: HOSTILE.message.en, source: HOSTILE.source }]);
  });
});
