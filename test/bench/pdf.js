import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { input } from './input.js';
import { kpi, peakMemory } from './processes.js';

const there = (program) => spawnSync(program, ['--version']).error === undefined;

/** Lines of the plans as a PDF of about so many pages, printed by Chromium. */
function printed(folder, name, lines) {
  const text = input(1).text.split('\n').slice(0, lines);
  const body = text.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;') || '&nbsp;'}</p>`).join('\n');
  const source = join(folder, `${name}.html`);
  writeFileSync(source, `<!doctype html><meta charset="utf-8"><style>body{font:10.5pt 'Noto Sans CJK JP'}p{margin:0}</style>${body}`);
  const path = join(folder, `${name}.pdf`);
  const profile = mkdtempSync(join(folder, 'profile-'));
  const quiet = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--no-pdf-header-footer',
  ];
  spawnSync('chromium', [...quiet, `--user-data-dir=${profile}`, `--print-to-pdf=${path}`, `file://${source}`]);
  return path;
}

const pagesIn = (path) => Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout)?.[1]);

/** `kpi ingest` of a PDF beside what only pulls its text out. */
export function pdfs(folder, { interleaved, report, ms }) {
  if (!['chromium', 'pdftotext'].every(there)) {
    console.log('     PDFs: skipped, for chromium or pdftotext is not here');
    return;
  }
  let fresh = 0;
  for (const [lines, bar, rounds] of [
    [380, 14, 7],
    [18_600, 8, 3],
  ]) {
    const path = printed(folder, `plan-${lines}`, lines);
    const [extracting, ingesting] = interleaved(rounds, [
      () => spawnSync('pdftotext', ['-layout', path, join(folder, 'out.txt')]),
      () => kpi(['ingest', path, '--db', join(folder, `pdf-${fresh++}.db`)]),
    ]);
    report(
      `kpi ingest, PDF of ${pagesIn(path)} pages / pdftotext -layout`,
      ingesting / extracting,
      bar,
      '×',
      `${ms(ingesting)} / ${ms(extracting)}`,
    );
    if (lines < 1000) continue;
    report(`peak memory of kpi ingest, PDF of ${pagesIn(path)} pages`, peakMemory(['ingest', path, '--dry-run']), 350, 'MB', 'one process');
  }
}
