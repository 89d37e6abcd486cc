import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { fillInForNode20 } from '../../../src/source/pdf/node-20.ts';

/** What a thread answers that has neither, and was given them as the one that takes PDFs apart is. */
async function without(question: string): Promise<unknown> {
  const code = `
    delete Promise.withResolvers;
    delete ArrayBuffer.prototype.transferToFixedLength;
    (${fillInForNode20})();
    const answer = async () => { ${question} };
    answer().then((said) => require('node:worker_threads').parentPort.postMessage(said));`;
  const [said] = await once(new Worker(code, { eval: true }), 'message');
  return said;
}

test.each([
  ['a promise kept from outside', 'const { promise, resolve } = Promise.withResolvers(); resolve(3); return promise;', 3],
  [
    'a promise broken from outside',
    'const { promise, reject } = Promise.withResolvers(); reject("no"); return promise.catch((why) => why);',
    'no',
  ],
  ['bytes handed on', 'return [...new Uint8Array(Uint8Array.of(1, 2, 3).buffer.transferToFixedLength())];', [1, 2, 3]],
  ['the first of them', 'return [...new Uint8Array(Uint8Array.of(1, 2, 3).buffer.transferToFixedLength(2))];', [1, 2]],
  ['more room for them', 'return [...new Uint8Array(Uint8Array.of(1, 2, 3).buffer.transferToFixedLength(4))];', [1, 2, 3, 0]],
  ['nothing left behind', 'const { buffer } = Uint8Array.of(1, 2, 3); buffer.transferToFixedLength(2); return buffer.byteLength;', 0],
])('%s', async (_, question, answer) => {
  expect(await without(question)).toEqual(answer);
});

test('what a Node has of its own is kept', () => {
  const own = Object.getOwnPropertyDescriptor(Promise, 'withResolvers');
  const kept = () => 'kept';
  Object.defineProperty(Promise, 'withResolvers', { value: kept, configurable: true });
  fillInForNode20();
  expect(Reflect.get(Promise, 'withResolvers')).toBe(kept);
  Reflect.deleteProperty(Promise, 'withResolvers');
  if (own) Object.defineProperty(Promise, 'withResolvers', own);
});
