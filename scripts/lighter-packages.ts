import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

/** What a package imports, and what it gets here instead. */
const INSTEAD: readonly { readonly of: string; readonly imports: string; readonly code: string }[] = [
  // For commands that are programs of their own, which kpi has none of; it costs 4 ms at every start.
  { of: 'commander', imports: 'node:child_process', code: 'module.exports = {};' },
  // It measures every prefix of a cell that it shortens, and string-width builds a large expression anew for each.
  {
    of: 'cli-table3',
    imports: 'string-width',
    code: `module.exports = require(${JSON.stringify(fileURLToPath(new URL('../src/report/display.ts', import.meta.url)))}).displayWidth;`,
  },
];

const PREFIX = '\0instead';
const idOf = ({ of, imports }: (typeof INSTEAD)[number]) => `${PREFIX}/${of}/${imports}.cjs`;

/** Keeps out of the bundle what packages load and kpi does not use. */
export function lighterPackages(): Plugin {
  return {
    name: 'lighter-packages',
    resolveId(source, importer = '') {
      const row = INSTEAD.find(({ of, imports }) => imports === source && importer.replaceAll('\\', '/').includes(`/node_modules/${of}/`));
      return row === undefined ? null : idOf(row);
    },
    load(id) {
      return INSTEAD.find((row) => idOf(row) === id)?.code ?? null;
    },
  };
}
