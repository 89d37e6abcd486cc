import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { KpiError } from '../../src/model/index.ts';
import { openStore } from '../../src/store/store.ts';
import { document, freshPath, target } from './samples.ts';

const plan = document('plan.txt', 'h1');

/** A store with one plan of `count` targets in it. */
async function storeWith(path: string, count = 1): Promise<string> {
  const store = await openStore(path, 'write');
  await store.save(
    plan,
    Array.from({ length: count }, (_, index) => target({ id: `t${index}` })),
  );
  await store.close();
  return path;
}

function fileWith(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** SQL of a sort that no kpi writes. */
function tamper(path: string, sql: string): string {
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return path;
}

async function readAll(path: string): Promise<void> {
  const store = await openStore(path, 'read');
  try {
    await store.targets();
  } finally {
    await store.close();
  }
}

async function writeOne(path: string): Promise<void> {
  const store = await openStore(path, 'write');
  try {
    await store.save(document('other.txt', 'h2'), [target()]);
  } finally {
    await store.close();
  }
}

/** One line in each language that names the store. */
async function expectKpiError(action: Promise<unknown>, path: string, message: RegExp): Promise<void> {
  const error = await action.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(KpiError);
  if (!(error instanceof KpiError)) return;
  expect(error.text.en).toMatch(message);
  for (const text of [error.text.en, error.text.ja]) {
    expect(text).toContain(path);
    expect(text).not.toContain('\n');
  }
}

/** Root may write everywhere: become nobody for the while. */
async function unprivileged(action: () => Promise<void>): Promise<void> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65534);
  try {
    await action();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('a store that cannot be used is refused in one line, and left as it is', () => {
  const half = (path: string) => {
    const bytes = readFileSync(path);
    return fileWith(path, bytes.subarray(0, bytes.length / 2));
  };
  const scribbled = (path: string) => {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 3);
    return fileWith(path, bytes);
  };

  /** Every place of the file that holds these bytes. */
  const overwritten = (path: string, old: string, by: number) => {
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) bytes.fill(by, at, at + Buffer.byteLength(old));
    return fileWith(path, bytes);
  };
  const otherFormat = (path: string) => {
    const bytes = readFileSync(path);
    // The number of the schema's format, in the head of the file.
    bytes.writeUInt32BE(0xff, 44);
    return fileWith(path, bytes);
  };

  const cases: readonly [string, (path: string) => string | Promise<string>, RegExp][] = [
    ['a text file', (path) => fileWith(path, 'これはデータベースではありません。'.repeat(100)), /is not a kpi store/],
    ["another program's database", (path) => tamper(fileWith(path, ''), 'create table notes (text)'), /is not a kpi store/],
    ['a store cut in half', async (path) => half(await storeWith(path, 500)), /is damaged/],
    ['a store with pages overwritten', async (path) => scribbled(await storeWith(path, 500)), /is damaged/],
    [
      'a row whose text is no UTF-8',
      async (path) => overwritten(await storeWith(path), 'mailing-rate","name"', 0xff),
      /is damaged \(plan\.txt #0\)/,
    ],
    ['a file of a format that nobody knows', async (path) => otherFormat(await storeWith(path)), /is damaged \(unsupported file format\)/],
    [
      'a row that is not JSON',
      async (path) => tamper(await storeWith(path), "update records set body = '{'"),
      /is damaged \(plan\.txt #0\)/,
    ],
    [
      'a row that is no such record',
      async (path) => tamper(await storeWith(path), `update records set body = '{"type":"target"}'`),
      /is damaged/,
    ],
    [
      'a row with a figure that is none',
      async (path) => tamper(await storeWith(path), `update records set body = replace(body, '"95.0"', '"95,0"')`),
      /is damaged/,
    ],
    [
      'a store of a newer kpi',
      async (path) => tamper(await storeWith(path), "insert into kpi_migrations values (99, '2030-01-01')"),
      /newer kpi \(format 99, this one knows up to \d+\): update kpi/,
    ],
  ];

  test.each(cases)('%s', async (_, prepare, message) => {
    const path = await prepare(freshPath());
    const before = readFileSync(path);
    await expectKpiError(readAll(path), path, message);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['store.db']);
  });

  test.each(cases.filter(([name]) => /text file|another|newer/.test(name)))('%s, when writing too', async (_, prepare, message) => {
    const path = await prepare(freshPath());
    const before = readFileSync(path);
    await expectKpiError(writeOne(path), path, message);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a store that is not there', () => {
  test('cannot be read, and is not made by trying', async () => {
    const path = freshPath();
    await expectKpiError(openStore(path, 'read'), path, /no store .* run `kpi ingest` first/);
    expect(statSync(dirname(path), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('nor can an empty file', async () => {
    const path = fileWith(freshPath(), '');
    await expectKpiError(openStore(path, 'read'), path, /run `kpi ingest` first/);
    expect(statSync(path).size).toBe(0);
  });

  test('is made for writing, with its folders', async () => {
    const path = join(dirname(freshPath()), 'a', 'b', 'store.db');
    await writeOne(path);
    await readAll(path);
  });

  test('a folder is no store', async () => {
    const path = dirname(dirname(freshPath()));
    await expectKpiError(openStore(path, 'read'), path, /is not a file/);
    await expectKpiError(openStore(path, 'write'), path, /is not a file/);
  });

  test('no folder can be made inside a file', async () => {
    const path = join(fileWith(freshPath(), 'x'), '.kpi', 'store.db');
    await expectKpiError(openStore(path, 'write'), path, /cannot open/);
    await expectKpiError(openStore(path, 'read'), path, /cannot open/);
  });
});

describe.skipIf(process.platform === 'win32')('permissions', () => {
  async function restricted(file: number, folder: number): Promise<string> {
    const path = await storeWith(freshPath());
    chmodSync(dirname(dirname(path)), 0o755);
    chmodSync(path, file);
    chmodSync(dirname(path), folder);
    return path;
  }

  test('a read-only store in a read-only folder can be read and not written', async () => {
    const path = await restricted(0o444, 0o555);
    const before = readFileSync(path);
    await unprivileged(() => readAll(path));
    await unprivileged(() => expectKpiError(writeOne(path), path, /cannot write/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a folder in which no journal can be made', async () => {
    const path = await restricted(0o666, 0o555);
    const before = readFileSync(path);
    await unprivileged(() => expectKpiError(writeOne(path), path, /cannot write/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a store that may not be read', async () => {
    const path = await restricted(0o000, 0o555);
    await unprivileged(() => expectKpiError(readAll(path), path, /cannot open/));
  });

  test('a folder in which no store can be made', async () => {
    const path = await restricted(0o444, 0o555);
    const other = join(dirname(path), 'sub', 'store.db');
    await unprivileged(() => expectKpiError(writeOne(other), other, /cannot open/));
  });
});
