import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly hasInstallScript?: true;
  readonly dev?: true;
  readonly resolved?: string;
  readonly link?: true;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const locked: Record<string, Locked> = read('package-lock.json').packages;

/** `npm query ':attr(scripts, [install])'` and the like ask what is installed here; the lock file knows every platform's packages. */
test('no package of the dependency tree runs anything when it is installed', () => {
  const running = Object.entries(locked).filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript);
  expect(running.map(([path]) => path)).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = read('package.json');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect([name, version]).toEqual([name, locked[`node_modules/${name}`]?.version]);
  }
});

test('pdf-parse takes the pdfjs that is pinned here, not the older one that it pins itself', () => {
  const copies = Object.entries(locked).filter(([path]) => path.endsWith('node_modules/pdfjs-dist'));
  expect(copies.map(([path, { version }]) => [path, version])).toEqual([
    ['node_modules/pdfjs-dist', read('package.json').dependencies['pdfjs-dist']],
  ]);
});
