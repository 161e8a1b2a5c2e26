/** The sign-in check refuses the preflight, which never carries a sign-in. */
import type { CauseRule } from './cause.ts';
import { has, isGateway, isGoogle } from './signs.ts';
import { preflightStatus } from './status.ts';

export const authBeforeCors = {
  code: 'auth-before-cors',
  kind: 'preflight',
  find: facts => {
    if (preflightStatus(facts) !== 401) return null;
    return has(facts, 'www-authenticate') && !isGateway(facts) && !isGoogle(facts) ? 'certain' : 'likely';
  },
} as const satisfies CauseRule;
