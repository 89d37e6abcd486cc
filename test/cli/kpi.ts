import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = join(PROJECT, 'bin', 'kpi.js');
export const fixture = (name: string): string => join(PROJECT, 'fixtures', name);

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
}

/** The environment of a user with a Japanese locale and nothing else set. */
export const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LANG: 'ja_JP.UTF-8', ...more });

/** Runs the built program as a user does. */
export function kpi(args: readonly string[], { cwd = PROJECT, input = '', env = {} }: Options = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

export interface Folder {
  readonly path: string;
  run(args: readonly string[], options?: Omit<Options, 'cwd'>): Run;
}

function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'kpi-test-'));
  return { path, run: (args, options) => kpi(args, { ...options, cwd: path }) };
}

const remove = ({ path }: Folder) => rmSync(path, { recursive: true, force: true });

/** An empty folder for one test, with the program to run in it. */
export function emptyFolder(): Folder {
  const folder = makeFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

/** A folder for one test, whose store holds the plan of `fixtures/`. */
export function folderWithPlan(): Folder {
  const folder = emptyFolder();
  folder.run(['ingest', fixture('plan-2021.txt')]);
  return folder;
}

/** The same for all tests of a file that change nothing. */
export function sharedFolderWithPlan(): Folder {
  const folder = makeFolder();
  beforeAll(() => {
    folder.run(['ingest', fixture('plan-2021.txt')]);
  });
  afterAll(() => remove(folder));
  return folder;
}
