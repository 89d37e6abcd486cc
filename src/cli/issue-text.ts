import type { z } from 'zod';
import type { Text } from '../model/text.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong at one place of a file that a user wrote, and what may stand there. zod says it in English; `value` is the whole file. */
export const issueText = (issue: Issue, value: unknown): Text => ({ ja: inJapanese(issue, value), en: issue.message });

const KINDS: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数値',
  boolean: 'true か false',
  array: '配列 […]',
  object: 'オブジェクト {…}',
  record: 'オブジェクト {…}',
  null: 'null',
};

function inJapanese(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join('、')} という項目はありません`;
    case 'invalid_type':
      return typed(KINDS[issue.expected] ?? issue.expected, valueAt(value, issue.path));
    case 'invalid_value':
      return `${issue.values.map((one) => JSON.stringify(one)).join('、')} のいずれかを書きます`;
    case 'too_small':
      return typeof issue.minimum === 'number' && issue.origin === 'number' ? `${issue.minimum} 以上の数値を書きます` : '空にはできません';
    case 'too_big':
      return `${issue.maximum} 以下の数値を書きます`;
    case 'invalid_format':
      return issue.format === 'date' ? '2027-03-31 のような日付を書きます' : `書式が違います（${issue.pattern ?? issue.format}）`;
    case 'invalid_union':
      return 'この書き方のものはありません';
    case 'custom':
      return typeof issue.params?.ja === 'string' ? issue.params.ja : issue.message;
    default:
      return issue.message;
  }
}

const typed = (expected: string, found: unknown): string =>
  found === undefined ? `必ず書きます（${expected}）` : `${expected}を書きます（今は${KINDS[kindOf(found)] ?? kindOf(found)}）`;

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, key)?.value : undefined),
    value,
  );
}
