/** The application failed, and its error answer lost the CORS headers. */
import type { CauseRule } from './cause.ts';
import { has } from './signs.ts';
import { bareStatus, GATEWAY_STATUSES } from './status.ts';

export const serverError = {
  code: 'server-error',
  kind: 'error',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    return (status >= 500 && !GATEWAY_STATUSES.has(status)) || (status === 503 && has(facts, 'x-powered-by')) ? 'likely' : null;
  },
} as const satisfies CauseRule;
