/** The server takes no request of this size, and its refusal has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { errorStatus } from './status.ts';

export const bodyTooLarge = {
  code: 'body-too-large',
  kind: 'error',
  // A preflight has no body.
  find: facts => (errorStatus(facts) === 413 && facts.failure.stage === 'response' ? 'certain' : null),
} as const satisfies CauseRule;
