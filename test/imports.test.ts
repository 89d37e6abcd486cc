import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

/** Each station imports only those to its left (biome.json says so; `npm run check:imports` asks). */
const STATIONS = ['model', 'catalog', 'source', 'parse', 'normalize', 'actuals', 'store', 'score', 'check', 'report', 'cli'];

const project = fileURLToPath(new URL('..', import.meta.url));

/** The stations whose import is refused in a file of `station` that imports every other one. */
function refused(station: string, importOf: (path: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-imports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const lines = STATIONS.filter((other) => other !== station).map((other) => importOf(`../${other}/planted.ts`));
  mkdirSync(join(folder, 'src', station), { recursive: true });
  writeFileSync(join(folder, 'src', station, 'planted.ts'), lines.join('\n'));
  const args = ['biome', 'lint', '--only=style/noRestrictedImports', '--config-path=biome.json', '--reporter=github', folder];
  const { stdout } = spawnSync('npx', args, { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' });
  const found = [...stdout.matchAll(/noRestrictedImports.*?,line=(\d+)/g)].map(([, line]) => lines[Number(line) - 1] ?? '');
  return found.map((line) => /\.\.\/(\w+)\//.exec(line)?.[1] ?? '');
}

describe('an import that runs back is refused', () => {
  test.each(STATIONS.map((station, index) => [station, STATIONS.slice(index + 1)] as const))('%s may not import %j', (station, right) => {
    expect(refused(station, (path) => `export * from '${path}';`)).toEqual(right);
  });

  test('also when it is only of a type, or waits until it is needed', () => {
    expect(refused('parse', (path) => `import type { A } from '${path}'; export type B = A;`)).toEqual(STATIONS.slice(4));
    expect(refused('parse', (path) => `export const load${path.length} = () => import('${path}');`)).toEqual(STATIONS.slice(4));
  });
});
