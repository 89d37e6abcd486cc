import { describe, expect, test } from 'vitest';
import { github } from '../../../src/report/findings/github.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

describe('workflow commands', () => {
  test('an annotation for each finding, then the summary', () => {
    expect(github([RATE, NOTE], CONTEXT).split('\n')).toEqual([
      '::error file=plans/plan.txt,line=12,endLine=12,title=coverage/arithmetic::The rate 15.1 %25 should be 15.0 %25.%0A6,500 ÷ 43,208 = 15.044 %25%0A・委託分 １５.１％（6,500人）%0Acoverage/arithmetic:0a1b2c3d',
      '::notice file=plans/plan.txt,line=40,endLine=42,title=target/unit::The unit is missing.%0A① 受診率を%0A68.7 以上とする%0Atarget/unit:00ff00ff',
      'findings 2: error 1, note 1 (documents 2)',
      '',
    ]);
  });

  test('what a document holds ends no command and begins none', () => {
    const printed = github([HOSTILE], CONTEXT);
    expect(printed).not.toMatch(RAW);
    expect(printed.split('\n')).toEqual([
      '::warning file=a%2Cb%3Ac %250A"<&>\'.txt,line=3,endLine=4,title=target/text::50%25\\u{d}%0A::error::\\u{1b}[2J, "<b>&\'#|`%0A\\u{9b}31m]]><x y="1">*1.5*|`_#\ufffe\\u{202e}%0A::error::##[add-mask] @team%0Atarget/text:deadbeef',
      'findings 1: warning 1 (documents 2)',
      '',
    ]);
  });
});
