// `npm run bench`: ratios taken in one run, each beside its bar. What is compared runs interleaved, and medians count, so that a busy
// machine slows both sides. KPI_CORPUS names the corpus; without it the project's own plan, repeated to 1 MB, stands in.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { byKind, check, contextsOf, createCatalog, documentFromText, parseBranch, parseDocument } from '../../dist/index.js';
import { FIVE, INPUT, input, smallPlan } from './input.js';
import { national } from './national.js';
import { pdfs } from './pdf.js';
import { kpi, node, peakMemory } from './processes.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-bench-'));
let held = true;

const median = (figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1];

/** Runs every task once a round, in turn, and returns their median times in ms. */
function interleaved(rounds, tasks) {
  const times = tasks.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      times[index].push(performance.now() - start);
    }
  }
  return times.map(median);
}

function report(what, figure, bar, unit, detail) {
  const ok = figure <= bar;
  held &&= ok;
  console.log(`${ok ? 'ok  ' : 'OVER'} ${what.padEnd(46)} ${figure.toFixed(2).padStart(7)} ${unit} (bar ${bar} ${unit}; ${detail})`);
}

const ms = (time) => `${time.toFixed(0)} ms`;

function parsing() {
  const { bytes, text } = input(1);
  const catalog = createCatalog();
  const parse = (content) => parseDocument(documentFromText('plans.txt', content), { catalog });
  const decode = () => new TextDecoder().decode(bytes).normalize('NFKC');
  interleaved(3, [decode, () => parse(text)]);
  const [decoding, once] = interleaved(11, [decode, () => parse(text)]);
  report('parse and normalize 1 MB / decode and NFKC', once / decoding, 8, '×', `${ms(once)} / ${ms(decoding)}`);

  const copies = [1, 2, 4, 8, 16];
  const texts = copies.map((count) => input(count).text);
  const times = interleaved(
    3,
    texts.map((content) => () => parse(content)),
  );
  for (const [index, count] of copies.entries()) {
    if (count === 1) continue;
    report(`cost per byte of ${count} copies / of one`, times[index] / times[0] / count, 1.15, '×', ms(times[index]));
  }
}

/** All rules on what was read, apart from the reading. */
function checking() {
  const catalog = createCatalog();
  const contexts = [1, 2, 4, 8].map((count) => {
    const document = documentFromText('plans.txt', input(count).text);
    const { records, ...reading } = parseDocument(document, { catalog });
    return contextsOf([{ document, ...reading, records: byKind(records) }], [], catalog);
  });
  const tasks = contexts.map((all) => () => all.flatMap((context) => check(context)));
  interleaved(3, tasks);
  const [once, ...times] = interleaved(5, tasks);
  for (const [index, time] of times.entries()) {
    const count = 2 ** (index + 1);
    report(`check per byte of ${count} copies / of one`, time / once / count, 1.15, '×', `${ms(time)} / ${ms(once)}`);
  }
}

function memory() {
  for (const [copies, bar] of [
    [16, 400],
    [96, 600],
  ]) {
    const path = join(folder, `${copies}-copies.txt`);
    writeFileSync(path, '');
    for (let copy = 0; copy < copies; copy++) appendFileSync(path, input(1).bytes);
    const megabytes = peakMemory(['ingest', path, '--db', join(folder, `${copies}-copies.db`)]);
    report(
      `peak memory of kpi ingest, ${copies} copies`,
      megabytes,
      bar,
      'MB',
      `${((input(1).bytes.length * copies) / 1e6).toFixed(0)} MB of text`,
    );
  }
}

/** A CSV of actuals as an analyst fills it in: the template with a figure in each row. */
function filledTemplate(db) {
  const csv = kpi(['template', '--branch', '熊本', '--db', db]);
  const [head, ...rows] = csv.trimEnd().split('\r\n');
  return [head, ...rows.map((row) => row.replace(/^((?:[^,"]*|"[^"]*"),){5}/, (front) => `${front}55.5`))].join('\r\n');
}

function startUp() {
  const plans = join(folder, 'plans.txt');
  const db = join(folder, 'store.db');
  const actuals = join(folder, 'actuals.csv');
  writeFileSync(plans, input(1).bytes);
  kpi(['ingest', plans, '--db', db]);
  writeFileSync(actuals, filledTemplate(db));
  let fresh = 0;
  const tasks = [
    ['node -e 0', 1, () => node(['-e', '0'])],
    ['kpi --version', 1.6, () => kpi(['--version'])],
    ['kpi ingest, 1 MB into a fresh store', 5, () => kpi(['ingest', plans, '--db', join(folder, `fresh-${fresh++}.db`)])],
    ['kpi ingest, five papers into a fresh store', 6, () => kpi(['ingest', ...FIVE, '--db', join(folder, `five-${fresh++}.db`)])],
    ['kpi check, 1 MB, every rule', 5, () => kpi(['check', plans, '--no-store', '--fail-on', 'never'])],
    ['kpi score --branch 熊本 --actuals', 3.5, () => kpi(['score', '--branch', '熊本', '--actuals', actuals, '--db', db])],
  ];
  const [base, ...times] = interleaved(
    11,
    tasks.map(([, , task]) => task),
  );
  for (const [index, time] of times.entries()) {
    const [what, bar] = tasks[index + 1];
    report(`${what} / node -e 0`, time / base, bar, '×', `${ms(time)} / ${ms(base)}`);
  }
}

/** A folder of small plans, of a branch each: how much a second reader helps. It has no bar, for half of the time is the store's. */
function folders() {
  const plans = join(folder, 'plans');
  mkdirSync(plans);
  const branches = Array.from({ length: 40 }, (_, index) => parseBranch(String(index + 1)).name);
  for (const [index, branch] of branches.entries()) writeFileSync(join(plans, `${index}.txt`), smallPlan(branch));
  let fresh = 0;
  const ingest = (jobs) => () => kpi(['ingest', plans, '--jobs', jobs, '--db', join(folder, `jobs-${fresh++}.db`)]);
  const [one, two] = interleaved(7, [ingest('1'), ingest('2')]);
  console.log(`     kpi ingest, 40 small plans, two readers / one: ${(two / one).toFixed(2)} × (${ms(two)} / ${ms(one)})`);
}

try {
  console.log(`input: ${INPUT}`);
  parsing();
  checking();
  memory();
  startUp();
  folders();
  await national(folder, { interleaved, report, ms });
  pdfs(folder, { interleaved, report, ms });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = held ? 0 : 1;
