/** Nothing on the server answers OPTIONS at this address. */
import { allowOriginOf } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { doOtherPreflightsPass, isAddressKnown } from './own-answers.ts';
import { has, isUndeployed, TUNNEL_FIELD } from './signs.ts';
import { preflightStatus } from './status.ts';

export const noOptionsRoute = {
  code: 'no-options-route',
  kind: 'preflight',
  find: facts => {
    const status = preflightStatus(facts);
    if (has(facts, TUNNEL_FIELD) || isUndeployed(facts)) return null;
    if (status === 404 && !isAddressKnown(facts)) {
      // CORS is on where a 404 allows the page, or where other preflights pass: so there may be nothing at all.
      return allowOriginOf(facts.answer) === null && !doOtherPreflightsPass(facts) ? 'likely' : 'possible';
    }
    return status === 404 || status === 405 || status === 501 ? 'likely' : null;
  },
} as const satisfies CauseRule;
