import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { largePlan } from './large-plan.ts';
import { freshPath } from './samples.ts';

/** Far more than SQLite's page cache holds: the file itself is half written when the process dies. */
const COUNT = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'kpi-crash-'));
const child = join(folder, 'child.mjs');
const before = join(folder, 'before.db');

beforeAll(async () => {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'crash-child.ts'), platform: 'node', external: ['libsql'] });
  await bundle.write({ file: child, format: 'esm', codeSplitting: false });
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'), 'junction');
  const store = await openStore(before, 'write');
  await store.save({ name: 'plan.txt', hash: 'old', family: 'plan' }, largePlan('plan.txt', 'old', 2000));
  await store.save({ name: 'other.txt', hash: 'other', family: 'plan' }, largePlan('other.txt', 'other', 10));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(path: string, name: string, hash: string, count: number): ChildProcess {
  return spawn(process.execPath, [child, path, name, hash, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function exit(process: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((done) => process.once('exit', (code, signal) => done(code ?? signal)));
}

/** Starts to save a new content of `plan.txt` and kills the process when the moment has come. */
async function saveAndKill(path: string, signal: NodeJS.Signals, moment: (path: string, running: () => boolean) => Promise<unknown>) {
  const process = save(path, 'plan.txt', 'new', COUNT);
  const ended = exit(process);
  await new Promise((done) => process.stdout?.once('data', done));
  await moment(path, () => process.exitCode === null);
  process.kill(signal);
  return ended;
}

async function grown(path: string, bytes: number, running: () => boolean): Promise<void> {
  const start = statSync(before).size;
  while (running() && statSync(path).size < start + bytes) await wait(1);
}

/** Which content of each document the store holds, and how much of it: `plan.txt old 2000`. */
async function contents(path: string): Promise<string[]> {
  const store = await openStore(path, 'read');
  const documents = await store.documents();
  const targets = await store.targets();
  await store.close();
  const count = (name: string, hash: string) =>
    targets.filter(({ id, source }) => source.document === name && id.startsWith(`${hash}-`)).length;
  const lines = documents.map(({ name, hash }) => `${name} ${hash} ${count(name, hash)}`);
  return [...lines, `${targets.length} targets`];
}

function integrity(path: string): unknown[] {
  const database = new Database(path);
  const result = database.prepare('pragma integrity_check').all();
  database.close();
  return result;
}

const OLD = ['other.txt other 10', 'plan.txt old 2000', '2010 targets'];
const NEW = ['other.txt other 10', `plan.txt new ${COUNT}`, `${COUNT + 10} targets`];

describe('a process that dies while it saves leaves all or nothing', { timeout: 30_000 }, () => {
  const signals = ['SIGKILL', 'SIGINT'] as const;

  test.each(signals.flatMap((signal) => [0, 5, 20, 50, 100, 200, 400, 800].map((delay) => [signal, delay] as const)))(
    '%s after %i ms',
    async (signal, delay) => {
      const path = freshPath();
      cpSync(before, path);
      const ended = await saveAndKill(path, signal, () => wait(delay));
      if (ended === 0) expect(await contents(path)).toEqual(NEW);
      else expect([OLD, NEW]).toContainEqual(await contents(path));
      expect(integrity(path)).toEqual([{ integrity_check: 'ok' }]);
    },
  );

  test.each(signals.flatMap((signal) => [1, 2_000_000, 8_000_000].map((bytes) => [signal, bytes] as const)))(
    '%s when the file has grown by %i bytes: the journal takes it back',
    async (signal, bytes) => {
      const path = freshPath();
      cpSync(before, path);
      expect(await saveAndKill(path, signal, (file, running) => grown(file, bytes, running))).toBe(signal);
      expect(existsSync(`${path}-journal`)).toBe(true);
      expect(await contents(path)).toEqual(OLD);
      expect(existsSync(`${path}-journal`)).toBe(false);
      expect(statSync(path).size).toBe(statSync(before).size);
      expect(integrity(path)).toEqual([{ integrity_check: 'ok' }]);
    },
  );

  test('SIGKILL when the store was new: reading it again completes it', async () => {
    const path = freshPath();
    await saveAndKill(path, 'SIGKILL', () => wait(50));
    expect([['0 targets'], [`plan.txt new ${COUNT}`, `${COUNT} targets`]]).toContainEqual(await contents(path));
    expect(await exit(save(path, 'plan.txt', 'new', COUNT))).toBe(0);
    expect(await contents(path)).toEqual([`plan.txt new ${COUNT}`, `${COUNT} targets`]);
  });
});

test('two processes that write to a new store at once both succeed', { timeout: 30_000 }, async () => {
  const path = freshPath();
  const names = ['a.txt', 'b.txt'];
  const codes = await Promise.all(names.map((name) => exit(save(path, name, name, 3000))));
  expect(codes).toEqual([0, 0]);
  expect(await contents(path)).toEqual(['a.txt a.txt 3000', 'b.txt b.txt 3000', '6000 targets']);
});
