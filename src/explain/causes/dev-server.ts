/** A development server, which lets only pages of this very computer in. */
import type { CauseRule } from './cause.ts';
import { isLoopback } from './hosts.ts';

/** Addresses that only Vite has. */
const VITE = /^[^?#]*\/(?:@vite\/|@fs\/|@id\/|@react-refresh|node_modules\/\.vite\/)/;

export const devServer = {
  code: 'dev-server',
  kind: 'value',
  find: ({ failure, hop, page }) => (failure.code === 'allow-origin-missing' && VITE.test(hop.url) && !isLoopback(page) ? 'likely' : null),
} as const satisfies CauseRule;
