/** The application failed, and its error answer lost the CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus, GATEWAY_STATUSES, isMaintenance } from './status.ts';

export const serverError = {
  code: 'server-error',
  kind: 'error',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    return (status >= 500 && !GATEWAY_STATUSES.has(status)) || isMaintenance(facts) ? 'likely' : null;
  },
} as const satisfies CauseRule;
