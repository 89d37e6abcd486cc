import { expect, test } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';

test('in the order of the items, however long each takes', async () => {
  const wait = (ms: number) => new Promise<number>((resolve) => setTimeout(resolve, ms, ms));
  const taken: number[] = [];
  for (const [item, result] of inOrder([30, 1, 20], 3, wait)) {
    expect(await result).toBe(item);
    taken.push(item);
  }
  expect(taken).toEqual([30, 1, 20]);
});

test.each([1, 4])('no more than %i are under way, whatever their number', async (ahead) => {
  let underWay = 0;
  let most = 0;
  const task = async (item: number) => {
    underWay++;
    most = Math.max(most, underWay);
    return item;
  };
  const items = Array.from({ length: 100 }, (_, index) => index);
  for (const [, result] of inOrder(items, ahead, task)) {
    await result;
    underWay--;
  }
  expect(most).toBe(ahead);
});

test('a failure waits for its turn', async () => {
  const task = async (item: string) => {
    if (item === 'bad') throw new Error(item);
    return item;
  };
  const said: string[] = [];
  for (const [, result] of inOrder(['a', 'bad', 'c'], 3, task)) said.push(await result.catch((error: Error) => `failed: ${error.message}`));
  expect(said).toEqual(['a', 'failed: bad', 'c']);
});
