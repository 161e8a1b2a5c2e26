/** Browser and server do not agree on how to secure the connection. */
import type { CauseRule } from './cause.ts';

export const tlsNotAgreed = {
  code: 'tls-not-agreed',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'tls-failed' ? 'likely' : null),
} as const satisfies CauseRule;
