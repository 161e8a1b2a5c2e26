/** The server takes no request of this size, and its refusal has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const bodyTooLarge = {
  code: 'body-too-large',
  kind: 'error',
  find: facts => (bareStatus(facts) === 413 ? 'certain' : null),
} as const satisfies CauseRule;
