import type { Rule } from '../../../src/check/rule.ts';
import type { Finding } from '../../../src/model/index.ts';
import type { FindingsContext } from '../../../src/report/findings/index.ts';

const RULE: Rule = {
  id: 'coverage/arithmetic',
  severity: 'error',
  summary: { ja: '実施率が合わない', en: 'a rate is off' },
  explanation: { ja: '計算し直す', en: 'It is recomputed.' },
  check: () => [],
};

export const CONTEXT: FindingsContext = {
  lang: 'en',
  color: false,
  width: 100,
  version: '1.2.3',
  documents: ['plans/plan.txt', 'clean.txt'],
  rules: [RULE],
  known: 0,
  ignored: 0,
};

/** Full-width figures in the middle of full-width text. */
export const RATE: Finding = {
  type: 'finding',
  id: 'coverage/arithmetic:0a1b2c3d',
  rule: 'coverage/arithmetic',
  severity: 'error',
  branch: '熊本',
  fiscalYear: 2021,
  message: { ja: '実施率 15.1％は 15.0％のはずです。', en: 'The rate 15.1 % should be 15.0 %.' },
  marks: ['15.1', '6500'],
  computation: '6,500 ÷ 43,208 = 15.044 %',
  related: [{ document: 'plans/plan.txt', page: 1, lineStart: 8, lineEnd: 8, quote: '対象者数：43,208人' }],
  source: { document: 'plans/plan.txt', page: 1, lineStart: 12, lineEnd: 12, quote: '・委託分 １５.１％（6,500人）' },
};

/** A statement on two of three lines: the one between was blank. */
export const NOTE: Finding = {
  type: 'finding',
  id: 'target/unit:00ff00ff',
  rule: 'target/unit',
  severity: 'note',
  message: { ja: '単位がありません。', en: 'The unit is missing.' },
  source: { document: 'plans/plan.txt', page: 2, lineStart: 40, lineEnd: 42, quote: '① 受診率を\n68.7 以上とする' },
};

/** What a document may hold to break a report, or a terminal. */
export const HOSTILE: Finding = {
  type: 'finding',
  id: 'target/text:deadbeef',
  rule: 'target/text',
  severity: 'warning',
  message: { ja: '「\u001b[2J」', en: '50%\r\n::error::\u001b[2J, "<b>&\'#|`' },
  marks: ['1.5'],
  source: {
    document: 'a,b:c %0A"<&>\'.txt',
    page: 1,
    lineStart: 3,
    lineEnd: 4,
    quote: '\u009b31m]]><x y="1">*1.5*|`_#\ufffe\u202e\n::error::##[add-mask] @team',
  },
};

/** No raw escape, control character or direction mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
export const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
