import Big from 'big.js';
import { expect, test } from 'vitest';
import { Decimal } from '../../src/model/index.ts';

test.each([
  ['10000', '648', 2, '15.43'],
  ['1', '8', 2, '0.13'],
  ['-1', '8', 2, '-0.13'],
  ['1', '-8', 1, '-0.1'],
  ['-1', '800', 1, '0.0'],
  ['0', '7', 0, '0'],
  ['0.30', '0.1', 0, '3'],
  ['1.5', '1', 0, '2'],
  ['95.0', '0.001', 1, '95000.0'],
  ['0.0005', '10', 3, '0.000'],
  ['0.005', '10', 3, '0.001'],
])('%s ÷ %s to %i digits is %s', (a, b, scale, expected) => {
  expect(Decimal.of(a).dividedBy(Decimal.of(b), scale).text).toBe(expected);
});

test('as big.js divides', () => {
  const exact = Big();
  exact.RM = Big.roundHalfUp;
  for (let i = 1; i < 2000; i++) {
    const [a, b, scale] = [`${(i * 7919) % 100003}.${i % 97}`, `${(i % 3) - 1 < 0 ? '-' : ''}${((i * 31) % 977) + 1}.${i % 10}`, i % 6];
    exact.DP = scale;
    const expected = new exact(a).div(b);
    expect(Big(Decimal.of(a).dividedBy(Decimal.of(b), scale).text).eq(expected), `${a} ÷ ${b}`).toBe(true);
  }
});

test('nothing is divided by nothing', () => {
  expect(() => Decimal.of('1').dividedBy(Decimal.of('0.0'), 1)).toThrow(RangeError);
});
