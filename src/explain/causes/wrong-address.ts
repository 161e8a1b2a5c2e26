/** There is nothing at this address, and the error page has no CORS headers. */
import { allowOriginOf } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { doOtherPreflightsPass, isAddressKnown } from './own-answers.ts';
import { has, isUndeployed, TUNNEL_FIELD } from './signs.ts';
import { bareStatus } from './status.ts';

export const wrongAddress = {
  code: 'wrong-address',
  kind: 'error',
  responsible: 'page',
  find: facts => {
    if (bareStatus(facts) !== 404 || has(facts, TUNNEL_FIELD)) return null;
    if (facts.failure.stage === 'preflight' && isAddressKnown(facts)) return null;
    const isNothingThere = isUndeployed(facts) || allowOriginOf(facts.answer) !== null || doOtherPreflightsPass(facts);
    return facts.failure.stage === 'response' || isNothingThere ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
