/** A proxy or gateway answered in the place of the application, without its headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus } from './status.ts';

export const gatewayError = {
  code: 'gateway-error',
  responsible: 'gateway',
  find: facts => ([502, 503, 504].includes(bareStatus(facts) ?? 0) ? 'likely' : null),
} as const satisfies CauseRule;
