import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = { root: fileURLToPath(new URL('..', import.meta.url)) };

/** What needs a real browser. */
const browserTests = ['test/browser/**/*.test.ts', 'test/**/*.browser.test.ts'];

/** The packages of test/servers bring tests of their own. */
const packages = '**/node_modules/**';

/** unit: pure tables, which `npm test` shuffles; browser: real Chromium and Firefox, one file after the other. */
// biome-ignore lint/style/noDefaultExport: it is what vitest reads
export default defineConfig({
  test: {
    projects: [
      // A busy machine is slow, and that is no failure.
      { test: { ...shared, name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [...browserTests, packages], testTimeout: 120_000 } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: browserTests,
          exclude: [packages],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
