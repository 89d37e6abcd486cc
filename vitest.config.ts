import { defineConfig } from 'vitest/config';

/** The command-line tests run the built program; everything else runs the sources. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'stations', include: ['test/**/*.test.ts'], exclude: ['test/cli/**'] } },
      { test: { name: 'cli', include: ['test/cli/**/*.test.ts'], globalSetup: ['test/cli/build.ts'], testTimeout: 30_000 } },
    ],
  },
});
