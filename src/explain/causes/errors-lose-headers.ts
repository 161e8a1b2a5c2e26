/** Good answers of this server carry the permission, and this error does not. A preflight’s would fail by its status with it, too. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { errorStatus } from './status.ts';

export const errorsLoseHeaders = {
  code: 'errors-lose-headers',
  kind: 'error',
  find: facts => (facts.failure.stage !== 'preflight' && errorStatus(facts) !== null && allowedElsewhere(facts) !== null ? 'likely' : null),
} as const satisfies CauseRule;
