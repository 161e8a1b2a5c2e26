/** The computer has no connection. */
import type { CauseRule } from './cause.ts';

export const computerOffline = {
  code: 'computer-offline',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'offline' ? 'certain' : null),
} as const satisfies CauseRule;
