import { expect, test } from 'vitest';
import { md } from '../../../src/report/findings/md.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

test('a table for each document, figures in bold', () => {
  expect(md([RATE, NOTE], CONTEXT)).toBe(
    [
      'findings 2: error 1, note 1 (documents 2)',
      '',
      '## plans/plan.txt',
      '',
      '| Line | Severity | Finding | Quote |',
      '| --: | --- | --- | --- |',
      '| 12 | error | The rate 15.1 % should be 15.0 %.<br>6,500 ÷ 43,208 = 15.044 %<br>`coverage/arithmetic:0a1b2c3d` | ・委託分 <b>１５.１</b>％（<b>6,500</b>人） |',
      '| p. 2, 40–42 | note | The unit is missing.<br>`target/unit:00ff00ff` | ① 受診率を<br>68.7 以上とする |',
      '',
    ].join('\n'),
  );
});

test('nothing found is said', () => {
  expect(md([], { ...CONTEXT, lang: 'ja' })).toBe('指摘なし（文書 2）\n');
});

test('what a document holds is no Markdown and no HTML', () => {
  const printed = md([HOSTILE], CONTEXT);
  expect(printed).not.toMatch(RAW);
  expect(printed.split('\n').at(-2)).toBe(
    '| 3–4 | warning | 50%\\\\u{d}<br>::error::\\\\u{1b}\\[2J, "\\<b\\>&\'\\#\\|\\`<br>`target/text:deadbeef` | \\\\u{9b}31m\\]\\]\\>\\<x y="1"\\>\\*<b>1.5</b>\\*\\|\\`\\_\\#\ufffe\\\\u{202e}<br>::error::\\#\\#\\[add-mask\\] @team |',
  );
});
