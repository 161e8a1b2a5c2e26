/** A proxy or gateway answered in the place of the application, without its headers. */
import type { CauseRule } from './cause.ts';
import { has, TUNNEL_FIELD } from './signs.ts';
import { bareStatus, GATEWAY_STATUSES, isMaintenance } from './status.ts';

export const gatewayError = {
  code: 'gateway-error',
  kind: 'error',
  responsible: 'gateway',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    if (has(facts, TUNNEL_FIELD)) return status >= 400 ? 'likely' : null;
    return !GATEWAY_STATUSES.has(status) ? null : isMaintenance(facts) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
