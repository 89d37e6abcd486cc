import type { Finding, Language } from '../../model/index.ts';
import { placeOf } from '../place.ts';
import { jsonString, visible } from '../visible.ts';
import { hasFailed, suitesOf } from './cases.ts';
import type { FindingsFormatter } from './formatter.ts';

/** Test Anything Protocol 14: a test point for each finding, with its particulars in YAML, and one for each document without any. */
export const tap: FindingsFormatter = (findings, context) => {
  const points = suitesOf(findings, context).flatMap(({ document, findings: own }) =>
    own.length === 0 ? [{ ok: true, says: document, particulars: [] }] : own.map((finding) => point(finding, context.lang)),
  );
  return [
    'TAP version 14',
    `1..${points.length}`,
    ...points.flatMap(({ ok, says, particulars }, index) => [
      `${ok ? 'ok' : 'not ok'} ${index + 1} - ${description(says)}`,
      ...(particulars.length === 0 ? [] : ['  ---', ...particulars.map((line) => `  ${line}`), '  ...']),
    ]),
    '',
  ].join('\n');
};

interface Point {
  readonly ok: boolean;
  readonly says: string;
  readonly particulars: readonly string[];
}

function point(finding: Finding, lang: Language): Point {
  const { rule, severity, message, computation, id, marks = [], source } = finding;
  const { document, page, lineStart, lineEnd, quote } = source;
  return {
    ok: !hasFailed(finding),
    says: `${placeOf(source)} ${rule}: ${message[lang]}`,
    particulars: [
      `message: ${jsonString(message[lang])}`,
      `severity: ${severity}`,
      `rule: ${jsonString(rule)}`,
      ...(id === undefined ? [] : [`id: ${jsonString(id)}`]),
      ...(computation === undefined ? [] : [`computation: ${jsonString(computation)}`]),
      ...(marks.length === 0 ? [] : [`marks: [${marks.map(jsonString).join(', ')}]`]),
      'source:',
      ...[`document: ${jsonString(document)}`, `page: ${page}`, `lineStart: ${lineStart}`, `lineEnd: ${lineEnd}`].map(
        (line) => `  ${line}`,
      ),
      `  quote: ${jsonString(quote)}`,
    ],
  };
}

/** One line, in which `#` begins no directive. */
const description = (text: string): string => visible(text).replaceAll('\n', ' ').replace(/[\\#]/g, '\\$&');
