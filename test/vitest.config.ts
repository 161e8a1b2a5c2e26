import { defineConfig } from 'vitest/config';

/** unit: pure tables; browser: the built extension in real Chromium and Firefox, one file after the other. */
const shared = { root: new URL('..', import.meta.url).pathname, sequence: { shuffle: true } };

export const config = defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'] } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

export { config as default };
