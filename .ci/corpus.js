// Reads the corpus of 47 plans and compares the records with hand-read ones: no figure may fall below its floor.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const corpus = process.env.KPI_CORPUS ?? join(project, '..', 'shared', 'corpus');
const plans = join(corpus, 'plans-2021-all-branches.txt');
const evaluate = join(corpus, '..', 'gold', 'evaluate.mjs');

const FLOORS = {
  'targets exact-F1': [({ targets }) => targets.exactF1, 0.995],
  outline: [({ targets }) => targets.beside.outline, 0.98],
  measure: [({ targets }) => targets.beside.measure, 0.92],
  area: [({ targets }) => targets.beside.area, 0.995],
  role: [({ targets }) => targets.beside.role, 0.98],
  baseline: [({ targets }) => targets.beside.baseline, 0.98],
  condition: [({ targets }) => targets.beside.condition, 0.99],
  'coverage exact-F1': [({ coverage }) => coverage.exactF1, 0.98],
};

if (!existsSync(plans) || !existsSync(evaluate)) {
  console.log('skipped: the corpus is not here (KPI_CORPUS names its folder)');
  process.exit();
}

const run = (args, input) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}\n${stderr}`);
  return stdout;
};

const records = run([join(project, 'bin', 'kpi.js'), 'ingest', plans, '--dry-run', '--format', 'ndjson']);
const result = JSON.parse(run([evaluate, '--json'], records));
for (const [name, [figure, floor]] of Object.entries(FLOORS)) {
  const reached = figure(result);
  const held = reached >= floor;
  console.log(`${held ? 'ok  ' : 'LOW '} ${name.padEnd(18)} ${(100 * reached).toFixed(2)}% (floor ${(100 * floor).toFixed(1)}%)`);
  if (!held) process.exitCode = 1;
}
