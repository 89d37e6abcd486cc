import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyFolder, environment, fixture, PROGRAM } from './kpi.ts';

test('a reader that has enough (| head) is no failure', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'catalog', 'list', '--format', 'json'], { env: environment() });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.runIf(existsSync('/dev/full'))('standard output onto a full disk is one line, and exit code 2', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'catalog', 'list', '--lang', 'en'], {
    env: environment(),
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  const line = 'kpi: cannot write standard output: the disk is full. Free some space, or name another place.\n';
  expect({ status, stderr }).toEqual({ status: 2, stderr: line });
});

test('Ctrl-C is exit code 130, and what was not read is not kept', async () => {
  const { path, run } = emptyFolder();
  const child = spawn(process.execPath, [PROGRAM, 'ingest', fixture('plan-2021.txt'), '-'], {
    cwd: path,
    env: environment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Standard input stays open: the first document is kept by then, and the second is being waited for.
  await waitFor(() => run(['list']).status === 0);
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect(code).toBe(130);
  expect(run(['list', '--format', 'ndjson']).stdout).not.toBe('');
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited in vain');
}
