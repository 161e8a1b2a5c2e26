/** The request carries no sign-in, and the refusal has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { hasSignIn } from './sign-in.ts';
import { bareStatus } from './status.ts';

export const notSignedIn = {
  code: 'not-signed-in',
  kind: 'error',
  responsible: 'page',
  find: facts => (bareStatus(facts) === 401 && facts.failure.stage === 'response' && hasSignIn(facts) === false ? 'likely' : null),
} as const satisfies CauseRule;
