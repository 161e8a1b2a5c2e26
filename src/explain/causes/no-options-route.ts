/** Nothing on the server answers OPTIONS at this address. */
import { allowOriginOf } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { has, TUNNEL_FIELD } from './signs.ts';
import { preflightStatus } from './status.ts';

export const noOptionsRoute = {
  code: 'no-options-route',
  kind: 'preflight',
  find: facts => {
    const status = preflightStatus(facts);
    if (has(facts, TUNNEL_FIELD)) return null;
    // CORS is on where a 404 allows the page: there is nothing at all.
    if (status === 404) return allowOriginOf(facts.answer) === null ? 'likely' : 'possible';
    return status === 405 || status === 501 ? 'likely' : null;
  },
} as const satisfies CauseRule;
