import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

/** What a package imports, and what it gets here instead. */
const INSTEAD: readonly { readonly of: RegExp; readonly imports: string; readonly code: string }[] = [
  // For commands that are programs of their own, which kpi has none of; it costs 4 ms at every start.
  { of: /[\\/]node_modules[\\/]commander[\\/]/, imports: 'node:child_process', code: 'module.exports = {};' },
  // It measures every prefix of a cell that it shortens, and string-width builds a large expression anew for each.
  {
    of: /[\\/]node_modules[\\/]cli-table3[\\/]/,
    imports: 'string-width',
    code: `module.exports = require(${JSON.stringify(fileURLToPath(new URL('../src/report/display.ts', import.meta.url)))}).displayWidth;`,
  },
];

const PREFIX = '\0instead:';

/** Keeps out of the bundle what packages load and kpi does not use. */
export function lighterPackages(): Plugin {
  return {
    name: 'lighter-packages',
    resolveId(source, importer) {
      const index = INSTEAD.findIndex(({ of, imports }) => imports === source && importer !== undefined && of.test(importer));
      return index < 0 ? null : `${PREFIX}${index}.cjs`;
    },
    load(id) {
      return id.startsWith(PREFIX) ? (INSTEAD[Number.parseInt(id.slice(PREFIX.length), 10)]?.code ?? null) : null;
    },
  };
}
