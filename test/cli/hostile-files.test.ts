import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyFolder, environment, fixture, folderWithPlan, PROGRAM } from './kpi.ts';

const PLAN = readFileSync(fixture('plan-2021.txt'), 'utf8');

/** Root may read everything: the program then runs without that right, and still as the owner of its own files. */
function runAsReader(args: readonly string[], cwd: string) {
  const rights = '-dac_override,-dac_read_search';
  const program = [process.execPath, PROGRAM, ...args];
  const [command = '', ...rest] =
    process.getuid?.() === 0 ? ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`, ...program] : program;
  return spawnSync(command, rest, { cwd, env: environment(), encoding: 'utf8' });
}

describe('a path that is no file: one line, exit code 2, and what else was given is read', () => {
  test.each<[string, (path: string) => void, RegExp]>([
    ['a FIFO', (path) => execFileSync('mkfifo', [path]), /neither a file nor a folder \(a pipe or a device\)/],
    ['a device', (path) => symlinkSync('/dev/zero', path), /neither a file nor a folder/],
    ['a link to nowhere', (path) => symlinkSync('nowhere', path), /no such file or folder/],
    ['a link to itself', (path) => symlinkSync('x.txt', path), /its symbolic links go round in a circle/],
    ['a folder without documents', (path) => mkdirSync(path), /no readable file/],
  ])('%s', (_, make, line) => {
    const { path, run } = emptyFolder();
    make(join(path, 'x.txt'));
    for (const command of ['ingest', 'actuals', 'check']) {
      const { status, stderr } = run([command, 'x.txt', '--lang', 'en']);
      expect([command, status, stderr.trimEnd().split('\n').length]).toEqual([command, 2, 1]);
      expect(stderr).toMatch(line);
    }
    expect(existsSync(join(path, '.kpi'))).toBe(false);
    writeFileSync(join(path, 'plan.txt'), PLAN);
    for (const command of ['ingest', 'check']) {
      const { status, stdout, stderr } = run([command, 'x.txt', 'plan.txt', '--no-color', '--lang', 'en']);
      expect([command, status]).toEqual([command, 2]);
      expect(stderr).toMatch(line);
      expect(stdout).toMatch(/plan\.txt|documents 1\)/);
    }
    expect(run(['list', '--format', 'ndjson']).stdout.trimEnd().split('\n').length).toBe(13);
  });

  test('with --fail-fast nothing behind it is read', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'plan.txt'), PLAN);
    const { status, stderr } = run(['ingest', 'x.txt', 'plan.txt', '--fail-fast', '--lang', 'en']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'kpi: x.txt: no such file or folder. Check the path.\n' });
    expect(existsSync(join(path, '.kpi'))).toBe(false);
  });

  test('in a folder too: a FIFO, a link to nowhere and a folder that may not be looked into', () => {
    const { path } = emptyFolder();
    mkdirSync(join(path, 'plans/closed'), { recursive: true });
    writeFileSync(join(path, 'plans/plan.txt'), PLAN);
    execFileSync('mkfifo', [join(path, 'plans/fifo.txt')]);
    symlinkSync('nowhere', join(path, 'plans/link.txt'));
    chmodSync(path, 0o755);
    chmodSync(join(path, 'plans/closed'), 0);
    const { status, stdout, stderr } = runAsReader(['ingest', 'plans', '--dry-run', '--format', 'ndjson', '--lang', 'en'], path);
    expect(status).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'kpi: plans/closed: permission denied. Check the permissions of the file.',
      expect.stringMatching(/^kpi: plans\/fifo\.txt: neither a file nor a folder/),
      'kpi: plans/link.txt: no such file or folder. Check the path.',
      expect.stringMatching(/^plans\/plan\.txt: plan, 熊本/),
      '4 documents: 1 read, 3 failed',
      '',
    ]);
    expect(stdout).toMatch(/^\{"type":"target"/);
  });

  test('a CSV of actuals that is a folder or a FIFO', () => {
    const { path, run } = folderWithPlan();
    execFileSync('mkfifo', [join(path, 'pipe.csv')]);
    expect(run(['score', '--actuals', 'pipe.csv', '--lang', 'en']).stderr).toMatch(/^kpi: pipe\.csv: neither a file nor a folder .*\n$/);
    expect(run(['score', '--actuals', '.', '--lang', 'en']).stderr).toBe('kpi: .: a folder. Give a file.\n');
  });

  test('a file that may not be read', () => {
    const { path } = emptyFolder();
    writeFileSync(join(path, 'x.txt'), PLAN);
    chmodSync(path, 0o755);
    chmodSync(join(path, 'x.txt'), 0);
    const { status, stderr } = runAsReader(['ingest', 'x.txt', '--dry-run', '--lang', 'en'], path);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'kpi: x.txt: permission denied. Check the permissions of the file.\n' });
  });

  test('a file that vanishes between being found and being read', async () => {
    const { path } = emptyFolder();
    for (const name of ['a', 'b']) writeFileSync(join(path, `${name}.txt`), PLAN);
    // Taken away when it has been found and is about to be opened.
    const VANISH = `
      import fs from 'node:fs/promises';
      import { unlinkSync } from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { open } = fs;
      fs.open = async (path, ...rest) => { if (path === 'a.txt') unlinkSync(path); return open(path, ...rest); };
      syncBuiltinESMExports();`;
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(VANISH)}`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'ingest', '.', '--lang', 'en', '--format', 'ndjson'], {
      cwd: path,
      env: environment({ NODE_OPTIONS }),
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: a\.txt: no such file or folder\. Check the path\.\n/);
    expect(stdout).toContain('"document":"b.txt"');
  });
});

