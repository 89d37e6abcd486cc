import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

const DISPLAY = fileURLToPath(new URL('../src/report/display.ts', import.meta.url));
const MEASURE = '\0/cli-table3/measure.cjs';

/**
 * In the bundle, cli-table3 measures with the `displayWidth` of `report/`: it measures every prefix of a cell that it shortens, and
 * string-width, which it would take, builds a large expression anew for each. A list of 900 targets takes a fifth less time.
 */
export function oneMeasure(): Plugin {
  return {
    name: 'one-measure',
    resolveId: (source, importer) => (source === 'string-width' && importer?.includes('cli-table3') ? MEASURE : null),
    load: (id) => (id === MEASURE ? `module.exports = require(${JSON.stringify(DISPLAY)}).displayWidth;` : null),
  };
}
