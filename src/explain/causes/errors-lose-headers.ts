/** Good answers of this server carry the permission, and this error does not. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { requestErrorStatus } from './status.ts';

export const errorsLoseHeaders = {
  code: 'errors-lose-headers',
  kind: 'error',
  find: facts => (requestErrorStatus(facts) !== null && allowedElsewhere(facts) !== null ? 'likely' : null),
} as const satisfies CauseRule;
