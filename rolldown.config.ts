import { fileURLToPath } from 'node:url';
import { defineConfig, type ModuleInfo } from 'rolldown';
import { oneMeasure } from './scripts/one-measure.ts';
import { rawText } from './scripts/raw-text.ts';
import { thirdPartyLicences } from './scripts/third-party-licences.ts';

const MAIN = fileURLToPath(new URL('src/cli/main.ts', import.meta.url));

/**
 * Loading modules is what a short command spends its time on, and each file costs about 2 ms. So everything is bundled into few files:
 * what every start needs, the stations, what commands do with them, and apart what is heavy and not always used. The library is the
 * stations and nothing of the command line. `libsql` is a native addon and `kuromoji` reads its dictionary beside its code: both stay
 * packages.
 */
export default defineConfig({
  input: { 'cli/main': MAIN, index: 'src/index.ts' },
  preserveEntrySignatures: 'allow-extension',
  platform: 'node',
  external: ['libsql', 'kuromoji', /^(?:pdf-parse|pdfjs-dist)(?:\/|$)/, /^@colors\//],
  plugins: [rawText(), oneMeasure(), thirdPartyLicences('THIRD-PARTY-LICENSES.txt')],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    minify: 'dce-only',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: (id, modules) => (atStart(modules).has(id) ? startFile(id) : null), debugName: 'start', priority: 3 },
        { name: 'store', test: /src[\\/]store[\\/](?!locate)|node_modules[\\/]kysely/, priority: 2 },
        {
          name: 'schemas',
          test: /src[\\/](?:model[\\/](?:records|rubric|catalog|decimal-schema)|check[\\/]config|store[\\/]stored)\.ts|node_modules[\\/]zod/,
          priority: 3,
        },
        {
          name: 'office',
          test: /src[\\/](?:source[\\/]office[\\/]|catalog[\\/]list-numbers)|node_modules[\\/](?:yauzl|pend|saxes|xmlchars|numfmt)[\\/]/,
          priority: 3,
        },
        { name: 'workbook', test: /src[\\/]actuals[\\/]template-workbook|node_modules[\\/]hucre[\\/]/, priority: 3 },
        { name: 'results', test: /src[\\/](?:actuals[\\/](?!csv-cell)|score[\\/])|node_modules[\\/]csv-parse/, priority: 2 },
        { name: 'pdf', test: /src[\\/]source[\\/]pdf[\\/]/, priority: 2 },
        { name: 'table', test: /src[\\/]report[\\/]table|[\\/](?:cli-table3|chalk)[\\/]/, priority: 2 },
        { name: 'check', test: /src[\\/](?:check|report[\\/]findings)[\\/]/, priority: 2 },
        { name: 'actions', test: /[\\/]src[\\/]cli[\\/](?!main)/, priority: 2 },
        { name: 'stations', test: /[\\/]src[\\/](?!cli)|node_modules[\\/](?:zod|big\.js|csv-parse)/, priority: 1 },
      ],
    },
  },
});

/** `main` stays a file of its own, for it runs the program when it is loaded; what stations use too is apart from the command line. */
function startFile(id: string): string | null {
  if (id === MAIN) return null;
  return /[\\/]src[\\/]cli[\\/]|commander/.test(id) ? 'start' : 'shared';
}

const reached = new Set<string>();

/** Every module that is loaded before a command is known: what the program imports, and what that imports. */
function atStart(modules: { getModuleInfo(id: string): ModuleInfo | null }): ReadonlySet<string> {
  const open = reached.size > 0 ? [] : [MAIN];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
