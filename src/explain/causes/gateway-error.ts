/** A proxy or gateway answered in the place of the application, without its headers. */
import type { CauseRule } from './cause.ts';
import { bareStatus, GATEWAY_STATUSES } from './status.ts';

export const gatewayError = {
  code: 'gateway-error',
  kind: 'error',
  responsible: 'gateway',
  find: facts => (GATEWAY_STATUSES.has(bareStatus(facts) ?? 0) ? 'likely' : null),
} as const satisfies CauseRule;
