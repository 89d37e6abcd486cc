import { defineConfig } from 'vitest/config';

/** The command-line tests run the built program; everything else runs the sources. */
export default defineConfig({
  test: {
    projects: [
      // Hostile input says itself how long it may take; the limit here only ends what hangs, on a busy machine too.
      { test: { name: 'stations', include: ['test/**/*.test.ts'], exclude: ['test/cli/**'], testTimeout: 60_000 } },
      { test: { name: 'cli', include: ['test/cli/**/*.test.ts'], globalSetup: ['test/cli/build.ts'], testTimeout: 60_000 } },
    ],
  },
});
