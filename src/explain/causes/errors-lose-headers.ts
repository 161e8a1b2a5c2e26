/** Good answers of this server carry the permission, and this error does not. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { errorStatus } from './status.ts';

export const errorsLoseHeaders = {
  code: 'errors-lose-headers',
  kind: 'error',
  find: facts => (errorStatus(facts) !== null && allowedElsewhere(facts) !== null ? 'likely' : null),
} as const satisfies CauseRule;
