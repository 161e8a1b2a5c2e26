/** The server forbids the request itself: to this origin, as what may be forged, or to this user. */
import type { CauseRule } from './cause.ts';
import { refusesOrigin } from './own-answers.ts';
import { errorStatus } from './status.ts';

export const requestForbidden = {
  code: 'request-forbidden',
  kind: 'error',
  find: facts => {
    if (errorStatus(facts) !== 403 || facts.failure.stage !== 'response') return null;
    return refusesOrigin(facts) ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
