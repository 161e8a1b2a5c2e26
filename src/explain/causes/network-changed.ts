/** The computer changed its network, or slept, while it asked. */
import type { CauseRule } from './cause.ts';

export const networkChanged = {
  code: 'network-changed',
  kind: 'network',
  responsible: 'network',
  find: ({ failure }) => ('error' in failure && /^net::ERR_NETWORK_(?:CHANGED|IO_SUSPENDED)$/.test(failure.error) ? 'certain' : null),
} as const satisfies CauseRule;
