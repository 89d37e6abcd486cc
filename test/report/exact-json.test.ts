import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/model/index.ts';
import { exactJson } from '../../src/report/exact-json.ts';

describe('a decimal is a JSON number with the digits that the document printed', () => {
  test.each([
    ['95.0', '95.0'],
    ['92.7', '92.7'],
    ['1850', '1850'],
    ['-0.5', '-0.5'],
    ['0.369', '0.369'],
    // JSON has no leading zeros; `007` typed into a CSV is 7.
    ['007', '7'],
    ['-00.50', '-0.50'],
    ['12345678901234567890.10', '12345678901234567890.10'],
  ])('%s → %s', (printed, json) => {
    expect(exactJson(Decimal.of(printed))).toBe(json);
    expect(JSON.parse(exactJson({ value: Decimal.of(printed) }))).toEqual({ value: Number(printed) });
  });
});

describe('everything else is as JSON.stringify writes it', () => {
  const values = [
    null,
    true,
    'a "b"\n\u0007',
    [],
    {},
    [1, [2]],
    { a: { b: [] }, c: [{ d: null }] },
    { gone: undefined, kept: 1 },
    'サービス水準',
  ];
  test.each(values.map((value) => [JSON.stringify(value), value]))('%s', (text, value) => {
    expect(exactJson(value)).toBe(text);
    expect(exactJson(value, 2)).toBe(JSON.stringify(value, null, 2));
  });
});
