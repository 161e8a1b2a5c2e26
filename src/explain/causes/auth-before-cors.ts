/** The sign-in check refuses the preflight, which never carries a sign-in. */
import type { CauseRule } from './cause.ts';
import { preflightStatus } from './status.ts';

export const authBeforeCors = {
  code: 'auth-before-cors',
  find: facts => {
    const status = preflightStatus(facts);
    return status === 401 || status === 407 ? 'likely' : null;
  },
} as const satisfies CauseRule;
