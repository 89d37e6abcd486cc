import { describe, expect, test } from 'vitest';
import { json } from '../../../src/report/findings/json.ts';
import { ndjson } from '../../../src/report/findings/ndjson.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

describe.each([
  ['json', (text: string) => JSON.parse(text), json],
  ['ndjson', (text: string) => text.split(/\n(?=.)/).map((line) => JSON.parse(line)), ndjson],
])('%s', (_, parse, format) => {
  test('every finding as it is, its message in the language of the reader', () => {
    expect(parse(format([RATE, NOTE], CONTEXT))).toEqual([
      { ...RATE, message: RATE.message.en },
      { ...NOTE, message: NOTE.message.en },
    ]);
  });

  test('what a document holds comes back as it was, and is not printed raw', () => {
    const printed = format([HOSTILE], CONTEXT);
    expect(printed).not.toMatch(RAW);
    expect(parse(printed)).toEqual([{ ...HOSTILE, message: HOSTILE.message.en }]);
  });
});

test('nothing is an empty array, and no line', () => {
  expect(json([], CONTEXT)).toBe('[]\n');
  expect(ndjson([], CONTEXT)).toBe('');
});
