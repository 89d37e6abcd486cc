// `npm run demo`: a plan of our own making and a CSV from Excel (CP932), read, listed, scored and reported. Leaves only the report behind.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kpi-demo-'));
const env = { ...process.env, KPI_DB: join(folder, 'store.db') };

const COMMANDS = [
  ['ingest', 'fixtures/plan-2021.txt'],
  ['list', '--branch', '熊本'],
  ['score', '--branch', '熊本', '--actuals', 'fixtures/actuals-2021.csv'],
  ['actuals', 'fixtures/actuals-2021.csv'],
  ['report', '--branch', '熊本', '--html', 'demo-report.html'],
];

try {
  for (const args of COMMANDS) {
    console.log(`\n$ kpi ${args.join(' ')}`);
    const { status } = spawnSync(process.execPath, [join('bin', 'kpi.js'), ...args], { cwd: project, env, stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
