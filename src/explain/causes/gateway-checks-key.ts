/** An API gateway asks for a key or a token before anything behind it sees the preflight. */
import { knowsCors } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { field, has, isGateway, MISSING_ROUTE } from './signs.ts';
import { preflightStatus } from './status.ts';

export const gatewayChecksKey = {
  code: 'gateway-checks-key',
  kind: 'preflight',
  responsible: 'gateway',
  find: facts => {
    const status = preflightStatus(facts);
    if (status !== 401 && status !== 403) return null;
    // What the gateway lets through has its marks too.
    if (knowsCors(facts.answer) && !has(facts, 'x-amzn-errortype')) return null;
    return isGateway(facts) && !MISSING_ROUTE.test(field(facts, 'x-amzn-errortype')) ? 'likely' : null;
  },
} as const satisfies CauseRule;
