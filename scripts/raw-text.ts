import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const RAW = '?raw';

/** `import style from './style.css?raw'`: the text of a file, put into the bundle. The test runner does so by itself. */
export const rawText = () => ({
  name: 'raw-text',
  resolveId: (id: string, importer: string | undefined) =>
    id.endsWith(RAW) && importer ? { id: resolve(dirname(importer), id), moduleSideEffects: false } : null,
  load: async (id: string) =>
    id.endsWith(RAW)
      ? { code: `export default ${JSON.stringify(await readFile(id.slice(0, -RAW.length), 'utf8'))}`, moduleType: 'js' as const }
      : null,
});
