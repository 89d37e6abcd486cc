import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATH = (process.env.PATH ?? '').split(':');
const find = (name: string): string | undefined => PATH.map((folder) => join(folder, name)).find((path) => existsSync(path));

const CHROMIUM = find('chromium');
const SOFFICE = find('soffice');

export type Producer = 'Chromium' | 'LibreOffice';

/** The programs that make PDFs here; where one is missing, its tests are skipped and say so. */
export const PRODUCERS: readonly { readonly name: Producer; readonly missing: boolean }[] = [
  { name: 'Chromium', missing: CHROMIUM === undefined },
  { name: 'LibreOffice', missing: SOFFICE === undefined },
];

const QUIET = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Prints pages (HTML, or for LibreOffice its flat XML) to PDF, each under its own name. */
export async function printed(producer: Producer, pages: ReadonlyMap<string, string>): Promise<Map<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-pdf-'));
  try {
    const sources = [...pages.keys()].map((name) => join(folder, name));
    for (const [name, text] of pages) writeFileSync(join(folder, name), text);
    if (producer === 'Chromium') for (const source of sources) await chromium(source);
    else
      for (const [ending, filter] of FILTERS)
        await soffice(
          filter,
          sources.filter((source) => source.endsWith(ending)),
          folder,
        );
    return new Map(sources.map(pdfOf).map((path) => [basename(path), readFileSync(path)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FILTERS = [
  ['.html', 'pdf:writer_web_pdf_Export'],
  ['.fodt', 'pdf'],
] as const;

const pdfOf = (source: string): string => source.replace(/\.\w+$/, '.pdf');

async function chromium(source: string): Promise<void> {
  const profile = mkdtempSync(`${source}-profile-`);
  const options = ['--headless', '--no-sandbox', '--disable-gpu', ...QUIET, `--user-data-dir=${profile}`, '--no-pdf-header-footer'];
  await run(CHROMIUM ?? '', [...options, `--print-to-pdf=${pdfOf(source)}`, `file://${source}`]);
}

async function soffice(filter: string, sources: readonly string[], folder: string): Promise<void> {
  if (sources.length === 0) return;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run(SOFFICE ?? '', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...sources]);
}
