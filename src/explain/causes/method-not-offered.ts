/** The address does not know this method, and the error page has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const methodNotOffered = {
  code: 'method-not-offered',
  kind: 'error',
  responsible: 'page',
  find: facts => (bareStatus(facts) === 405 && facts.failure.stage === 'response' ? 'likely' : null),
} as const satisfies CauseRule;
