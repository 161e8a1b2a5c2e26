/** The server refuses because it was asked too often, and its refusal has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const tooManyRequests = {
  code: 'too-many-requests',
  kind: 'error',
  find: facts => (bareStatus(facts) === 429 ? 'certain' : null),
} as const satisfies CauseRule;
