/** The server does not take the sign-in that the request carries, and its refusal has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { refusesOrigin } from './own-answers.ts';
import { hasSignIn } from './sign-in.ts';
import { bareStatus } from './status.ts';

export const signInRefused = {
  code: 'sign-in-refused',
  kind: 'error',
  find: facts => {
    const status = bareStatus(facts);
    if ((status !== 401 && status !== 403) || facts.failure.stage !== 'response' || hasSignIn(facts) !== true) return null;
    if (status === 403 && refusesOrigin(facts)) return null;
    // 403 is also how frameworks refuse an origin, or a form that may be forged.
    return status === 401 ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
