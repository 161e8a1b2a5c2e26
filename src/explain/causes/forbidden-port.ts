/** Browsers never connect to that port. */
import type { CauseRule } from './cause.ts';

export const forbiddenPort = {
  code: 'forbidden-port',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'port-blocked' ? 'certain' : null),
} as const satisfies CauseRule;
