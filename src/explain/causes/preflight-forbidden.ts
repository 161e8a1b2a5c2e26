/** Something on the way forbids OPTIONS, or a framework answers so to an origin that is not on its list. */
import type { CauseRule } from './cause.ts';
import { preflightStatus } from './status.ts';

export const preflightForbidden = {
  code: 'preflight-forbidden',
  kind: 'preflight',
  find: facts => (preflightStatus(facts) === 403 ? 'possible' : null),
} as const satisfies CauseRule;
