/** The page's service worker answered with what it had fetched in mode "no-cors", which no page may read. */
import type { CauseRule } from './cause.ts';

/** The network log's clock and that of the events differ by fewer milliseconds. */
const CLOCKS_DIFFER_MS = 1_000;

export const serviceWorkerOpaque = {
  code: 'service-worker-opaque',
  kind: 'cache',
  responsible: 'page',
  // A worker that fails in another way ends the page's request in the same words.
  find: ({ exchange: { opaqueCopyAt, startedAt } }) =>
    opaqueCopyAt === undefined ? null : opaqueCopyAt >= startedAt - CLOCKS_DIFFER_MS ? 'likely' : 'possible',
} as const satisfies CauseRule;
