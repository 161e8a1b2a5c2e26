/** Something on the way forbids OPTIONS, or a framework answers so to an origin that is not on its list. */
import { knowsCors } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { preflightStatus } from './status.ts';

export const preflightForbidden = {
  code: 'preflight-forbidden',
  kind: 'preflight',
  find: facts => (preflightStatus(facts) !== 403 ? null : knowsCors(facts.answer) ? 'likely' : 'possible'),
} as const satisfies CauseRule;
