import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { input } from './input.js';
import { kpi, node } from './processes.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The report of the nation: how long it takes to make, how large it is, and how soon a browser shows it. */
export async function national(folder, { interleaved, report, ms }) {
  const [plans, db] = [join(folder, 'nation.txt'), join(folder, 'nation.db')];
  const [html, bare] = [join(folder, 'nation.html'), join(folder, 'nation-bare.html')];
  writeFileSync(plans, input(1).bytes);
  kpi(['ingest', plans, '--db', db]);
  const make = ['report', '--all', '--year', '2021', '--db', db];
  const [base, time] = interleaved(11, [() => node(['-e', '0']), () => kpi([...make, '--html', html])]);
  kpi([...make, '--no-source', '--html', bare]);
  report('kpi report --all --html / node -e 0', time / base, 12, '×', `${ms(time)} / ${ms(base)}`);
  for (const [what, path, bar] of [
    ['size of the national HTML without the documents', bare, 2],
    ['size of the national HTML', html, 4],
  ]) {
    report(what, statSync(path).size / 1e6, bar, 'MB', `${statSync(path).size} bytes`);
  }
  if (existsSync(CHROMIUM)) report('first paint of the national HTML', (await firstPaint(html)) / 1000, 1, 's', 'Chromium, median of 5');
  else console.log(`     first paint is not measured: there is no ${CHROMIUM} (CHROMIUM names another)`);
}

async function firstPaint(path) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const times = [];
  for (let round = 0; round < 5; round++) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    // Asked from outside: the page's policy lets nothing in it wait for a condition.
    const painted = () => page.evaluate("performance.getEntriesByName('first-paint')[0]?.startTime ?? null");
    let time = await painted();
    while (time === null) time = await painted();
    times.push(time);
    await page.close();
  }
  await browser.close();
  return times.toSorted((a, b) => a - b)[2];
}
