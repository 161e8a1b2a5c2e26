/** What answers OPTIONS knows of CORS; what answers the request itself does not. */

import { allowOriginOf, isFromSharedCache, namesOrigin } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { hadOnlyPreflight } from './own-answers.ts';

export const onlyPreflightAllowed = {
  code: 'only-preflight-allowed',
  kind: 'error',
  find: facts => {
    const { failure, preflight, answer } = facts;
    if (failure.code !== 'allow-origin-missing' || failure.stage !== 'response' || (answer?.status ?? 0) >= 400) return null;
    const isAllowed = allowOriginOf(preflight?.response ?? null) !== null || (facts.isPreflightRemembered && hadOnlyPreflight(facts));
    if (!isAllowed) return null;
    // A cache may have the answer to somebody who asked without CORS.
    return isFromSharedCache(answer) && !namesOrigin(answer) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
