import { defineConfig } from 'rolldown';
import { lighterPackages } from './scripts/lighter-packages.ts';
import { thirdPartyLicences } from './scripts/third-party-licences.ts';

/**
 * Loading modules is what a short command spends its time on, so everything is bundled, split so that a command loads only its own code.
 * `libsql` is a native addon and `kuromoji` reads its dictionary beside its code: both stay packages.
 */
export default defineConfig({
  input: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts' },
  platform: 'node',
  external: ['libsql', 'kuromoji', /^@colors\//],
  plugins: [lighterPackages(), thirdPartyLicences('THIRD-PARTY-LICENSES.txt')],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    minify: 'dce-only',
  },
});
