import { fileURLToPath } from 'node:url';
import { defineConfig, type ModuleInfo } from 'rolldown';
import { oneMeasure } from './scripts/one-measure.ts';
import { rawText } from './scripts/raw-text.ts';
import { thirdPartyLicences } from './scripts/third-party-licences.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MAIN = file('src/cli/main.ts');
const READER = file('src/cli/reader.ts');
const PROGRAM = file('src/cli/program.ts');
const INGEST = file('src/cli/actions/ingest.ts');
const SCORE = file('src/cli/actions/score.ts');
const CHECK = file('src/cli/actions/check.ts');
const RULES = file('src/cli/check-papers.ts');
const FINDINGS = file('src/report/findings/index.ts');
const SOURCES = file('src');

const FAST = [
  ['ingest', INGEST],
  ['papers', READER],
  ['score', SCORE],
] as const;

/**
 * Loading modules is what a short command spends its time on, and each file costs about 2 ms. So everything is bundled into few files:
 * what every start needs, the stations, what commands do with them, and apart what is heavy and not always used. `kpi ingest` reads
 * papers in threads of its own: what it needs beside them, and what they need, are apart from the rest. The library is the stations and
 * nothing of the command line. `libsql` is a native addon, and `kuromoji` and `pdfjs-dist` read what they need beside their code: they
 * stay packages. `pdf-parse` must not be one: it pins an older pdfjs, and only here can that be overridden.
 */
export default defineConfig({
  input: { 'cli/main': MAIN, 'cli/reader': READER, index: 'src/index.ts' },
  preserveEntrySignatures: 'allow-extension',
  platform: 'node',
  external: ['libsql', 'kuromoji', /^pdfjs-dist(?:\/|$)/, /^@colors\//],
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
        { name: fileOfNeeded, debugName: 'needed', priority: 4 },
        { name: 'store', test: /src[\\/]store[\\/](?!locate)|node_modules[\\/]kysely/, priority: 2 },
        {
          name: 'schemas',
          test: /src[\\/](?:model[\\/](?:records|rubric|catalog|decimal-schema)|check[\\/]config|store[\\/]stored)\.ts|node_modules[\\/]zod/,
          priority: 6,
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
        { name: 'actions', test: /[\\/]src[\\/]cli[\\/](?!main|reader\b|reader-thread)/, priority: 2 },
        { name: 'stations', test: /[\\/]src[\\/](?!cli)|node_modules[\\/](?:zod|big\.js|csv-parse)/, priority: 1 },
      ],
    },
  },
});

/**
 * By what needs a module. What is loaded before a command is known is apart from the rest, and what stations use too apart from the
 * command line; then what the commands and threads that must start fast need, each for itself, and what several of them do. What is left
 * of `kpi check`, which reads papers and asks what scores are made of, is one file with the formats that it prints.
 */
function fileOfNeeded(id: string, modules: Modules): string | null {
  if (needs(PROGRAM, modules).has(id)) return /[\\/]src[\\/]cli[\\/]|commander/.test(id) ? 'start' : 'shared';
  const needing = FAST.filter(([, root]) => needs(root, modules).has(id)).map(([name]) => name);
  if (needing.length > 1) return needing.includes('papers') ? 'base' : 'common';
  if (needing[0] === 'papers' && needs(RULES, modules).has(id)) return 'read';
  if (needing.length === 1) return id === READER ? null : (needing[0] ?? null);
  if (id.startsWith(SOURCES) && needs(CHECK, modules).has(id)) return 'checking';
  return id.startsWith(SOURCES) && checking(modules).some((root) => needs(root, modules).has(id)) ? 'check' : null;
}

/** What asks the rules, and the formats of findings, of which it loads those that are asked for. */
const checking = (modules: Modules): readonly string[] => [RULES, ...(modules.getModuleInfo(FINDINGS)?.dynamicallyImportedIds ?? [])];

interface Modules {
  getModuleInfo(id: string): ModuleInfo | null;
}

const needed = new Map<string, ReadonlySet<string>>();

/** A module, and every module that is loaded before it runs. */
function needs(root: string, modules: Modules): ReadonlySet<string> {
  const known = needed.get(root);
  if (known) return known;
  const reached = new Set<string>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  needed.set(root, reached);
  return reached;
}