describe('the store', () => {
  test('two ingests at once into one store both land', async () => {
    const { path, run } = emptyFolder();
    const names = ['a.txt', 'b.txt', 'c.txt'];
    for (const [at, name] of names.entries()) writeFileSync(join(path, name), PLAN.replaceAll('熊本', ['熊本', '東京', '大阪'][at] ?? ''));
    const codes = await Promise.all(
      names.map(async (name) => {
        const child = spawn(process.execPath, [PROGRAM, 'ingest', name, '--quiet'], { cwd: path, env: environment(), stdio: 'ignore' });
        const [code] = await once(child, 'close');
        return code;
      }),
    );
    expect(codes).toEqual([0, 0, 0]);
    const documents = run(['list', '--format', 'ndjson'])
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source.document);
    expect([...new Set(documents)].sort()).toEqual(names);
  });

  test.each([
    ['damaged in the middle', (file: string) => writeFileSync(file, readFileSync(file).fill(0xaa, 3000, 9000))],
    ['cut off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['something else', (file: string) => writeFileSync(file, 'my notes\n')],
  ])('a store that is %s is one line and is never written over', (_, damage) => {
    const { path, run } = folderWithPlan();
    const file = join(path, '.kpi', 'store.db');
    damage(file);
    const before = readFileSync(file);
    for (const args of [['list'], ['score'], ['ingest', fixture('results-2022.txt')]]) {
      const { status, stdout, stderr } = run([...args, '--lang', 'en']);
      expect([args[0], status, stdout]).toEqual([args[0], 2, '']);
      expect(stderr).toMatch(/^kpi: .*store\.db .*(?:is damaged|is not a kpi store).*\n$/);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

/** A disk of one megabyte; null where nothing may be mounted. */
function smallDisk(path: string): string | null {
  mkdirSync(path);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', path]).status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [path]);
  });
  return path;
}

test('a full disk is one line, and the store is as it was', (context) => {
  const { path, run } = emptyFolder();
  const disk = smallDisk(join(path, 'disk'));
  if (disk === null) return context.skip('nothing may be mounted here');
  writeFileSync(join(path, 'small.txt'), PLAN);
  const db = ['--db', join(disk, 'store.db')];
  expect(run(['ingest', 'small.txt', '--quiet', ...db]).status).toBe(0);
  const before = run(['list', '--format', 'ndjson', ...db]).stdout;
  const many = Array.from({ length: 300 }, (_, at) => `■ KPI：${'あ'.repeat(200)}${at}を ${at} 件以上とする`);
  writeFileSync(join(path, 'large.txt'), `令和4年度 熊本支部事業計画\n1．基盤的保険者機能関係\n${many.join('\n')}\n`);
  const { status, stderr } = run(['ingest', 'large.txt', '--lang', 'en', ...db]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^kpi: reading or writing the store .* failed \(.*full.*\): check the disk and its free space\n$/);
  expect(run(['list', '--format', 'ndjson', ...db]).stdout).toBe(before);
  writeFileSync(join(disk, 'full'), Buffer.alloc(0));
  expect(run(['ingest', 'large.txt', '--dry-run', '--format', 'ndjson', '--output', join(disk, 'o.ndjson'), '--lang', 'en'])).toMatchObject(
    {
      status: 2,
      stderr: expect.stringMatching(/cannot write .*: the disk is full/),
    },
  );
  expect(existsSync(join(disk, 'o.ndjson'))).toBe(false);
});

describe('standard output that takes nothing more', () => {
  const intoFile = (file: string, args: readonly string[], cwd: string) =>
    spawnSync('sh', ['-c', `exec "$0" "$@" > ${file}`, process.execPath, PROGRAM, ...args], { cwd, env: environment(), encoding: 'utf8' });

  test
    .skipIf(!existsSync('/dev/full'))
    .each(['list', 'list --format csv', 'template --branch 熊本 --year 2021', 'catalog list', '--help', 'check .'])(
    'kpi %s on a full disk is one line',
    (command) => {
      const { path } = folderWithPlan();
      writeFileSync(join(path, 'plan.txt'), PLAN);
      const { status, stderr } = intoFile('/dev/full', [...command.split(' '), '--lang', 'en'], path);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'kpi: cannot write standard output: the disk is full. Free some space, or name another place.\n',
      });
    },
  );

  test('what fits only in part is not taken for the whole', (context) => {
    const { path, run } = folderWithPlan();
    const disk = smallDisk(join(path, 'disk'));
    if (disk === null) return context.skip('nothing may be mounted here');
    expect(Buffer.byteLength(run(['list', '--format', 'ndjson']).stdout)).toBeGreaterThan(8192);
    writeFileSync(join(disk, 'fill'), Buffer.alloc(256 * 1024 - 2 * 4096));
    expect(intoFile('disk/list', ['list', '--format', 'ndjson', '--lang', 'en'], path)).toMatchObject({
      status: 2,
      stderr: 'kpi: cannot write standard output: the disk is full. Free some space, or name another place.\n',
    });
  });

  test('a reader that has enough is no failure, and the store has all', () => {
    const { path, run } = emptyFolder();
    writeFileSync(join(path, 'plan.txt'), PLAN);
    const args = ['ingest', 'plan.txt', '--format', 'ndjson', '--quiet'];
    const { status, stderr } = spawnSync('sh', ['-c', '{ "$0" "$@"; echo $? >&2; } | true', process.execPath, PROGRAM, ...args], {
      cwd: path,
      env: environment(),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '0\n' });
    expect(run(['list', '--format', 'ndjson']).stdout.trimEnd().split('\n').length).toBe(13);
  });
});

describe('what is read is not overwritten', () => {
  test.each([
    ['ingest plan.txt --format json --output ./plan.txt', 'plan.txt'],
    ['ingest . --dry-run --output plan.txt', 'plan.txt'],
    ['ingest link.md --output plan.txt', 'plan.txt'],
    ['check plan.txt --output plan.txt', 'plan.txt'],
    ['explain target/text:2adf913d plan.txt --output plan.txt', 'plan.txt'],
    ['diff plan.txt plan.txt --output plan.txt', 'plan.txt'],
    ['actuals a.csv --output a.csv', 'a.csv'],
    ['score --branch 熊本 --actuals a.csv --format csv --output a.csv', 'a.csv'],
  ])('kpi %s', (command, name) => {
    const { path, run } = folderWithPlan();
    writeFileSync(join(path, 'plan.txt'), PLAN);
    symlinkSync('plan.txt', join(path, 'link.md'));
    writeFileSync(join(path, 'a.csv'), readFileSync(fixture('actuals-2021.csv')));
    const before = readFileSync(join(path, name));
    const { status, stderr } = run([...command.split(' '), '--lang', 'en']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kpi: (\.\/)?(plan\.txt|a\.csv) is one of the documents and is not overwritten: name another file[^\n]*\n$/);
    expect(readFileSync(join(path, name)).equals(before)).toBe(true);
  });

  test.each(['list --output .kpi/store.db', 'template --branch 熊本 --year 2021 --output .kpi/store.db', 'report --html .kpi/store.db'])(
    'kpi %s',
    (command) => {
      const { path, run } = folderWithPlan();
      const before = readFileSync(join(path, '.kpi/store.db'));
      const { status, stderr } = run([...command.split(' '), '--lang', 'en']);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'kpi: .kpi/store.db is a store and is not overwritten: name another file\n',
      });
      expect(readFileSync(join(path, '.kpi/store.db')).equals(before)).toBe(true);
    },
  );
});
