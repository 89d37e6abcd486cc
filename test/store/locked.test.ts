import Database from 'libsql';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { document, freshPath, target } from './samples.ts';

test('a store that another process keeps locked is given up after five seconds', { timeout: 20_000 }, async () => {
  const path = freshPath();
  const store = await openStore(path, 'write');
  await store.save(document('plan.txt', 'h1'), [target()]);

  const other = new Database(path);
  other.exec('begin immediate');
  expect(await store.targets()).toHaveLength(1);
  const start = performance.now();
  await expect(store.save(document('plan.txt', 'h2'), [])).rejects.toThrow(`the store ${path} is in use by another process`);
  expect(performance.now() - start).toBeGreaterThan(4000);
  other.exec('rollback');
  other.close();

  expect(await store.save(document('plan.txt', 'h2'), [])).toBe('replaced');
  await store.close();
});
