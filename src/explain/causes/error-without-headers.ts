/** An error: one without CORS headers, or a preflight's, where no header makes up for the status. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const errorWithoutHeaders = {
  code: 'error-without-headers',
  kind: 'error',
  isFallback: true,
  find: facts => ((bareStatus(facts) ?? 0) >= 400 ? 'possible' : null),
} as const satisfies CauseRule;
