import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/kpi.js', import.meta.url));

/** Runs node, and returns what it wrote to standard output. */
export function node(args, output = 'stdout') {
  const result = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.status !== 0) throw new Error(`node ${args.join(' ')} exited with ${result.status}\n${result.stderr}`);
  return result[output];
}

export const kpi = (args) => node([program, ...args]);

const TELL = 'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS + " KiB"))';

/** The most memory that the process held, in MB. */
export function peakMemory(args) {
  const told = node(['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, program, ...args], 'stderr');
  return (Number(/peak (\d+) KiB/.exec(told)?.[1]) * 1024) / 1e6;
}
