/** The server refused the request itself, and its error answer has no CORS headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const errorWithoutHeaders = {
  code: 'error-without-headers',
  kind: 'error',
  isFallback: true,
  find: facts => ((bareStatus(facts) ?? 0) >= 400 ? 'possible' : null),
} as const satisfies CauseRule;
