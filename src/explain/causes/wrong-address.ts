/** There is nothing at this address, and the error page has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const wrongAddress = {
  code: 'wrong-address',
  kind: 'error',
  responsible: 'page',
  find: facts => (bareStatus(facts) === 404 && facts.failure.stage === 'response' ? 'likely' : null),
} as const satisfies CauseRule;
