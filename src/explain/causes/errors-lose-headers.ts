/** Good answers of this server carry the permission, and this error does not. */

import { allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const errorsLoseHeaders = {
  code: 'errors-lose-headers',
  kind: 'error',
  find: facts => ((bareStatus(facts) ?? 0) >= 400 && allowedElsewhere(facts) !== null ? 'likely' : null),
} as const satisfies CauseRule;
