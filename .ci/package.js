// Packs the project, installs the tarball into an empty folder, and uses it there as a new user would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onePage } from './one-page.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const work = process.argv[2];
const home = join(work, 'empty');
mkdirSync(home);
const shell = process.platform === 'win32';

function run(cwd, command, ...args) {
  const env = { ...process.env, KPI_DB: '' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', shell });
  assert.equal(status, 0, `${command} ${args.join(' ')} exited with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

// `npm install -g "$(npm pack --silent)"`: standard output is the name of the tarball, and nothing else.
const tarball = run(project, 'npm', 'pack', '--silent', '--pack-destination', work).replace(/\r?\n$/, '');
assert.deepEqual(
  readdirSync(work).filter((name) => name.endsWith('.tgz')),
  [tarball],
);
writeFileSync(join(home, 'package.json'), '{"private": true, "type": "module"}\n');
run(home, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', join(work, tarball));

const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const { version, dependencies, devDependencies } = read(project, 'package.json');
assert.equal(run(home, 'npx', 'kpi', '--version').trim(), version);
console.log(`ok  npx kpi --version: ${version}`);

// `overrides` reach nobody who installs the package: what pins another pdfjs has to stay at home with the rest of the tools.
const installed = Object.entries(read(home, 'node_modules', '.package-lock.json').packages);
const named = (name) => installed.filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));
assert.deepEqual(
  named('pdfjs-dist').map(([, { version }]) => version),
  [dependencies['pdfjs-dist']],
);
assert.deepEqual(Object.keys(devDependencies).flatMap(named), []);
console.log(`ok  ${installed.length} packages, none of them a tool; pdfjs-dist ${dependencies['pdfjs-dist']} alone`);

const fixture = (name) => join(project, 'fixtures', name);
run(home, 'npx', 'kpi', 'ingest', fixture('plan-2021.txt'));
const score = JSON.parse(run(home, 'npx', 'kpi', 'score', '--actuals', fixture('actuals-2021.csv'), '--format', 'json'));
const mailing = score.kpis.find(({ indicator }) => indicator === 'mailing-rate');
assert.deepEqual(
  { target: mailing.target.value, actual: mailing.actual.value, verdict: mailing.verdict },
  { target: 95, actual: 96.1, verdict: '達成' },
);
console.log(`ok  npx kpi score: ${mailing.name} ${mailing.actual.value}${mailing.actual.unit}, ${mailing.verdict}`);

writeFileSync(join(home, 'plan.pdf'), onePage('■ KPI：郵送化率を 95.0％以上とする'));
const printed = run(home, 'npx', 'kpi', 'ingest', 'plan.pdf', ...['--branch', '熊本', '--year', '2021'], '--dry-run', '--format', 'ndjson');
const records = printed
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const target = records.find(({ type }) => type === 'target');
assert.equal(target?.value, 95);
console.log(`ok  npx kpi ingest plan.pdf: ${target.name} ${target.value}${target.unit}`);

const consumer = `import { createCatalog, documentFromText, parseDocument, type Target } from 'kpi';
const reading = parseDocument(documentFromText('plan.txt', '令和3年度 事業計画（熊本支部）\\n■ KPI：郵送化率を 95.0％以上とする\\n'), { catalog: createCatalog() });
const targets: Target[] = reading.records.filter((record) => record.type === 'target');
if (targets[0]?.value?.text !== '95.0') throw new Error(JSON.stringify(reading));
`;
writeFileSync(join(home, 'consumer.ts'), consumer);
run(
  home,
  process.execPath,
  join(project, 'node_modules', 'typescript', 'bin', 'tsc'),
  ...['--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', 'false', '--types', '', 'consumer.ts'],
);
run(home, process.execPath, 'consumer.js');
console.log('ok  the library, with its types');
