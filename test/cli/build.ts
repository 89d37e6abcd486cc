import { spawnSync } from 'node:child_process';

/** The command-line tests run what users run: the bundle, built from the sources as they are. */
export default function build(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['rolldown', '-c', 'rolldown.config.ts', '--log-level', 'warn'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the build failed\n${stdout}\n${stderr}`);
}
