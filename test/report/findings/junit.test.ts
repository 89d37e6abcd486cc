import { expect, test } from 'vitest';
import { junit } from '../../../src/report/findings/junit.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

test('a suite for each document, a failed test for each finding but the notes', () => {
  expect(junit([RATE, NOTE], CONTEXT)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="kpi check" tests="3" failures="1" errors="0">',
      '  <testsuite name="plans/plan.txt" tests="2" failures="1" errors="0" skipped="0">',
      '    <testcase classname="plans/plan.txt" name="coverage/arithmetic (plans/plan.txt:12)" file="plans/plan.txt" line="12">',
      '      <failure type="error" message="The rate 15.1 % should be 15.0 %.">plans/plan.txt:12',
      '・委託分 １５.１％（6,500人）',
      '6,500 ÷ 43,208 = 15.044 %',
      'coverage/arithmetic:0a1b2c3d</failure>',
      '    </testcase>',
      '    <testcase classname="plans/plan.txt" name="target/unit (plans/plan.txt:40)" file="plans/plan.txt" line="40">',
      '      <system-out>note: The unit is missing.',
      'plans/plan.txt:40',
      '① 受診率を',
      '68.7 以上とする',
      'target/unit:00ff00ff</system-out>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="clean.txt" tests="1" failures="0" errors="0" skipped="0">',
      '    <testcase classname="clean.txt" name="kpi check"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
});

test('what a document holds is text, and nothing that XML does not know', () => {
  const printed = junit([{ ...HOSTILE, source: { ...HOSTILE.source, quote: `${HOSTILE.source.quote}\ud800` } }], {
    ...CONTEXT,
    documents: [HOSTILE.source.document],
  });
  expect(printed).not.toMatch(RAW);
  expect(printed).not.toMatch(/[\ufffe\uffff]|\p{Surrogate}/u);
  expect(printed).toContain('<testsuite name="a,b:c %0A&quot;&lt;&amp;&gt;&apos;.txt" tests="1"');
  expect(printed).toContain('message="50%\\u{d}&#10;::error::\\u{1b}[2J, &quot;&lt;b&gt;&amp;&apos;#|`"');
  expect(printed).toContain('\\u{9b}31m]]&gt;&lt;x y=&quot;1&quot;&gt;*1.5*|`_#\ufffd\\u{202e}\n::error::##[add-mask] @team\ufffd\n');
  expect(printed.match(/<(?!\/)/g)?.length).toBe(5);
});
