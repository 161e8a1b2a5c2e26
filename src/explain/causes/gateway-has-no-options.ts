/** An API gateway has no OPTIONS method at this address, or has not been deployed since it was added. */
import type { CauseRule } from './cause.ts';
import { field, isGateway, isSupabaseFunction, MISSING_ROUTE } from './signs.ts';
import { preflightStatus } from './status.ts';

export const gatewayHasNoOptions = {
  code: 'gateway-has-no-options',
  kind: 'preflight',
  responsible: 'gateway',
  find: facts => {
    if (preflightStatus(facts) === null || isSupabaseFunction(facts)) return null;
    if (MISSING_ROUTE.test(field(facts, 'x-amzn-errortype'))) return 'likely';
    return preflightStatus(facts) === 404 && isGateway(facts) ? 'likely' : null;
  },
} as const satisfies CauseRule;
