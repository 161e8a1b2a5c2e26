/** The application failed, and its error answer lost the CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const serverError = {
  code: 'server-error',
  find: facts => ((bareStatus(facts) ?? 0) >= 500 ? 'likely' : null),
} as const satisfies CauseRule;
