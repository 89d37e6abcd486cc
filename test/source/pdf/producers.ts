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

/** Prints pages of HTML to PDF, a file each, under their names. */
export async function printed(producer: Producer, pages: ReadonlyMap<string, string>): Promise<Map<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-pdf-'));
  try {
    const names = [...pages.keys()];
    const sources = names.map((name) => join(folder, `${name}.html`));
    for (const [i, source] of sources.entries()) writeFileSync(source, pages.get(names[i] ?? '') ?? '');
    if (producer === 'Chromium') for (const source of sources) await chromium(source, folder);
    else await soffice(sources, folder);
    return new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.pdf`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function chromium(source: string, folder: string): Promise<void> {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const target = join(folder, `${basename(source, '.html')}.pdf`);
  const options = ['--headless', '--no-sandbox', '--disable-gpu', ...QUIET, `--user-data-dir=${profile}`, '--no-pdf-header-footer'];
  await run(CHROMIUM ?? '', [...options, `--print-to-pdf=${target}`, `file://${source}`]);
}

async function soffice(sources: readonly string[], folder: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run(SOFFICE ?? '', [profile, '--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', folder, ...sources]);
}
