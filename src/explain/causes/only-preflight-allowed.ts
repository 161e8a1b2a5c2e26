/** What answers OPTIONS knows of CORS; what answers the request itself does not. */

import { isFromSharedCache, isPreflightAllowed, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { hadOnlyPreflight } from './own-answers.ts';

export const onlyPreflightAllowed = {
  code: 'only-preflight-allowed',
  kind: 'error',
  find: facts => {
    const { failure, answer } = facts;
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || (answer?.status ?? 0) >= 400) return null;
    if (!isPreflightAllowed(facts) && !(facts.isPreflightRemembered && hadOnlyPreflight(facts))) return null;
    // A cache may have the answer to somebody who asked without CORS.
    return isFromSharedCache(answer) && !namesOrigin(answer) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
