import { expect, test } from 'vitest';
import { rulesOf } from '../../../src/source/pdf/paths.ts';

const [MOVE, LINE, CURVE, SIMPLE_CURVE, CLOSE] = [0, 1, 2, 3, 4];

test.each([
  ['a line', [MOVE, 10, 20, LINE, 90, 20], [[10, 20, 90, 20]]],
  ['a line that goes to the left', [MOVE, 90, 20, LINE, 10, 20], [[10, 20, 90, 20]]],
  ['a slanting line', [MOVE, 10, 20, LINE, 90, 60], []],
  [
    'a box closed',
    [MOVE, 10, 20, LINE, 90, 20, LINE, 90, 60, LINE, 10, 60, CLOSE],
    [
      [10, 20, 90, 20],
      [90, 20, 90, 60],
      [10, 60, 90, 60],
      [10, 20, 10, 60],
    ],
  ],
  ['a curve, and a line after it', [MOVE, 10, 20, CURVE, 1, 1, 2, 2, 90, 20, MOVE, 10, 40, LINE, 90, 40], [[10, 40, 90, 40]]],
  ['a simpler curve, and a line after it', [MOVE, 10, 20, SIMPLE_CURVE, 1, 1, 90, 20, MOVE, 10, 40, LINE, 90, 40], [[10, 40, 90, 40]]],
])('%s', (_, path, rules) => {
  expect(rulesOf(Float32Array.from(path), [1, 0, 0, 1, 0, 0], true).map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])).toEqual(rules);
});
