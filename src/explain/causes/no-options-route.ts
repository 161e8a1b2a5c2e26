/** Nothing on the server answers OPTIONS at this address. */
import type { CauseRule } from './cause.ts';
import { preflightStatus } from './status.ts';

export const noOptionsRoute = {
  code: 'no-options-route',
  kind: 'preflight',
  find: facts => {
    const status = preflightStatus(facts);
    return status === 404 || status === 405 || status === 501 ? 'likely' : null;
  },
} as const satisfies CauseRule;
