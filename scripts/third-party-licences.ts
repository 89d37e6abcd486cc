import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

const RULE = '='.repeat(80);

/** The nearest folder above a module that is a package: `node_modules/zod`, `node_modules/@scope/name`. */
function packageFolder(module: string): string {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module);
  return match?.[1] ?? dirname(module);
}

function notice(folder: string): string {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const readme = readdirSync(folder).find((name) => /^readme/i.test(name));
  if (file === undefined && readme === undefined) throw new Error(`${manifest.name}: no licence text to hand on`);
  const text = file === undefined ? licenceOfReadme(join(folder, readme ?? '')) : readFileSync(join(folder, file), 'utf8');
  return `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${text.trim()}\n`;
}

/** A few packages print their licence only at the end of their readme. */
function licenceOfReadme(readme: string): string {
  const text = readFileSync(readme, 'utf8');
  return text.slice(Math.max(0, text.search(/^#+\s*licen[cs]e/im)));
}

/** Writes the licence of every package whose code ends up in the bundle, as their licences ask. */
export function thirdPartyLicences(fileName: string): Plugin {
  return {
    name: 'third-party-licences',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const module of chunk.moduleIds) if (module.includes('node_modules') && existsSync(module)) folders.add(packageFolder(module));
      }
      const source = [...folders].sort().map(notice).join(`\n${RULE}\n`);
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
